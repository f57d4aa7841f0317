"""A StatisticFilter as conditions of the catalogue."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.store import schema
from baoguan.store.statistic_rows import rejection
from baoguan.store.statistic_scales import NEAR, Scale, scales

BESIDE = frozenset({Kind.DATE, Kind.ORDINAL, Kind.RANK})
"""Kinds that are no quantities: listed only where they are asked for."""

_statistic, _article, _page = schema.statistic.c, schema.article.c, schema.page.c
_issue, _title, _annotation = schema.issue.c, schema.title.c, schema.annotation.c


def conditions(connection: Connection, wanted: StatisticFilter) -> list[ColumnElement[bool]]:
    """Return what holds of the rows wanted; every one of them must."""
    texts = (value for field in fields(wanted) if isinstance(value := getattr(wanted, field.name), str))
    if not all(map(askable, texts)):
        return [false()]
    return [*_shown(wanted), *_named(wanted), *_bounded(connection, wanted), *_timed(wanted)]


def standing() -> ColumnElement[bool]:
    """Return whether a row is shown: it is the reader's, or no reader amended it."""
    return _statistic.amended_by.is_(None)


def askable(text: str) -> bool:
    """Return whether SQLite can be asked for a text; no text holds what it cannot take."""
    return not any(one == "\0" or "\ud800" <= one <= "\udfff" for one in text)


def _shown(wanted: StatisticFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.article is not None:
        yield _statistic.article_id == wanted.article
    if wanted.page is not None:
        yield _statistic.article_id.in_(_articles().where(_article.page_id == wanted.page))
    yield _statistic.article_id.not_in(_articles().where(_article.deleted_at.is_not(None)))
    if wanted.rejected:
        yield _statistic.amended_by.in_(select(_annotation.id).where(rejection()))
    else:
        yield standing()


def _articles() -> Select[Any]:
    return select(_article.id)


def _named(wanted: StatisticFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.kinds:
        yield _statistic.kind.in_(sorted(wanted.kinds))
    else:
        yield _statistic.kind.not_in(sorted(BESIDE))
    for name in ("place", "measure", "subject"):
        if getattr(wanted, name):
            yield _statistic[name] == getattr(wanted, name)
    if wanted.dimension is not None:
        yield _statistic.dimension == wanted.dimension
    if wanted.title:
        issues = select(_issue.id).join(schema.title).where(_title.name == wanted.title)
        yield _statistic.article_id.in_(_of_issues(issues))
    if wanted.text:
        columns = (_statistic.raw, _statistic.unit, _statistic.measure, _statistic.subject, _statistic.place)
        headed = _articles().where(_article.headline.contains(wanted.text, autoescape=True))
        printed = (column.contains(wanted.text, autoescape=True) for column in columns)
        yield or_(*printed, _statistic.article_id.in_(headed))


def _of_issues(issues: Select[Any]) -> Select[Any]:
    """Return the numbers of the articles in some issues."""
    return _articles().where(_article.page_id.in_(select(_page.id).where(_page.issue_id.in_(issues))))


def _bounded(connection: Connection, wanted: StatisticFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.low is None and wanted.high is None:
        if wanted.unit is not None:
            yield _statistic.unit == wanted.unit
        return
    printed = _between(
        func.coalesce(_statistic.value, _statistic.low, _statistic.high),
        func.coalesce(_statistic.value, _statistic.high, _statistic.low),
        wanted.low,
        wanted.high,
    )
    if wanted.unit is None:
        yield printed
        return
    converted = (
        and_(_statistic.dimension == scale.dimension, _within(scale, wanted.low, wanted.high))
        for scale in scales(connection, wanted.unit)
    )
    yield or_(and_(_statistic.unit == wanted.unit, printed), *converted)


def _within(scale: Scale, low: float | None, high: float | None) -> ColumnElement[bool]:
    """Return whether a number in the base unit, or any part of a range, lies between bounds in a unit."""
    return _between(
        func.coalesce(_statistic.base_value, _statistic.base_low, _statistic.base_high),
        func.coalesce(_statistic.base_value, _statistic.base_high, _statistic.base_low),
        None if low is None else scale.base(low) - abs(scale.base(low)) * NEAR,
        None if high is None else scale.base(high) + abs(scale.base(high)) * NEAR,
    )


def _between(
    least: ColumnElement[Any], most: ColumnElement[Any], low: float | None, high: float | None
) -> ColumnElement[bool]:
    bounds = [most >= low] if low is not None else []
    if high is not None:
        bounds.append(least <= high)
    return and_(*bounds)


def _timed(wanted: StatisticFilter) -> Iterator[ColumnElement[bool]]:
    """Yield that a number's own time, or else the date of its issue, touches the period."""
    if wanted.since is None and wanted.until is None:
        return
    untimed = and_(_statistic.time_start.is_(None), _statistic.time_end.is_(None))
    own, issued = [], []
    if wanted.since is not None:
        own.append(or_(_statistic.time_end.is_(None), _statistic.time_end >= wanted.since))
        issued.append(_issue.date >= wanted.since)
    if wanted.until is not None:
        own.append(or_(_statistic.time_start.is_(None), _statistic.time_start <= wanted.until))
        issued.append(_issue.date <= wanted.until)
    printed = _statistic.article_id.in_(_of_issues(select(_issue.id).where(*issued)))
    yield or_(and_(~untimed, *own), and_(untimed, printed))
