"""Between an Article and the catalogue's rows."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from baoguan.domain.article import (
    RUNNING_TEXT,
    TITLE_BLOCK,
    Article,
    Byline,
    Figure,
    Heading,
    Join,
    Paragraph,
    Passage,
    Role,
)
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.store import schema

_ROLES = {role.value: role for role in Role}


def first_line(article: Article) -> int:
    """Return the source line an article begins on: what names it when its page is read again."""
    lines = [heading.source_line for heading in article.headings]
    lines += [line for paragraph in article.paragraphs for line in paragraph.source_lines]
    return min(lines, default=0)


def article_values(article: Article, folded: str) -> dict[str, Any]:
    """Return the values of an article's own row, without its ids and revision."""
    return {
        "first_line": first_line(article),
        "section": article.section,
        "section_confidence": article.section_confidence,
        "headline": article.headline,
        "text": article.text,
        "folded": folded,
        "genre": article.genre,
    }


def write_parts(connection: Connection, article_id: ArticleId, article: Article) -> None:
    """Replace an article's passages and bylines."""
    connection.execute(delete(schema.passage).where(schema.passage.c.article_id == article_id))
    connection.execute(delete(schema.byline).where(schema.byline.c.article_id == article_id))
    passages = [
        {"article_id": article_id, "sequence": sequence, "role": place.role, "start": place.start}
        | {"end": place.end, **printed}
        for sequence, (place, printed) in enumerate(
            zip(article.passages(), _printed(article), strict=True), start=1
        )
    ]
    if passages:
        connection.execute(insert(schema.passage), passages)
    bylines = [
        {"article_id": article_id, "sequence": sequence, **asdict(byline)}
        | {"names": list(byline.names), "more_lines": list(byline.more_lines)}
        for sequence, byline in enumerate(article.bylines, start=1)
    ]
    if bylines:
        connection.execute(insert(schema.byline), bylines)


def _printed(article: Article) -> Iterable[dict[str, Any]]:
    """Yield source lines, joins and confidence of each part, in the order of ``Article.parts``."""
    plain: dict[str, Any] = {"source_lines": [], "joins": [], "confidence": 1.0}
    if article.section:
        yield plain | {"confidence": article.section_confidence}
    for heading in article.headings:
        yield plain | {"source_lines": list(heading.source_lines)}
    inside = {line for paragraph in article.paragraphs for line in paragraph.source_lines}
    for byline in (one for one in article.bylines if one.source_line not in inside):
        yield plain | {"source_lines": list(byline.source_lines), "confidence": byline.confidence}
    for paragraph in article.paragraphs:
        yield {
            "source_lines": list(paragraph.source_lines),
            "joins": [asdict(join) for join in paragraph.joins],
            "confidence": paragraph.confidence,
        }
    for figure in article.figures:
        for text in (figure.caption, figure.credit):
            if text:
                yield plain | {"source_lines": list(figure.source_lines), "confidence": figure.confidence}


def read_articles(connection: Connection, rows: Sequence[Row[Any]]) -> list[Article]:
    """Build the Articles of rows of ``schema.article``, in the same order."""
    ids = [row.id for row in rows]
    passages = by_article(connection, schema.passage, ids)
    bylines = by_article(connection, schema.byline, ids)
    figures = by_article(connection, schema.figure, ids)
    return [
        _article(row, passages.get(row.id, []), bylines.get(row.id, []), figures.get(row.id, []))
        for row in rows
    ]


def passages_of(connection: Connection, ids: Sequence[int]) -> dict[int, list[Passage]]:
    """Return the passages of articles, in order, without what only the layout needs to know of them."""
    table = schema.passage.c
    wanted = select(table.article_id, table.role, table.start, table.end)
    found: dict[int, list[Passage]] = {}
    for article, role, start, end in connection.execute(
        wanted.where(table.article_id.in_(ids)).order_by(table.article_id, table.sequence)
    ):
        found.setdefault(article, []).append(Passage(_ROLES[role], start, end))
    return found


def figure_of(row: Row[Any]) -> Figure:
    """Build the Figure of a row of ``schema.figure``."""
    framed = row.left is not None
    return Figure(
        row.caption,
        row.credit,
        row.source_line,
        row.confidence,
        Region(row.left, row.top, row.width, row.height) if framed else None,
        tuple(row.more_lines),
        row.kind,
    )


def figure_values(figure: Figure) -> dict[str, Any]:
    """Return the values of a figure's own row, without where it belongs."""
    values = asdict(figure) | {"more_lines": list(figure.more_lines)}
    values |= values.pop("region") or dict.fromkeys(("left", "top", "width", "height"))
    return values


def by_article(connection: Connection, table: Any, ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
    """Return the rows of a table of article parts, in order, by article number."""
    found: dict[int, list[Row[Any]]] = {}
    wanted = select(table).where(table.c.article_id.in_(ids)).order_by(table.c.article_id, table.c.sequence)
    for row in connection.execute(wanted):
        found.setdefault(row.article_id, []).append(row)
    return found


def _article(
    row: Row[Any], passages: list[Row[Any]], bylines: list[Row[Any]], figures: list[Row[Any]]
) -> Article:
    headings = tuple(
        Heading(
            row.text[place.start : place.end],
            Role(place.role),
            place.source_lines[0],
            tuple(place.source_lines[1:]),
        )
        for place in passages
        if place.role in TITLE_BLOCK
    )
    paragraphs = tuple(
        Paragraph(
            row.text[place.start : place.end],
            Role(place.role),
            tuple(place.source_lines),
            tuple(Join(**join) for join in place.joins),
            place.confidence,
        )
        for place in passages
        if place.role in RUNNING_TEXT
    )
    return Article(
        headings,
        tuple(map(_byline, bylines)),
        paragraphs,
        tuple(figure_of(figure) for figure in figures),
        row.section,
        row.section_confidence,
        row.genre,
    )


def _byline(row: Row[Any]) -> Byline:
    return Byline(row.raw, row.role, tuple(row.names), row.source_line, row.confidence, tuple(row.more_lines))
