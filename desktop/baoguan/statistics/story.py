"""What an article has told so far, handed from passage to passage and from sentence to sentence."""

import re
from dataclasses import dataclass

from baoguan.domain.statistic import Kind, Status
from baoguan.statistics.about import Reader
from baoguan.statistics.earlier import Earlier, Glance, Passage
from baoguan.statistics.folding import fold
from baoguan.statistics.names import Span
from baoguan.statistics.reading import Reading
from baoguan.statistics.words import group

_BEYOND = 48
_UNNAMED = frozenset({Kind.RANK, Kind.ORDINAL, Kind.DATE})
_POINTED = re.compile(r"(?:这[个家座条次项种位]|该[项座家]|上述|[该本此我贵敝])((?![些类次种般期])\w{1,4})")
_OWN = re.compile(r"[本我][市省县区国州镇乡村军方]")
"""Places of the newspaper and sides of a war, which no name told before explains."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a number is about, as printed; empty where it is not told."""

    measure: str
    subject: str
    place: str
    status: Status


class Story:
    """The passages of one article in reading order; the numbers of each are asked for from left to right."""

    def __init__(self) -> None:
        self._earlier = Earlier()
        self._passage = Passage("", "", "")
        self._sentence = (0, 0)
        self._reader: Reader | None = None

    def open(self, text: str, folded: str, words: str) -> None:
        """Go on to a passage: as printed, folded, and folded with its numbers and dates blanked."""
        self._passage = Passage(text, folded, words)
        self._earlier.add(self._passage)
        self._reader = None

    def told(self, reading: Reading, sentence: tuple[int, int], last: int) -> Told:
        """Return what a number is about; ``last`` is where the last number of its sentence ends.

        Whom the sentence leaves out, or only points at (该厂, 公司), is whom those before it named.
        """
        reader, passage = self._read(sentence, last), self._passage
        about = reader.about(reading)
        subject, place = passage.said(about.subject), passage.said(about.place)
        if reading.kind not in _UNNAMED:
            known = self._named(about.subject)
            if about.subject and known.topic:
                self._earlier.resolved(sentence[0], known.topic)
            subject = known.topic or subject
            if not place or fold(place) in group("within"):
                named = reader.known(about.subject)[0] if about.subject and not known.topic else None
                place = self._whereabouts(known, passage.folded[slice(*named)] if named else "") or place
        return Told(passage.said(about.measure), subject, place, about.status)

    def _read(self, sentence: tuple[int, int], last: int) -> Reader:
        if self._reader is None or self._sentence != sentence:
            start, end = sentence
            self._sentence = sentence
            passage = self._passage
            self._reader = Reader(passage.words, passage.folded, start, min(end, last + _BEYOND))
        return self._reader

    def _named(self, subject: Span) -> Glance:
        """Return who was named before, where the sentence names nobody or points back at him."""
        start = self._sentence[0]
        if not subject:
            return self._earlier.topic(start)
        form = _pointed(self._passage.folded[subject[0] : subject[1]])
        if not form:
            return Glance()
        glance = self._earlier.topic(start)
        name = self._earlier.named(form, subject[0])
        if not name and len(form) == 1 and fold(glance.topic)[-1:] == form:
            name = glance.topic
        return glance._replace(topic=name)

    def _whereabouts(self, known: Glance, name: str) -> str:
        """Return where the report was sent from, or where those are that it goes on to speak of."""
        start, earlier = self._sentence[0], self._earlier
        if sent := earlier.sent(start):
            return sent
        if name:
            return earlier.place_of(name, start)
        return known.place or earlier.topic(start).place or earlier.home()


def _pointed(subject: str) -> str:
    """Return what ends the name that a subject points back to: 厂 of 该厂, 公司 of 公司."""
    if subject in group("common"):
        return subject
    pointed = _POINTED.fullmatch(subject)
    return pointed.group(1) if pointed and not _OWN.fullmatch(subject) else ""
