"""Between a Statistic and the catalogue's rows."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from baoguan.domain.ids import AnnotationId, ArticleId, PageId, StatisticId
from baoguan.domain.interval import days_of
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.store import schema

_table, _article, _page = schema.statistic, schema.article, schema.page
_issue, _title, _annotation = schema.issue, schema.title, schema.annotation
_NAMES = [column.name for column in _table.columns]
_values = itemgetter(*(_NAMES.index(field.name) for field in fields(Statistic)))
"""Takes the fields of a Statistic from a row by place: a hundred thousand are read for a chart."""
_MANY = 500
"""Numbers of one question to SQLite, which takes no more than some thousands."""


def statistic_values(statistic: Statistic, article: ArticleId) -> dict[str, Any]:
    """Return the values of a statistic's row as it was read."""
    since, until = days_of(statistic.time_iso or statistic.iso or "")
    return asdict(statistic) | {
        "article_id": article,
        "time_start": since,
        "time_end": until,
        "annotation_id": None,
        "amended_by": None,
    }


def statistic_of(row: Row[Any]) -> Statistic:
    """Build the Statistic of a row that begins with the columns of ``schema.statistic``."""
    raw, start, end, kind, *values = _values(row)
    return Statistic(raw, start, end, Kind(kind), *values)


def records_of(connection: Connection, ids: Sequence[int]) -> Iterator[StatisticRecord]:
    """Yield the statistics of these numbers, in the same order."""
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        rows = {row.id: row for row in connection.execute(_records().where(_table.c.id.in_(some)))}
        # An article's text is long, and most of its numbers stand together: it is fetched once.
        articles = {row.article_id for row in rows.values()}
        printed = select(_article.c.id, _article.c.text).where(_article.c.id.in_(articles))
        texts = dict(connection.execute(printed).all())
        for number in some:
            yield _record(rows[number], texts[rows[number].article_id])


def _records() -> Select[Any]:
    printed = func.coalesce(_page.c.number, _page.c.sequence)
    return (
        select(_table, _article.c.page_id, _article.c.headline)
        .add_columns(_title.c.name.label("title"), _issue.c.date, printed.label("page_number"))
        .add_columns(rejection().label("rejected"))
        .join(_article, _article.c.id == _table.c.article_id)
        .join(_page, _page.c.id == _article.c.page_id)
        .join(_issue, _issue.c.id == _page.c.issue_id)
        .join(_title, _title.c.id == _issue.c.title_id)
        .outerjoin(_annotation, _annotation.c.id == _table.c.amended_by)
    )


def rejection() -> ColumnElement[bool]:
    """Return whether an annotation says that a number reports nothing."""
    told = func.json_extract(_annotation.c.amendment, "$.statistic")
    return and_(_annotation.c.amendment.is_not(None), told.is_(None))


def _record(row: Row[Any], text: str) -> StatisticRecord:
    statistic = statistic_of(row)
    said = row.annotation_id or row.amended_by
    return StatisticRecord(
        StatisticId(row.id),
        ArticleId(row.article_id),
        PageId(row.page_id),
        row.headline,
        row.title,
        row.date,
        text[statistic.sentence_start : statistic.sentence_end],
        statistic,
        str(row.page_number),
        AnnotationId(said) if said else None,
        bool(row.rejected),
    )
