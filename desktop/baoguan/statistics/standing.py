"""How surely the figures of a sentence hold: reported, planned (力争, 到2025年达到) or supposed (如果)."""

import re
from collections.abc import Sequence
from functools import cache

from baoguan.domain.statistic import Status
from baoguan.statistics.clauses import Clause
from baoguan.statistics.words import Word, group

_AHEAD = re.compile(r"到\s*(?:20[2-9]\d年|“?十[四五六]五|本世纪末)")
_COMING = re.compile(r"(?:今冬)?[明来]后?(?:年|春|日|天|两年)|后年|下(?:个?月|周|季|年度)|今后|未来")
_TO = frozenset(["要", "将", "须", "必须"])
_MEANING = frozenset({"计划", "规划", "决定"})
_ACTING = frozenset({"verb", "either", "trend", "blank", "date"})
_BEFORE = frozenset(["由", "从", "在", "于", "对", "向", "以"])
_REACHING = frozenset("有达超至")
_MEASURED = frozenset(["超过", "完成", "超额", "超额完成", "比", "为", "按", "原"])
_AIMS = frozenset({"目标", "预期目标", "主要目标", "奋斗目标"})


class Standing:
    """Reads the clauses of a sentence in order; a plan or a supposition may run on into the next one."""

    def __init__(self, text: str) -> None:
        """``text`` is folded, with its dates as printed."""
        self._text = text
        self._planned: int | None = None
        self._aimed = False
        self._carried: Status = "actual"
        self._first = False
        self._status: Status = "actual"

    def read(self, clause: Clause) -> None:
        """Go on to the next clause."""
        words, telling = clause.words, _telling()
        low, high = (clause.chunks[0].low, clause.chunks[-1].high) if clause.chunks else (0, 0)
        told = [at for at in range(low, high) if words[at].form in telling or words[at].kind == "date"]
        if clause.before == ";":
            self._carried, self._aimed = "actual", False
        done = any(words[at].form in group("done") for at in told)
        self._planned = self._plan(words, told, (low, high), done)
        self._aimed = self._aimed or (clause.after == ":" and any(words[at].form in _AIMS for at in told))
        if _supposes(words, told, low):
            self._carried, self._first = "hypothetical", True
        elif self._carried == "hypothetical":
            goes_on = self._first or any(words[at].form in group("modal") for at in told)
            self._carried, self._first = ("hypothetical" if goes_on else "actual"), False
        elif clause.chunks and not self._aimed and (done or not _runs_on(clause)):
            self._carried = "actual"
        if self._aimed and self._carried == "actual":
            self._carried = "target"
        self._status = self._carried
        if self._planned is not None and self._carried == "actual":
            self._carried = "target"

    def of(self, at: int) -> Status:
        """Return how surely a number of the clause holds that begins at code point ``at``."""
        planned = self._planned is not None and self._planned < at
        return "target" if planned and self._status == "actual" else self._status

    def _plan(
        self, words: Sequence[Word], told: list[int], clause: tuple[int, int], done: bool
    ) -> int | None:
        """Return the code point from which a clause speaks of what is to come, None if it does not."""
        low, high = clause
        for at in told:
            if _plans(words, at, high):
                return words[at].start
        if done or low == high:
            return None
        for at in told:
            if words[at].kind == "date" and _COMING.match(self._text, words[at].start):
                return words[at].start
        ahead = _AHEAD.search(self._text, words[low].start, words[high - 1].end)
        return ahead.start() if ahead else None


@cache
def _telling() -> frozenset[str]:
    """Return every word that a clause's standing is told from."""
    names = ("planned", "supposed", "opening", "modal", "done")
    return frozenset().union(_TO, _MEANING, _AIMS, *(group(name) for name in names))


def _supposes(words: Sequence[Word], told: list[int], low: int) -> bool:
    opens = bool(told) and told[0] == low and words[low].form in group("opening")
    return opens or any(words[at].form in group("supposed") for at in told)


def _runs_on(clause: Clause) -> bool:
    """Whether a clause goes on with the plan of the one before: a verb, or only a figure or its parts."""
    if clause.kind(0) in {"verb", "trend", "blank", "link", "date"}:
        return True
    return clause.kind(0) == "name" and clause.words[clause.chunks[0].high - 1].kind == "head"


def _plans(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether a word says that what follows is to come: 力争, 计划录取, 将超过; not 将利率下调."""
    word = words[at]
    if word.form in group("planned"):
        return True
    if at + 1 >= high or word.form not in _TO | _MEANING:
        return False
    following = words[at + 1]
    acting = following.kind in _ACTING or following.form in _BEFORE
    acting = acting or following.form in group("either") or following.form in group("verb")
    acting = acting or (following.kind == "head" and at + 2 < high and words[at + 2].kind == "blank")
    if word.form in _MEANING:
        return acting and not (at and words[at - 1].form in _MEASURED)
    reaching = following.kind == "link" and (len(following.form) > 1 or following.form in _REACHING)
    return acting or reaching
