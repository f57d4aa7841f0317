"""What readers say of numbers, put in place of what was read, again and again as that is read anew."""

from collections.abc import Callable
from dataclasses import asdict, fields, replace
from itertools import count
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from baoguan.domain.annotation import Amendment, Target
from baoguan.domain.article import Span
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.domain.statistic import Kind, Statistic
from baoguan.store import schema
from baoguan.store.statistic_rows import statistic_values

Find = Callable[[str, Target], Span | None]
"""Returns where a Target stands in a text, None where the text no longer holds it."""

_table, _annotation = schema.statistic, schema.annotation
_FIELDS = frozenset(field.name for field in fields(Statistic))


def amendment_values(amendment: Amendment | None) -> dict[str, Any] | None:
    """Return an amendment as JSON values."""
    if amendment is None:
        return None
    return {"statistic": asdict(amendment.statistic) if amendment.statistic else None}


def amendment_of(values: dict[str, Any] | None) -> Amendment | None:
    """Build the amendment of JSON values."""
    if values is None:
        return None
    told = values["statistic"]
    if told is None:
        return Amendment(None)
    known = {name: value for name, value in told.items() if name in _FIELDS}
    return Amendment(Statistic(**known | {"kind": Kind(told["kind"])}))


def apply_amendments(connection: Connection, article: ArticleId, find: Find) -> None:
    """Show what readers said of an article's numbers, and what was read wherever they say nothing.

    What an amendment overlaps is hidden by it, an earlier amendment too. One whose place the text no longer
    holds hides nothing. A row that a reader said keeps its number as long as it is said.
    """
    own = _table.c.article_id == article
    said = select(_table.c.annotation_id, _table.c.id).where(own, _table.c.annotation_id.is_not(None))
    numbers: dict[str, int] = dict(connection.execute(said).all())
    unused = count((connection.scalar(select(func.max(_table.c.id))) or 0) + 1)
    connection.execute(delete(_table).where(own, _table.c.annotation_id.is_not(None)))
    connection.execute(update(_table).where(own, _table.c.amended_by.is_not(None)).values(amended_by=None))
    amended = select(_annotation).where(
        _annotation.c.article_id == article,
        _annotation.c.amendment.is_not(None),
        _annotation.c.deleted_at.is_(None),
    )
    rows = connection.execute(amended.order_by(_annotation.c.created, _annotation.c.id)).all()
    if not rows:
        return
    text = connection.scalar(select(schema.article.c.text).where(schema.article.c.id == article)) or ""
    for row in rows:
        target = Target(row.start, row.end, row.exact, row.prefix, row.suffix)
        span, amendment = find(text, target), amendment_of(row.amendment)
        if span is not None and span.start < span.end and amendment is not None:
            sentence = _hide(connection, article, span, AnnotationId(row.id))
            if amendment.statistic is not None:
                moved = _moved(amendment.statistic, span, target, text, sentence)
                values = statistic_values(moved, article) | {"annotation_id": row.id}
                number = numbers.get(row.id) or next(unused)
                connection.execute(insert(_table).values(id=number, **values))


def _hide(connection: Connection, article: ArticleId, span: Span, by: AnnotationId) -> Span | None:
    """Hide what stands in a span; return the sentence it was read from."""
    within = (
        _table.c.article_id == article,
        _table.c.start < span.end,
        _table.c.end > span.start,
        _table.c.amended_by.is_(None),
    )
    sentence = select(_table.c.sentence_start, _table.c.sentence_end).where(*within).limit(1)
    found = connection.execute(sentence).one_or_none()
    connection.execute(update(_table).where(*within).values(amended_by=by))
    return None if found is None else Span(*found)


def _moved(statistic: Statistic, span: Span, target: Target, text: str, sentence: Span | None) -> Statistic:
    """Return a statistic where it stands now, each span within the next and all within the text."""
    by = span.start - target.start
    start = max(0, min(statistic.full_start + by, span.start))
    end = min(len(text), max(statistic.full_end + by, span.end))
    around = sentence or Span(statistic.sentence_start + by, statistic.sentence_end + by)
    return replace(
        statistic,
        raw=text[span.start : span.end],
        start=span.start,
        end=span.end,
        full_start=start,
        full_end=end,
        sentence_start=max(0, min(around.start, start)),
        sentence_end=min(len(text), max(around.end, end)),
    )
