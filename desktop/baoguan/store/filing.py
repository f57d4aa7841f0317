"""Filing pages: what ingest writes into the catalogue, all or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from baoguan.domain.article import Article, Figure, PageLayout, Passage
from baoguan.domain.ids import ArticleId, IssueId, PageId, SourceId
from baoguan.domain.page import Imprint
from baoguan.domain.statistic import Statistic
from baoguan.store import schema
from baoguan.store.amendments import Find, apply_amendments
from baoguan.store.article_rows import (
    article_values,
    first_line,
    passages_of,
    write_parts,
)
from baoguan.store.database import Database
from baoguan.store.readings import write_reading
from baoguan.store.revisions import next_revision

_BATCH = 400


@dataclass(frozen=True, slots=True)
class Source:
    """An original file: ``size`` in bytes, ``encoding`` as the reader found it."""

    id: SourceId
    name: str
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article ready to be filed; ``folded`` is its text as the index folds it.

    ``rules`` are those that the statistics were read by.
    """

    article: Article
    folded: str
    statistics: tuple[Statistic, ...]
    rules: str


class Filing:
    """Writes pages. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, source: Source, imprint: Imprint, layout: PageLayout, sheets: Sequence[Sheet]) -> PageId:
        """File a page read from a source; ``sheets`` are the layout's articles in order."""
        with self._database.writing() as connection:
            _add_source(connection, source)
            issue = _issue(connection, imprint)
            page = _insert(
                connection,
                schema.page,
                issue_id=issue,
                source_sha256=source.id,
                sequence=imprint.sequence or _next_sequence(connection, issue),
                number=imprint.number,
                notes=[],
            )
            _write_layout(connection, PageId(page), layout, sheets)
            return PageId(page)

    def lay_out_again(
        self, page: PageId, layout: PageLayout, sheets: Sequence[Sheet], rejected: frozenset[str], find: Find
    ) -> frozenset[ArticleId]:
        """Replace a page's articles by another layout of the same source.

        An article that begins on the same source line keeps its number, and what readers said of its
        numbers; returns those concerned.
        """
        with self._database.writing() as connection:
            _write_layout(connection, page, layout, sheets)
            table = schema.decision
            for row in connection.execute(select(table.c.id, table.c.key).where(table.c.page_id == page)):
                changed = update(table).where(table.c.id == row.id)
                connection.execute(changed.values(rejected=int(row.key in rejected)))
            ids = select(schema.article.c.id).where(schema.article.c.page_id == page)
            articles = frozenset(ArticleId(id_) for id_ in connection.scalars(ids).all())
            for article in articles:
                apply_amendments(connection, article, find)
            return articles

    def remove(self, pages: Sequence[PageId]) -> None:
        """Take pages and their articles out of sight."""
        with self._database.writing() as connection:
            for page in pages:
                _set_deleted(connection, page, datetime.now(UTC))

    def restore(self, pages: Sequence[PageId]) -> None:
        """Bring removed pages and their articles back."""
        with self._database.writing() as connection:
            for page in pages:
                _set_deleted(connection, page, None)

    def fold_again(self, fold: Callable[[str, tuple[Passage, ...]], str]) -> int:
        """Renew the folded text of every article, by its text and passages; return how many changed.

        Others may write meanwhile: what is right already, mostly everything, is only read.
        """
        table, changed = schema.article, 0
        with self._database.reading() as connection:
            numbers = connection.scalars(select(table.c.id)).all()
            wrong = [number for number in numbers if _refolded(connection, number, fold) is not None]
        for start in range(0, len(wrong), _BATCH):
            with self._database.writing() as connection:
                for number in wrong[start : start + _BATCH]:
                    folded = _refolded(connection, number, fold)
                    if folded is not None:
                        connection.execute(update(table).where(table.c.id == number).values(folded=folded))
                        changed += 1
        return changed


def _refolded(
    connection: Connection, number: int, fold: Callable[[str, tuple[Passage, ...]], str]
) -> str | None:
    """Return an article's folded text as it should be; None where it is as it should be."""
    table = schema.article
    row = connection.execute(select(table.c.text, table.c.folded).where(table.c.id == number)).one()
    folded = fold(row.text, tuple(passages_of(connection, [number]).get(number, ())))
    return None if folded == row.folded else folded


def _set_deleted(connection: Connection, page: PageId, when: datetime | None) -> None:
    """Remove or restore a page with the articles that share its fate; others were removed before it."""
    before = connection.scalar(select(schema.page.c.deleted_at).where(schema.page.c.id == page))
    connection.execute(update(schema.page).where(schema.page.c.id == page).values(deleted_at=when))
    table = schema.article
    same = table.c.deleted_at.is_(None) if before is None else table.c.deleted_at == before
    connection.execute(
        update(table)
        .where(table.c.page_id == page, same)
        .values(deleted_at=when, revision=next_revision(connection))
    )


