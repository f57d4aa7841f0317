"""Where, when and how surely a figure holds: place, time and status, from its clause and sentence."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from baoguan.domain.statistic import Status
from baoguan.statistics.lexicon import trigger_pattern
from baoguan.statistics.reading import Reading
from baoguan.statistics.words import places

_WINDOW = 40
_DATES = 4
_COMPARED = re.compile(r"(?:[比较与和同跟]|高于|低于|多于|少于|超过|仅次于|相比)$")
_FAR = re.compile(r"(?:比|较|与)[^,;。、\d]{0,6}$")
_NOW = re.compile(r"(截至)?(?:如今|目前|现在|迄今|至今)")
_CLAUSE = re.compile(r"[,;。！？!?:\n]")
_OPENING = frozenset(",;。！？!?:“\n ")
_AFTER = re.compile(r"[^,;。！？!?:\n\ufffc]{0,3}(?:于|在)$")
_NO_PLACE = re.compile(r"大道|大学|路|街|道|站|大厦|饭店|银行|证券|日报|晚报|时报|科学院|会战|战役|菜|话|元")
_ELSEWHERE = re.compile(r"(?:占|比|较|高于|低于|多于|少于|相当于|销往|出口到|运往|来自|对|飞往|前往)$")
_PLAN = re.compile(
    r"到\ufffc*(?:20\d\d年|“?十.五)|力争|争取|计划|预计|目标|有望|拟|将(?=达到|达|增|提高|投入|建|新|超过|突破|有)"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a figure holds: the span of the words that say so, and their ISO 8601 interval."""

    start: int
    end: int
    iso: str | None


def time_of(
    text: str, dates: Sequence[Reading], reading: Reading, start: int, issue: str | None
) -> Moment | None:
    """Return when a figure holds: the last date before it in its sentence that is no basis, else 目前."""
    found = _dated(text, dates, reading)
    clause = max((match.end() for match in _CLAUSE.finditer(text, start, reading.start)), default=start)
    now = None
    for match in _NOW.finditer(text, max(start, found.end if found else 0), reading.start):
        opens = match.start() == start or text[match.start() - 1] in _OPENING
        now = match if opens or match.start() >= clause else now
    if now is None:
        return found
    iso = f"../{issue}" if issue and now[1] else issue
    return Moment(now.start(), now.end(), iso)


def _dated(text: str, dates: Sequence[Reading], reading: Reading) -> Moment | None:
    at = bisect_right(dates, reading.start, key=lambda date: date.end)
    for date in reversed(dates[max(0, at - _DATES) : at]):
        before = text[max(0, date.start - 8) : date.start]
        if not (_COMPARED.search(before) or _FAR.search(before)):
            return Moment(date.start, date.end, date.iso)
    for date in dates[at : at + 1]:
        if _AFTER.fullmatch(text, reading.end, date.start):
            return Moment(date.start, date.end, date.iso)
    return None


def place_of(text: str, near: tuple[int, int], at: int, subject: str) -> str:
    """Return the place named in the clause of a number at ``at``, by its subject, or alone before it."""
    start, end = near
    low = max((match.end() for match in _CLAUSE.finditer(text, start, at)), default=start)
    stop = _CLAUSE.search(text, at, end)
    high = stop.start() if stop else end
    inside = _named(text, low, high)
    if inside:
        return inside[0] if len(inside) == 1 else ""
    if any(True for _ in places().spans(text[low:high])):
        return ""
    owner = _named(subject, 0, len(subject))
    earlier = owner or _named(text, start, low)
    return earlier[0] if len(earlier) == 1 else ""


def _named(text: str, start: int, end: int) -> list[str]:
    """Return the different places a stretch of text names as places, the part of a longer name left out."""
    found: list[str] = []
    for low, high in places().spans(text[start:end]):
        low, high = start + low, start + high
        if _NO_PLACE.match(text, high) or _ELSEWHERE.search(text[max(start, low - 3) : low]):
            continue
        name = text[low:high]
        if name not in found:
            found.append(name)
    return [name for name in found if not any(name != other and name in other for other in found)]


def status_of(text: str, reading: Reading) -> Status:
    """Tell a plan (到2025年达到) and an example (相当于) from a figure reported."""
    clause = text[max(0, reading.start - _WINDOW) : reading.start]
    clause = re.split(r"[;。！？!?\n]", clause)[-1]
    if trigger_pattern("hypothetical").search(clause):
        return "hypothetical"
    return "target" if _PLAN.search(clause) else "actual"
