"""Writing a page's layout: its sections, articles, figures, decisions and jumps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from baoguan.domain.article import Article, Figure, PageLayout
from baoguan.domain.ids import ArticleId, PageId
from baoguan.store import schema
from baoguan.store.article_rows import article_values, figure_of, figure_values, first_line, write_parts
from baoguan.store.readings import write_reading
from baoguan.store.revisions import next_revision
from baoguan.store.rows import insert_row
from baoguan.store.sheets import Sheet

_article = schema.article


def write_layout(connection: Connection, page: PageId, layout: PageLayout, sheets: Sequence[Sheet]) -> None:
    """Put a layout in place of what a page has; ``sheets`` are its articles in order."""
    notes = [asdict(note) for note in layout.page_notes]
    connection.execute(update(schema.page).where(schema.page.c.id == page).values(notes=notes))
    connection.execute(delete(schema.section).where(schema.section.c.page_id == page))
    for sequence, label in enumerate(layout.sections, start=1):
        values = asdict(label) | {"displaced": int(label.displaced)}
        insert_row(connection, schema.section, page_id=page, sequence=sequence, **values)
    _write_decisions(connection, page, layout)
    revision = next_revision(connection)
    numbers, left = _numbers(connection, page, [sheet.article for sheet in sheets])
    figures = _Figures(connection, page)
    written = []
    for sequence, (sheet, known) in enumerate(zip(sheets, numbers, strict=True), start=1):
        article = _write_article(connection, page, sequence, sheet, known, revision)
        figures.write(article, sheet.article.figures)
        written.append(article)
    figures.write(None, layout.figures)
    _write_jumps(connection, page, layout, written)
    connection.execute(
        update(_article)
        .where(_article.c.id.in_(left), _article.c.deleted_at.is_(None))
        .values(deleted_at=datetime.now(UTC), revision=revision)
    )


def _numbers(
    connection: Connection, page: PageId, articles: Sequence[Article]
) -> tuple[list[int | None], set[int]]:
    """Return the number that each article had, None for a new one; and the numbers that are left.

    The one that begins on the same source line, even if it was removed; else the one, not removed, that
    shares most lines with it.
    """
    rows = connection.execute(
        select(_article.c.first_line, _article.c.id, _article.c.deleted_at)
        .where(_article.c.page_id == page)
        .order_by(_article.c.deleted_at.is_(None), _article.c.id.desc())
    ).all()
    by_line = {row.first_line: row.id for row in rows}
    left = {row.id for row in rows}
    numbers: list[int | None] = [by_line.pop(first_line(article), None) for article in articles]
    left.difference_update(number for number in numbers if number is not None)
    shown = {row.id for row in rows if row.deleted_at is None}
    holding = _holding(connection, left & shown)
    for place, article in enumerate(articles):
        if numbers[place] is None:
            shared = Counter(holding[line] for line in _lines(article) if holding.get(line) in left)
            if shared:
                ((number, _),) = shared.most_common(1)
                numbers[place] = number
                left.discard(number)
    return numbers, left


def _holding(connection: Connection, articles: set[int]) -> dict[int, int]:
    """Return which of some articles each source line is in."""
    table = schema.passage.c
    rows = connection.execute(
        select(table.article_id, table.source_lines).where(table.article_id.in_(articles))
    )
    return {line: row.article_id for row in rows for line in row.source_lines}


def _lines(article: Article) -> set[int]:
    parts = (article.headings, article.bylines, article.paragraphs, article.figures)
    return {line for printed in parts for part in printed for line in part.source_lines}


def _write_article(
    connection: Connection, page: PageId, sequence: int, sheet: Sheet, known: int | None, revision: int
) -> ArticleId:
    values = article_values(sheet.article, sheet.folded)
    values |= {"page_id": page, "sequence": sequence, "revision": revision, "deleted_at": None}
    if known is None:
        known = insert_row(connection, _article, **values)
    else:
        connection.execute(update(_article).where(_article.c.id == known).values(**values))
    article = ArticleId(known)
    write_parts(connection, article, sheet.article)
    write_reading(connection, article, sheet.statistics, sheet.rules)
    return article


class _Figures:
    """Writes a page's figures in place of those it has; one that is as it was keeps its number."""

    def __init__(self, connection: Connection, page: PageId) -> None:
        self._connection = connection
        self._page = page
        own = schema.figure.c.page_id == page
        rows = connection.execute(select(schema.figure).where(own).order_by(schema.figure.c.id.desc())).all()
        self._numbers = {figure_of(row): int(row.id) for row in rows}
        # A new figure is not to have the number of one that is written after it.
        self._next = (connection.scalar(select(func.max(schema.figure.c.id))) or 0) + 1
        connection.execute(delete(schema.figure).where(own))

    def write(self, article: ArticleId | None, figures: Sequence[Figure]) -> None:
        """Write the figures of an article, or those of none."""
        for sequence, figure in enumerate(figures, start=1):
            number = self._numbers.pop(figure, None)
            if number is None:
                number, self._next = self._next, self._next + 1
            values = {"id": number, "page_id": self._page, "article_id": article, "sequence": sequence}
            values |= figure_values(figure)
            self._connection.execute(insert(schema.figure).values(**values))


def _write_jumps(
    connection: Connection, page: PageId, layout: PageLayout, articles: Sequence[ArticleId]
) -> None:
    table = schema.jump
    own = select(_article.c.id).where(_article.c.page_id == page)
    connection.execute(delete(table).where(table.c.article_id.in_(own)))
    rows = [
        {"article_id": articles[jump.article], "source_line": jump.source_line, "onward": int(jump.onward)}
        | {"page": jump.page, "about": jump.about, "name": jump.name}
        for jump in layout.jumps
    ]
    if rows:
        connection.execute(insert(table), rows)


def _write_decisions(connection: Connection, page: PageId, layout: PageLayout) -> None:
    """File new decisions; a rejected one is no longer made, but stays, so that it can be taken back."""
    table = schema.decision
    known = set(connection.scalars(select(table.c.key).where(table.c.page_id == page)))
    for decision in layout.decisions:
        if decision.key not in known:
            values = {"rule": decision.rule, "lines": list(decision.lines), "key": decision.key}
            insert_row(connection, table, page_id=page, confidence=decision.confidence, rejected=0, **values)
