"""Where and how surely a figure holds: place and status, from its clause and sentence."""

import re

from baoguan.domain.statistic import Status
from baoguan.statistics.lexicon import trigger_pattern
from baoguan.statistics.reading import Reading
from baoguan.statistics.words import places

_WINDOW = 40
_CLAUSE = re.compile(r"[,;。！？!?:\n]")
_NO_PLACE = re.compile(r"大道|大学|路|街|道|站|大厦|饭店|银行|证券|日报|晚报|时报|科学院|会战|战役|菜|话|元")
_ELSEWHERE = re.compile(r"(?:占|比|较|高于|低于|多于|少于|相当于|销往|出口到|运往|来自|对|飞往|前往)$")
_PLAN = re.compile(
    r"到\ufffc*(?:20\d\d年|“?十.五)|力争|争取|计划|预计|目标|有望|拟|将(?=达到|达|增|提高|投入|建|新|超过|突破|有)"
)


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
