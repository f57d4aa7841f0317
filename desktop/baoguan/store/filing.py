"""Filing pages: what ingest writes into the catalogue, all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select, update

from baoguan.domain.article import PageLayout, Passage
from baoguan.domain.ids import AnnotationId, ArticleId, IssueId, PageId
from baoguan.domain.page import Imprint, PageScan
from baoguan.store import schema
from baoguan.store.amendments import Find, apply_amendments
from baoguan.store.article_rows import passages_of
from baoguan.store.continuations import join_parts
from baoguan.store.database import Database
from baoguan.store.following import follow_text
from baoguan.store.layouts import write_layout
from baoguan.store.prints import Printing, renew_lines, write_print, write_recognised
from baoguan.store.rearrangements import write_rearrangements
from baoguan.store.revisions import next_revision
from baoguan.store.rows import adopt, articles_of, insert_row, issue_of
from baoguan.store.sheets import KeptFile, Relaid, Said, Sheet, Source

_BATCH = 400


class Filing:
    """Writes pages. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        source: Source,
        imprint: Imprint,
        layout: PageLayout,
        sheets: Sequence[Sheet],
        printing: Printing | None = None,
        files: Sequence[KeptFile] = (),
    ) -> PageId:
        """File a page read from a source; ``sheets`` are the layout's articles in order.

        ``files`` are all that it was read from where that is several, the source first.
        """
        with self._database.writing() as connection:
            for each in (source, *(file.source for file in files)):
                _add_source(connection, each)
            issue = issue_of(connection, imprint)
            page = insert_row(
                connection,
                schema.page,
                issue_id=issue,
                source_sha256=source.id,
                sequence=imprint.sequence or _next_sequence(connection, issue),
                number=imprint.number,
                notes=[],
                part=printing.scan.part if printing else 0,
            )
            _write_files(connection, page, files)
            if printing is not None:
                write_print(connection, PageId(page), printing)
            write_layout(connection, PageId(page), layout, sheets)
            join_parts(connection, issue)
            return PageId(page)

    def read(
        self,
        page: PageId,
        imprint: Imprint,
        scan: PageScan,
        layout: PageLayout,
        sheets: Sequence[Sheet],
    ) -> frozenset[ArticleId]:
        """File what was recognised on a page that waited for it; return its articles.

        It may tell whose page it is, and so whose the other pages of its source are that say nothing. A page
        that was taken out meanwhile goes on waiting.
        """
        with self._database.writing() as connection:
            gone = select(schema.page.c.deleted_at).where(schema.page.c.id == page)
            if connection.scalar(gone) is not None:
                return frozenset()
            issue = issue_of(connection, imprint)
            named = {name: told for name in ("sequence", "number") if (told := getattr(imprint, name))}
            move = update(schema.page).where(schema.page.c.id == page)
            connection.execute(move.values(issue_id=issue, **named))
            if imprint.title:
                adopt(connection, page, issue)
            write_recognised(connection, page, scan)
            write_layout(connection, page, layout, sheets)
            join_parts(connection, issue)
            return articles_of(connection, page)

    def lay_out_again(
        self,
        page: PageId,
        scan: PageScan,
        layout: PageLayout,
        sheets: Sequence[Sheet],
        said: Said,
        find: Find,
        homes: Mapping[AnnotationId, ArticleId] | None = None,
    ) -> Relaid:
        """Replace a page's articles by another layout of the same source, because of what readers said.

        An article that begins on the same source line, or else shares most lines, keeps its number.
        Annotations follow the text that they are on, or go where ``homes`` says that they were.
        """
        rejected = said.rejected
        with self._database.writing() as connection:
            renew_lines(connection, page, scan)
            write_layout(connection, page, layout, sheets)
            write_rearrangements(connection, page, said.rearranged)
            moved = follow_text(connection, page, find, homes or {})
            table = schema.decision
            for row in connection.execute(select(table.c.id, table.c.key).where(table.c.page_id == page)):
                changed = update(table).where(table.c.id == row.id)
                connection.execute(changed.values(rejected=int(row.key in rejected)))
            articles = articles_of(connection, page)
            for article in articles:
                apply_amendments(connection, article, find)
            join_parts(connection, _issue_of_page(connection, page))
            return Relaid(articles, moved)

    def remove(self, pages: Sequence[PageId]) -> None:
        """Take pages and their articles out of sight."""
        with self._database.writing() as connection:
            for page in pages:
                _set_deleted(connection, page, datetime.now(UTC))
                join_parts(connection, _issue_of_page(connection, page))

    def restore(self, pages: Sequence[PageId]) -> None:
        """Bring removed pages and their articles back."""
        with self._database.writing() as connection:
            for page in pages:
                _set_deleted(connection, page, None)
                join_parts(connection, _issue_of_page(connection, page))

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


def _next_sequence(connection: Connection, issue: int) -> int:
    table = schema.page
    shown = select(func.max(table.c.sequence)).where(table.c.issue_id == issue, table.c.deleted_at.is_(None))
    return (connection.scalar(shown) or 0) + 1


def _issue_of_page(connection: Connection, page: PageId) -> IssueId:
    return IssueId(connection.scalars(select(schema.page.c.issue_id).where(schema.page.c.id == page)).one())


def _write_files(connection: Connection, page: int, files: Sequence[KeptFile]) -> None:
    rows = [
        {"page_id": page, "sequence": sequence, "source_sha256": file.source.id}
        | {"path": file.path, "role": file.role}
        for sequence, file in enumerate(files, start=1)
    ]
    if rows:
        connection.execute(insert(schema.page_file), rows)
