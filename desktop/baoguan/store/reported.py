"""The numbers that a query can ask for: their group, and where they lie in the unit that it asks in."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Label, and_, case, func, or_

from baoguan.domain.query import NumberRange
from baoguan.domain.statistic import Kind
from baoguan.store import schema

_statistic = schema.statistic.c
_PERCENTAGE = _statistic.kind.in_((Kind.PERCENT, Kind.PERCENTAGE_POINTS))
_GROUP: ColumnElement[str | None] = case(
    # Other currencies are no yuan, however many of them there are; yuan are of any era, as printed.
    (and_(_statistic.kind == Kind.MONEY, _statistic.unit == "CNY"), "金额"),
    (_PERCENTAGE, "百分比"),
    (_statistic.kind == Kind.COUNT, "数量"),
)
_HUNDREDTHS = case((_statistic.unit == "‰", 0.1), else_=1.0)


def _bound(end: str) -> ColumnElement[float | None]:
    """Return a bound of a number: percentages in hundredths, as they are printed, all else in base units."""
    printed = func.coalesce(_statistic.value, _statistic[end])
    base = func.coalesce(_statistic.base_value, _statistic[f"base_{end}"], printed)
    return case((_PERCENTAGE, printed * _HUNDREDTHS), else_=base)


_LOW, _HIGH = _bound("low"), _bound("high")


def group() -> Label[str | None]:
    """Return the column with the group of a number, None where no query can ask for it."""
    return _GROUP.label("group")


def bounds() -> tuple[Label[float | None], Label[float | None]]:
    """Return the columns with the least and the greatest value of a number."""
    return _LOW.label("from"), _HIGH.label("to")


def within(wanted: Collection[NumberRange]) -> ColumnElement[bool]:
    """Return whether a number, or any part of a reported range, lies within any of some bounds."""
    return or_(*(and_(*_between(one)) for one in wanted))


def _between(wanted: NumberRange) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_GROUP.is_(wanted.group), _LOW.is_not(None)]
    if wanted.low is not None:
        found.append(wanted.low < _HIGH if wanted.low_open else wanted.low <= _HIGH)
    if wanted.high is not None:
        found.append(wanted.high > _LOW if wanted.high_open else wanted.high >= _LOW)
    return found
