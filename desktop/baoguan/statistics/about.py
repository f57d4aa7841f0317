"""What the numbers of a sentence are about: measure and subject, clause by clause; empty where unsure."""

from bisect import bisect_right
from dataclasses import dataclass

from baoguan.domain.statistic import Kind
from baoguan.statistics import phrases
from baoguan.statistics.phrases import Phrase
from baoguan.statistics.reading import Reading
from baoguan.statistics.words import cut, group

Span = tuple[int, int] | None
_HEADED = frozenset(
    {Kind.DURATION, Kind.RATIO, Kind.FRACTION, Kind.NUMBER, Kind.TEMPERATURE, Kind.SPEED, Kind.AGE}
)
"""Kinds whose number is the figure of a phrase only if that ends like one: 工期, 最高气温."""
_UNNAMED = frozenset({Kind.RANK, Kind.ORDINAL, Kind.DATE})
_MOVED = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MULTIPLE})
_LISTED = frozenset({"、", "和", "与", "及", "以及", "或"})
_STOPS = frozenset(",;。！？!?:()（）\n")
_DIMENSIONS = frozenset("长宽高重深厚")
_BASES = frozenset({Kind.MULTIPLE, Kind.FRACTION})
_SIZES = frozenset(
    {Kind.LENGTH, Kind.AREA, Kind.MASS, Kind.VOLUME, Kind.SPEED, Kind.TEMPERATURE, Kind.AGE, Kind.DURATION}
)
"""Kinds whose number, with 的, describes what follows it: 6米的洞门."""
_NOMINAL = frozenset({"noun", "head", "modifier", "either", "place", "other"})
_NOBODY = frozenset({"记者", "本报记者"})
_TAILS = frozenset({"地区", "一带", "市", "省", "县", "区", "镇", "乡", "州", "全境"})
_SHARES = frozenset({"比重", "比例", "份额"})
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class About:
    """Where the measure and the subject of a number stand in the text, None where it is not told."""

    measure: Span = None
    subject: Span = None


