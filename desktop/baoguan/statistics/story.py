"""What an article has told so far, handed from passage to passage and from sentence to sentence."""

from dataclasses import dataclass

from baoguan.domain.statistic import Status
from baoguan.statistics.about import Reader
from baoguan.statistics.names import Span
from baoguan.statistics.reading import Reading

_BEYOND = 48


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
        self._text = ""
        self._folded = ""
        self._words = ""
        self._reader: tuple[tuple[int, int], Reader] | None = None

    def open(self, text: str, folded: str, words: str) -> None:
        """Go on to a passage: as printed, folded, and folded with its numbers and dates blanked."""
        self._text, self._folded, self._words = text, folded, words
        self._reader = None

    def told(self, reading: Reading, sentence: tuple[int, int], last: int) -> Told:
        """Return what a number is about; ``last`` is where the last number of its sentence ends."""
        start, end = sentence
        if self._reader is None or self._reader[0] != sentence:
            self._reader = (sentence, Reader(self._words, self._folded, start, min(end, last + _BEYOND)))
        about = self._reader[1].about(reading)
        subject = self._said(about.subject)
        return Told(
            measure=self._said(about.measure),
            subject=subject,
            place=self._said(about.place),
            status=about.status,
        )

    def _said(self, span: Span) -> str:
        return self._text[span[0] : span[1]] if span else ""
