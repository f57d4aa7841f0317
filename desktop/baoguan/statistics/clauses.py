"""One clause of a sentence, chunk by chunk: what leads to each of its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from baoguan.domain.statistic import Kind
from baoguan.statistics.chunks import Chunk
from baoguan.statistics.names import Span, usable
from baoguan.statistics.words import Word, group

SPACES = frozenset({" ", "\u3000", "\n"})
_PASSED = frozenset({"link", "date"})
_APPROACHED = frozenset(["由", "从", "自", "以", "按", "在", "于", "到", "等", "自从", "每"])
"""Prepositions that may stand between the name of a figure and its number."""
_FROM = frozenset({"由", "从"})
_FAR = 5
_BASED = frozenset({Kind.PERCENT, Kind.MULTIPLE, Kind.FRACTION})


class Lead(NamedTuple):
    """What leads to a number: the chunk ``at`` reached past small words, -1 at the clause's beginning.

    ``trend`` says that it rose or fell, ``each`` that it is told for each of something; ``telling`` is where
    the word stands that says what changed (提前, 减产).
    """

    at: int
    trend: bool = False
    each: bool = False
    telling: Span = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The chunks of the words between two stops, the stops, and whether it reports a number."""

    words: Sequence[Word]
    chunks: Sequence[Chunk]
    before: str
    after: str
    numbered: bool

    def form(self, at: int) -> str:
        """Return the first word of a chunk."""
        return self.words[self.chunks[at].low].form

    def kind(self, at: int) -> str:
        """Return what a chunk is; nothing beyond either end."""
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else ""

    def back(self, at: int) -> int:
        """Return the chunk before ``at`` that is no small word, -1 if there is none."""
        at -= 1
        while at >= 0 and self.chunks[at].kind in _PASSED:
            at -= 1
        return at

    def ahead(self, at: int) -> int:
        """Return the chunk after ``at`` that is no small word, their number if there is none."""
        at += 1
        while at < len(self.chunks) and self.chunks[at].kind in _PASSED:
            at += 1
        return at

    def usable(self, at: int) -> Span:
        """Return a name as it can stand in a table."""
        return usable(self.words, self.chunks[at].low, self.chunks[at].high)

    def quoted(self, at: int) -> bool:
        """Whether a name stands alone between quotation marks: “京津”."""
        opened = self.kind(at - 1) == "mark" and self.form(at - 1) in "“「‘"
        return opened and self.kind(at + 1) == "mark" and self.form(at + 1) in "”」’"

    def sent(self) -> bool:
        """Whether the clause only says who sent a report from where: 新华社|上海|十日电."""
        return bool(self.chunks) and self.words[self.chunks[-1].high - 1].form in group("sent")

    def runs_on(self) -> bool:
        """Whether no mark parts the clause from the next: 七日电|（记者某）|某厂."""
        end = self.chunks[-1].high if self.chunks else len(self.words)
        return end < len(self.words) and self.words[end].kind != "mark"

    def object(self) -> Span:
        """Return the object of the last verb of a clause without numbers (配售|平价煤), or a heading."""
        last = len(self.chunks) - 1
        if self.numbered or self.kind(last) != "name":
            return None
        heading = last == 0 and self.after in SPACES
        return self.usable(last) if heading or self.kind(last - 1) == "verb" else None

    def heading(self) -> Span:
        """Return the share that a clause without numbers ends in: 占消费总支出的比重."""
        if self.numbered or self.kind(len(self.chunks) - 1) != "name":
            return None
        at = next((i for i, chunk in enumerate(self.chunks) if chunk.kind == "share"), None)
        if at is None:
            return None
        return self.words[self.chunks[at].low].start, self.words[self.chunks[-1].high - 1].end

    def lead(self, index: int, kind: Kind) -> Lead:
        """Return what leads to the number of that kind which is chunk ``index``."""
        at, lead = index - 1, Lead(-1)
        while at >= 0:
            chunk, form = self.chunks[at].kind, self.form(at)
            if chunk == "trend":
                telling = self._span(at) if form in group("telling") else lead.telling
                lead = lead._replace(trend=True, telling=telling)
            elif chunk == "prep":
                ahead = form == "将" and self.kind(at + 1) != "name"
                if not ahead and form not in group("compared") and form not in _APPROACHED:
                    break
            elif chunk == "name":
                base = self._base(at, index, lead.trend, kind)
                if base is None:
                    break
                at = base
            elif chunk == "of" and at == index - 1 and (origin := self._origin(at)) is not None:
                at = origin
            elif chunk == "mark":
                if form not in ":“‘":
                    break
            elif chunk not in {"link", "date", "of"}:
                break
            lead = lead._replace(each=lead.each or form.startswith("每"))
            at -= 1
        return lead._replace(at=at)

    def _origin(self, of: int) -> int | None:
        """Return the preposition that opens from when a number is: 职工|由|创业时的98人."""
        for at in range(of - 1, max(0, of - _FAR), -1):
            if self.kind(at) == "prep" and self.form(at) in _FROM:
                dated = any(self.kind(between) in {"loc", "date"} for between in range(at + 1, of))
                return at if dated and self.kind(at - 1) == "name" else None
        return None

    def _span(self, at: int) -> tuple[int, int]:
        return self.words[self.chunks[at].low].start, self.words[self.chunks[at].high - 1].end

    def _base(self, at: int, index: int, trend: bool, kind: Kind) -> int | None:
        """Return the chunk that makes a name the base of a comparison: 比|全镇平均水平, 为|太阳的65亿倍."""
        base, compared = at - 1, group("compared")
        while base >= 0 and self.chunks[base].kind in _PASSED and self.form(base) not in compared:
            base -= 1
        if base >= 0 and self.form(base) in compared and (self.chunks[base].kind != "and" or trend):
            return base
        of = self.chunks[at + 1].kind == "of" and at + 2 == index and kind in _BASED
        return at if of and self.kind(at - 1) in {"link", "verb", "trend"} else None
