"""How dates, places and statistics are put into words on the screen."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from baoguan.domain.statistic import Kind, Statistic
from baoguan.ui.models.kinds import Group
from baoguan.ui.models.unit_names import unit_name

_RELATIONS = {"=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "mean": "x̄ "}
_AS_PRINTED = frozenset({Kind.DATE, Kind.RATIO, Kind.FRACTION, Kind.ORDINAL, Kind.RANK})
_LONGEST = 10**16
"""From here on a number is written with a power of ten."""


def place_text(title: str, day: date | None, section: str | None, page: str) -> str:
    """Return where an article stands, unknown parts left out: ``天津日报 · 2022-10-12 · 第 5 版``."""
    number = QCoreApplication.translate("Place", "第 {number} 版").format(number=page) if page else ""
    return " · ".join(part for part in (title, str(day or ""), section or "", number) if part)


def group_text(group: Group) -> str:
    """Return the name of a group of statistics."""
    return {
        "money": QCoreApplication.translate("Statistics", "金额"),
        "percent": QCoreApplication.translate("Statistics", "百分比"),
        "count": QCoreApplication.translate("Statistics", "数量"),
        "time": QCoreApplication.translate("Statistics", "时间"),
        "other": QCoreApplication.translate("Statistics", "其他"),
    }[group]


def number_text(number: float) -> str:
    """Return a number with thousands separators, in 亿 or 万 where that loses nothing: ``5,410万``."""
    if abs(number) >= _LONGEST:
        return f"{number:.4g}"
    exact = Decimal(repr(number))
    for size, name in ((10**8, "亿"), (10**4, "万")):
        scaled = exact / size
        if abs(exact) >= max(size, 10**5) and scaled == round(scaled, 4):
            return _plain(scaled) + name
    return _plain(exact)


def value_text(statistic: Statistic) -> str:
    """Return a statistic's value with its relation: ``≥ 2,000万``, ``3–5``; dates and ratios as printed."""
    if statistic.kind in _AS_PRINTED:
        return statistic.raw
    sign = _RELATIONS[statistic.relation]
    if statistic.value is not None:
        return sign + number_text(statistic.value)
    bounds = [number_text(bound) if bound is not None else "" for bound in (statistic.low, statistic.high)]
    return sign + "–".join(bounds) if any(bounds) else statistic.raw


def unit_text(statistic: Statistic) -> str:
    """Return a statistic's unit as a reader writes it, with its denominator: ``元``, ``吨/日``."""
    if statistic.kind in _AS_PRINTED:
        return ""
    money = statistic.dimension if statistic.kind is Kind.MONEY and statistic.unit == "CNY" else None
    return unit_name(money or statistic.unit or "", statistic.per)


def change_text(statistic: Statistic) -> str:
    """Return how a number moved: ``↑ 同比`` by as much, ``↓至`` to as much; empty where it did not."""
    arrow = {"up": "↑", "down": "↓"}.get(statistic.direction or "", "")
    change = QCoreApplication.translate("Statistics", "至") if statistic.change == "level" else ""
    return " ".join(part for part in (arrow + change, statistic.basis or "") if part)


def _plain(number: Decimal) -> str:
    return f"{number:,.4f}".rstrip("0").rstrip(".")