def _insert(connection: Connection, table: Table, **values: Any) -> int:
    (number,) = connection.execute(insert(table).values(**values)).inserted_primary_key or (0,)
    return int(number)


def _add_source(connection: Connection, source: Source) -> None:
    table = schema.source
    if connection.scalar(select(table.c.sha256).where(table.c.sha256 == source.id)) is None:
        connection.execute(
            insert(table).values(
                sha256=source.id,
                name=source.name,
                size=source.size,
                encoding=source.encoding,
                added_at=datetime.now(UTC),
            )
        )


def _issue(connection: Connection, imprint: Imprint) -> IssueId:
    """Return the issue of a title and date, made where it is new."""
    name = imprint.title or ""
    title = connection.scalar(select(schema.title.c.id).where(schema.title.c.name == name))
    if title is None:
        title = _insert(connection, schema.title, name=name)
    table = schema.issue
    when: date | None = imprint.date
    dated = table.c.date == when if when else table.c.date.is_(None)
    found = connection.scalar(select(table.c.id).where(table.c.title_id == title, dated))
    if found is None:
        found = _insert(connection, table, title_id=title, date=when, inferred=sorted(imprint.inferred))
    return IssueId(found)


def _next_sequence(connection: Connection, issue: int) -> int:
    table = schema.page
    shown = select(func.max(table.c.sequence)).where(table.c.issue_id == issue, table.c.deleted_at.is_(None))
    return (connection.scalar(shown) or 0) + 1


def _write_layout(connection: Connection, page: PageId, layout: PageLayout, sheets: Sequence[Sheet]) -> None:
    notes = [asdict(note) for note in layout.page_notes]
    connection.execute(update(schema.page).where(schema.page.c.id == page).values(notes=notes))
    for table in (schema.section, schema.figure):
        connection.execute(delete(table).where(table.c.page_id == page))
    for sequence, label in enumerate(layout.sections, start=1):
        values = asdict(label) | {"displaced": int(label.displaced)}
        _insert(connection, schema.section, page_id=page, sequence=sequence, **values)
    _write_decisions(connection, page, layout)
    revision = next_revision(connection)
    left = _numbers(connection, page)
    for sequence, sheet in enumerate(sheets, start=1):
        known = left.pop(first_line(sheet.article), None)
        article = _write_article(connection, page, sequence, sheet, known, revision)
        _write_figures(connection, page, article, sheet.article.figures)
    _write_figures(connection, page, None, layout.figures)
    connection.execute(
        update(schema.article)
        .where(schema.article.c.id.in_(left.values()), schema.article.c.deleted_at.is_(None))
        .values(deleted_at=datetime.now(UTC), revision=revision)
    )


def _numbers(connection: Connection, page: PageId) -> dict[int, int]:
    """Return the article number of each first source line of a page, removed articles included."""
    table = schema.article
    rows = connection.execute(
        select(table.c.first_line, table.c.id).where(table.c.page_id == page).order_by(table.c.id.desc())
    )
    return {row.first_line: row.id for row in rows}


def _write_article(
    connection: Connection, page: PageId, sequence: int, sheet: Sheet, known: int | None, revision: int
) -> ArticleId:
    values = article_values(sheet.article, sheet.folded)
    values |= {"page_id": page, "sequence": sequence, "revision": revision, "deleted_at": None}
    table = schema.article
    if known is None:
        known = _insert(connection, table, **values)
    else:
        connection.execute(update(table).where(table.c.id == known).values(**values))
    article = ArticleId(known)
    write_parts(connection, article, sheet.article)
    write_reading(connection, article, sheet.statistics, sheet.rules)
    return article


def _write_figures(
    connection: Connection, page: PageId, article: ArticleId | None, figures: Sequence[Figure]
) -> None:
    rows = [
        {"page_id": page, "article_id": article, "sequence": sequence, "caption": figure.caption}
        | {"credit": figure.credit, "source_line": figure.source_line, "confidence": figure.confidence}
        for sequence, figure in enumerate(figures, start=1)
    ]
    if rows:
        connection.execute(insert(schema.figure), rows)


def _write_decisions(connection: Connection, page: PageId, layout: PageLayout) -> None:
    """File new decisions; a rejected one is no longer made, but stays, so that it can be taken back."""
    table = schema.decision
    known = set(connection.scalars(select(table.c.key).where(table.c.page_id == page)))
    for decision in layout.decisions:
        if decision.key not in known:
            values = {"rule": decision.rule, "lines": list(decision.lines), "key": decision.key}
            _insert(connection, table, page_id=page, confidence=decision.confidence, rejected=0, **values)
