"""The five groups of statistics that have a colour and a switch of their own."""

from typing import Literal

from baoguan.app.theme import Theme
from baoguan.domain.statistic import Kind

Group = Literal["money", "percent", "count", "time", "other"]

_MEMBERS: dict[Group, frozenset[Kind]] = {
    "money": frozenset({Kind.MONEY}),
    "percent": frozenset(
        {Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.RATIO, Kind.FRACTION, Kind.MULTIPLE, Kind.RATE}
    ),
    "count": frozenset({Kind.COUNT, Kind.NUMBER}),
    "time": frozenset({Kind.DATE, Kind.DURATION, Kind.AGE}),
}
MEMBERS: dict[Group, frozenset[Kind]] = {
    **_MEMBERS,
    "other": frozenset(Kind) - frozenset().union(*_MEMBERS.values()),
}
"""Every kind of statistic belongs to exactly one group."""

_GROUP_OF: dict[Kind, Group] = {kind: group for group, kinds in MEMBERS.items() for kind in kinds}


def group_of(kind: Kind) -> Group:
    """Return the group a kind of statistic belongs to."""
    return _GROUP_OF[kind]


def colour_of(kind: Kind, theme: Theme) -> str:
    """Return a theme's colour for a kind of statistic, ``#rrggbb``."""
    return {
        "money": theme.money,
        "percent": theme.percent,
        "count": theme.count,
        "time": theme.time,
        "other": theme.other,
    }[group_of(kind)]