class Reader:
    """Reads one sentence from left to right and remembers whom and which figure it speaks of."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """``text`` is folded, with its numbers and dates blanked."""
        self._words = cut(text, start, end)
        self._ends = [word.end for word in self._words]
        self._read = 0
        self._topic: Span = None
        self._share: Span = None
        self._last: tuple[Reading, About] | None = None
        self._levels: dict[str | None, About] = {}
        self._told_last = About()
        self._moved = False

    def about(self, reading: Reading) -> About:
        """Return what the next number is about; numbers are asked for from left to right."""
        at = min(bisect_right(self._ends, reading.start), len(self._words) - 1)
        if reading.kind in _UNNAMED or not self._words:
            return About()
        clause = self._clause(at)
        found = self._listed(reading, at) or self._told(reading, at, clause)
        self._last = (reading, found)
        if found.measure:
            self._told_last, self._moved = found, reading.kind in _MOVED
            self._levels[reading.code] = found
        return found

    def _clause(self, at: int) -> int:
        """Return where the clause of word ``at`` begins, after reading the topics of those before it."""
        while True:
            begin, size = self._read, len(self._words)
            end = next((i for i in range(begin, size) if self._words[i].form in _STOPS), size)
            if at <= end or end == size:
                return begin
            self._learn(begin, end)
            self._read = end + 1

    def _learn(self, begin: int, end: int) -> None:
        clause = self._words[begin:end]
        reported = self._words[end].form in ":," and any(word.form in group("saying") for word in clause)
        numbered = any(word.kind == "blank" for word in clause)
        if (reported and not numbered) or any(word.form in group("pronoun") for word in clause[:2]):
            self._topic = None
        else:
            self._topic = self._topic_of(begin, end) or self._topic

    def _topic_of(self, begin: int, end: int) -> Span:
        """Return the noun phrase a clause opens with, if a verb follows it and nothing governs it."""
        words, low = self._words, begin
        while low < end and (words[low].kind in {"link", "function", "date"} or words[low].form in "“‘"):
            if words[low].form in group("governing") or words[low].form in group("pronoun"):
                return None
            low += 1
        high = low
        while high < end and (words[high].kind in _NOMINAL or words[high].kind == "of"):
            high += 1
        while high > low and (
            words[high - 1].kind == "of" or (words[high - 1].kind == "either" and high > low + 1)
        ):
            high -= 1
        if high in (low, end) or words[high].form == "、":
            return None
        if words[high].form in group("within") and words[high + 1].form not in group("holding"):
            return None
        phrase = self._headed(high, end) or Phrase(words, low, high)
        high = max(high, phrase.high)
        if self._leads_to_number(high, end) and phrase and phrase.kinds() != {"place"}:
            phrase = phrases.named(phrase)[0]
        return _usable(phrase)

    def _headed(self, at: int, end: int) -> Phrase | None:
        """Return what a clause of description at the opening ends in: 集团|承建的隧道."""
        words = self._words
        if words[at].kind != "verb":
            return None
        for of in range(at + 1, end):
            if words[of].kind in {"mark", "blank", "date"}:
                return None
            if words[of].kind == "of":
                high = of + 1
                while high < end and words[high].kind in _NOMINAL - {"either"}:
                    high += 1
                goes_on = high < end and words[high].kind in {"verb", "either", "link", "share"}
                return Phrase(words, of + 1, high) if goes_on and high > of + 1 else None
        return None

    def _leads_to_number(self, at: int, end: int) -> bool:
        """Whether words like 达到 lead to a number that counts nothing after it: a name, no topic."""
        words = self._words
        while at < end and words[at].kind == "link":
            at += 1
        return at < end and words[at].kind == "blank" and not phrases.after(words, at + 1)

    def _listed(self, reading: Reading, at: int) -> About | None:
        """Return what the number before is about, where only 、 or 和 stands between two of one unit."""
        if self._last is None or at < 2 or self._words[at - 1].form not in _LISTED:
            return None
        before, about = self._last
        near = self._words[at - 2].kind == "blank" and self._words[at - 2].end >= before.end
        alike = before.kind == reading.kind or {before.kind, reading.kind} <= _MOVED
        return about if near and alike and not self._counted(reading, at) else None

    def _counted(self, reading: Reading, at: int) -> Phrase:
        """Return what a number counts or measures, from the words after it."""
        words, follows = self._words, at + 1
        if reading.kind is Kind.COUNT:
            fell = phrases.event(words, follows)
            of = follows < len(words) and words[follows].kind == "of"
            phrase = fell or phrases.after(words, follows + of)
            if not phrase and follows < len(words) and words[follows].kind in {"verb", "either"}:
                return phrases.relative(words, follows)
            return phrase
        of = follows < len(words) and words[follows].kind == "of"
        phrase = phrases.after(words, follows + of)
        headed = phrase and phrase.last.kind == "head"
        return phrases.empty(at) if reading.kind in _HEADED and not headed else phrase

    def _told(self, reading: Reading, at: int, clause: int) -> About:
        phrase = self._name(reading, at, clause)
        share = self._shared(phrase, at, clause)
        if share:
            return share
        counted = self._counted(reading, at)
        topic = self._topic_of(clause, at) or self._topic
        if reading.kind is Kind.COUNT and counted:
            listed = phrase.low > 0 and self._words[phrase.low - 1].form == "、"
            near = phrase and phrase.high == at and phrases.is_body(phrase.last) and not listed
            return About(counted.span, _usable(phrase) if near else topic or self._placed(phrase))
        described = self._described(reading, at)
        sized = reading.kind in _SIZES and self._words[min(at + 1, len(self._words) - 1)].kind == "of"
        if described or (sized and phrase and phrase.last.kind != "head" and not counted):
            return self._size(at, phrase, described)
        if not phrase:
            return self._without_name(reading, at, clause, counted, topic)
        if self._placed(phrase):
            level = self._levels.get(reading.code)
            self._topic = phrase.span
            return About(counted.span if counted else level.measure if level else None, phrase.span)
        return self._figure(reading, phrase, counted, topic)

    def _name(self, reading: Reading, at: int, clause: int) -> Phrase:
        """Return the phrase before a number, past the base of 为太阳的65亿倍."""
        words = self._words
        phrase = phrases.before(words, at)
        if reading.kind in _BASES and words[at - 1].kind == "of" and phrase.low > clause:
            earlier = phrases.before(words, phrase.low)
            phrase = earlier if words[phrase.low - 1].kind == "link" and earlier else phrase
        return Phrase(words, max(phrase.low, clause), phrase.high)

    def _described(self, reading: Reading, at: int) -> Phrase:
        """Return what a size describes: 直径6米的圆形洞门, 9岁男孩."""
        words, follows = self._words, at + 1
        of = follows < len(words) and words[follows].kind == "of"
        close = reading.kind in {Kind.AGE, Kind.SPEED}
        if reading.kind not in _SIZES or not (of or close):
            return phrases.empty(at)
        phrase = phrases.after(words, follows + of)
        return phrases.empty(at) if phrase and phrase.last.kind == "head" else phrase

    def _size(self, at: int, phrase: Phrase, described: Phrase) -> About:
        if not described:
            return About()
        words = self._words
        if phrase and phrase.last.kind == "head":
            return About(phrases.named(phrase)[1].span, described.span)
        short = at > 0 and words[at - 1].form in _DIMENSIONS
        return About((words[at - 1].start, words[at - 1].end) if short else None, described.span)

    def _placed(self, phrase: Phrase) -> Span:
        """Return a phrase that is only the name of a place or owner (上海, 京津冀地区)."""
        words = phrase.words[phrase.low : phrase.high]
        only = bool(words) and words[0].kind == "place"
        rest = all(word.kind == "place" or word.form in _TAILS for word in words)
        unknown = len(words) > 2 and words[-1].form in _TAILS
        district = unknown and all(word.kind in {"place", "other"} or word.form in _TAILS for word in words)
        return phrase.span if (only and rest) or district else None

    def _figure(self, reading: Reading, phrase: Phrase, counted: Phrase, topic: Span) -> About:
        owner, name = phrases.named(phrase)
        if reading.kind in _HEADED and name and name.last.kind != "head":
            return About(counted.span if counted else None, topic)
        if not name:
            return About(counted.span if counted else None, topic)
        lead = phrase.words[phrase.low - 1] if phrase.low else None
        subject = None if lead and lead.form in group("governing") - {"在"} else _owner(owner)
        numbered = phrase.low > 1 and phrase.words[phrase.low - 2].kind == "blank"
        if (
            lead
            and not numbered
            and (lead.form in {"、", "和", "与"} or self._words[phrase.high].form == "分别")
        ):
            return About(name.span, None)
        whole = _usable(phrase)
        other = topic and topic[0] < phrase.span[0] and not phrases.named(phrase)[0].kinds() & {"of"}
        if subject and other and whole and not self._whose(owner, phrase):
            return About(whole, topic)
        if subject:
            self._topic = subject
        elif topic and topic[0] >= name.span[0]:
            topic = self._topic
        described = lead is not None and lead.kind == "of"
        if reading.kind is Kind.PERCENT and counted and name.last.kind != "head":
            return About(counted.span, _usable(phrase))
        return About(name.span, subject or (None if described else topic))

    def _whose(self, owner: Phrase, phrase: Phrase) -> bool:
        """Whether the words before a figure's name say whose it is, not which: 北京|均价, but 绿地面积."""
        apart = phrase.words[owner.high].kind == "of"
        return apart or phrases.is_body(owner.last) or "place" in owner.kinds()

    def _without_name(
        self, reading: Reading, at: int, clause: int, counted: Phrase, topic: Span
    ) -> About:  # fmt: skip
        """Return what a number is about that follows a verb or opens its clause: 增长2.3%, 获得1亿元融资."""
        words = self._words
        bare = all(word.kind in {"link", "blank", "function", "date"} for word in words[clause:at])
        level = self._levels.get(reading.code)
        again = bare or phrases.compared(words, at)
        if again and not counted and at > clause and (level or reading.kind in _MOVED or self._moved):
            return self._told_last if reading.kind in _MOVED or not level else level
        if words[at - 1].form in _DIMENSIONS and at > clause:
            return About((words[at - 1].start, words[at - 1].end), topic)
        if reading.kind is Kind.COUNT and not counted:
            counted = phrases.befallen(words, at) or phrases.single(words, at)
            return About(
                (words[counted.low].start, counted.last.end) if counted.low < counted.high else None, topic
            )
        return About(counted.span if counted else None, topic)

    def _shared(self, phrase: Phrase, at: int, clause: int) -> About | None:
        """Return 占GDP的比重 as a whole and whose share it is."""
        words = self._words
        low = phrase.low - 1 if phrase else at - 1
        while not phrase and low >= clause and words[low].kind == "link":
            low -= 1
        if phrase and phrase.last.form in _SHARES:
            low = next((i for i in range(phrase.low, clause - 1, -1) if words[i].kind == "share"), low)
        if low < clause or words[low].kind != "share":
            return None
        whole = phrases.before(words, low)
        owner = _usable(Phrase(words, max(whole.low, clause), whole.high)) if whole.high > clause else None
        span = (words[low].start, phrase.span[1] if phrase else words[low].end)
        if phrase:
            self._share = span
        return About(self._share if not phrase and self._share else span, owner or self._topic)


def _owner(phrase: Phrase) -> Span:
    """Return whose figure it is, without the verb that 在保护中心备案的 leaves behind."""
    high = phrase.high
    while high > phrase.low + 1 and phrase.words[high - 1].kind == "either":
        high -= 1
    before = phrase.words[phrase.low - 1] if 0 < phrase.low < phrase.high else None
    if before and before.kind == "verb" and len(before.form) == 1:
        return None
    return _usable(Phrase(phrase.words, phrase.low, high))


def _usable(phrase: Phrase) -> Span:
    """Return the span of a phrase that can stand in a table, None where it is none."""
    words = phrase.words[phrase.low : phrase.high]
    if not phrase or phrase.span[1] - phrase.span[0] > _LONGEST or words[0].form in _NOBODY:
        return None
    while words and words[0].kind == "of":
        words = words[1:]
    while len(words) > 1 and words[-1].form in group("vague"):
        words = words[:-1]
    if not words or all(word.form in group("vague") for word in words):
        return None
    return words[0].start, words[-1].end
