"""What neighbouring numbers share: direction and basis in a list, the denominator of 由每瓶20元涨到35元."""

import re
from dataclasses import replace

from baoguan.domain.statistic import Kind, Statistic

_LISTED = re.compile(r"、|和|与|及|以及")
_MOVED = re.compile(r"[^,;。\d]{0,6}(?:到|至|为|达)[约近]?(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年的)?")
_PARALLEL = re.compile(
    r"[,、](?![^,;。]*[共计合总达较比涨跌升降增减收付售卖值余另罚每年月])[^,;。\d一二三四五六七八九十]{0,6}"
)
_APART = frozenset({Kind.DATE, Kind.ORDINAL, Kind.RANK})


def share(text: str, found: list[Statistic]) -> None:
    """Give each number, in place, what the one before it says for both."""
    for at in range(1, len(found)):
        first, second = found[at - 1], found[at]
        if first.unit != second.unit or first.kind in _APART or second.kind in _APART:
            continue
        between = text[first.full_end : second.full_start]
        listed = _LISTED.fullmatch(between) is not None
        if listed and first.direction and second.direction is None:
            basis = second.basis or first.basis
            second = replace(second, direction=first.direction, change=first.change, basis=basis)
        told = listed or _MOVED.fullmatch(between) or _PARALLEL.fullmatch(between)
        if first.per and second.per is None and told:
            second = replace(second, per=first.per)
        found[at] = second
