"""The five groups of statistics that have a colour and a switch of their own."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

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


def kind_name(kind: Kind) -> str:
    """Return what a kind of statistic is called."""
    names = QCoreApplication.translate(
        "Statistics",
        "金额|数量|百分比|百分点|比率|分数|倍数|长度|面积|重量|体积|时长|速度|温度|年龄|能量|速率|名次|序数|日期|数",
    )
    return dict(zip(Kind, names.split("|"), strict=True))[kind]


def colour_of(kind: Kind, theme: Theme) -> str:
    """Return a theme's colour for a kind of statistic, ``#rrggbb``."""
    return {
        "money": theme.money,
        "percent": theme.percent,
        "count": theme.count,
        "time": theme.time,
        "other": theme.other,
    }[group_of(kind)]
