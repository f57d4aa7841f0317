"""Reading issues, pages, articles and figures from the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from baoguan.domain.article import Decision, PageNote
from baoguan.domain.errors import NotFound
from baoguan.domain.ids import ArticleId, DecisionId, FigureId, IssueId, PageId, SourceId, TitleId
from baoguan.domain.language import Bilingual
from baoguan.domain.page import Imprint
from baoguan.domain.records import (
    ArticleRecord,
    DecisionRecord,
    FigureRecord,
    IssueRecord,
    PageContent,
    PageRecord,
)
from baoguan.store import schema
from baoguan.store.article_rows import figure_of, read_articles
from baoguan.store.database import Database

_page, _article, _issue, _title = schema.page, schema.article, schema.issue, schema.title
_figure, _source = schema.figure, schema.source


def not_found(zh: str, en: str, number: object) -> NotFound:
    """Return the error for a number the catalogue does not hold."""
    return NotFound(
        Bilingual(f"馆藏里没有编号为 {number} 的{zh}。", f"The archive holds no {en} {number}."),
        Bilingual("请用 search 查看现有的编号。", "Use search to see the numbers there are."),
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page was read from: its source, the name that had, and the page's place in it.

    ``files`` are those of its package that are kept, by path in it, the source's own first; nothing where
    the source is all there is.
    """

    source: SourceId
    name: str
    part: int
    files: dict[str, SourceId]


class Pages:
    """Reads what is filed and not removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issues(self) -> tuple[IssueRecord, ...]:
        """Return every issue that holds a page, by title and date."""
        with self._database.reading() as connection:
            return tuple(_issues(connection).values())

    def pages(self, issue: IssueId | None = None) -> tuple[PageRecord, ...]:
        """Return the pages of an issue, or all, in order."""
        with self._database.reading() as connection:
            wanted = _pages().order_by(_issue.c.date, _page.c.issue_id, _page.c.sequence, _page.c.id)
            if issue is not None:
                wanted = wanted.where(_page.c.issue_id == issue)
            return _page_records(connection, wanted)

    def page(self, page: PageId) -> PageContent:
        """Return a page with everything on it."""
        with self._database.reading() as connection:
            found = _page_records(connection, _pages().where(_page.c.id == page))
            if not found:
                raise not_found("版面", "page", page)
            rows = connection.execute(
                select(_article)
                .where(_article.c.page_id == page, _article.c.deleted_at.is_(None))
                .order_by(_article.c.sequence)
            ).all()
            articles = tuple(
                ArticleRecord(ArticleId(row.id), found[0], row.sequence, article)
                for row, article in zip(rows, read_articles(connection, rows), strict=True)
            )
            notes = connection.scalar(select(_page.c.notes).where(_page.c.id == page)) or []
            return PageContent(
                found[0],
                articles,
                tuple(PageNote(**note) for note in notes),
                _decisions(connection, page),
            )

    def article(self, article: ArticleId) -> ArticleRecord:
        """Return an article; raise ``NotFound``."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(_article).where(_article.c.id == article, _article.c.deleted_at.is_(None))
            ).one_or_none()
            if row is None:
                raise not_found("文章", "article", article)
            (page,) = _page_records(connection, _pages().where(_page.c.id == row.page_id))
            (read,) = read_articles(connection, [row])
            return ArticleRecord(article, page, row.sequence, read)

    def figures(
        self, page: PageId | None = None, article: ArticleId | None = None
    ) -> tuple[FigureRecord, ...]:
        """Return the figures of an article, of a page, or all, in order of page and place."""
        wanted = _figures()
        if page is not None:
            wanted = wanted.where(_figure.c.page_id == page)
        if article is not None:
            wanted = wanted.where(_figure.c.article_id == article)
        with self._database.reading() as connection:
            return tuple(figure_record(row) for row in connection.execute(wanted))

    def figure(self, figure: FigureId) -> FigureRecord:
        """Return a figure; raise ``NotFound``."""
        with self._database.reading() as connection:
            row = connection.execute(_figures().where(_figure.c.id == figure)).one_or_none()
        if row is None:
            raise not_found("图片", "figure", figure)
        return figure_record(row)

    def pages_of(self, source: SourceId, removed: bool = False) -> dict[int, PageId]:
        """Return the pages filed from an original by their place in it, or the removed ones."""
        gone = _page.c.deleted_at.is_not(None) if removed else _page.c.deleted_at.is_(None)
        wanted = select(_page.c.part, _page.c.id).where(_page.c.source_sha256 == source, gone)
        with self._database.reading() as connection:
            return {
                row.part: PageId(row.id) for row in connection.execute(wanted.order_by(_page.c.id.desc()))
            }

    def is_part(self, source: SourceId) -> bool:
        """Return whether an original is kept as one of the files that a page of another was read from."""
        files = schema.page_file
        other = select(files.c.page_id).join(_page, _page.c.id == files.c.page_id)
        other = other.where(files.c.source_sha256 == source, _page.c.source_sha256 != source)
        with self._database.reading() as connection:
            return connection.scalar(other.limit(1)) is not None

    def imprint(self, page: PageId) -> Imprint:
        """Return whose page it is, a removed one too."""
        wanted = select(_page, _title.c.name, _issue.c.date, _issue.c.inferred)
        wanted = wanted.join(_issue, _issue.c.id == _page.c.issue_id)
        with self._database.reading() as connection:
            row = connection.execute(
                wanted.join(_title, _title.c.id == _issue.c.title_id).where(_page.c.id == page)
            ).one()
        return Imprint(row.name or None, row.date, row.sequence, row.number, frozenset(row.inferred))

    def imprint_beside(self, page: PageId) -> Imprint:
        """Return whose the first page of the same source is that says it; nothing without one."""
        own = select(_page.c.source_sha256).where(_page.c.id == page).scalar_subquery()
        titled = select(_page.c.id).join(_issue, _issue.c.id == _page.c.issue_id)
        titled = titled.join(_title, _title.c.id == _issue.c.title_id)
        titled = titled.where(_page.c.source_sha256 == own, _title.c.name != "", _page.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            found = connection.scalar(titled.order_by(_page.c.part).limit(1))
        return Imprint() if found is None else self.imprint(PageId(found))

    def origin(self, page: PageId) -> Origin:
        """Return what a page was read from; raise ``NotFound``."""
        files = schema.page_file
        with self._database.reading() as connection:
            found = connection.execute(
                select(_page.c.part, _page.c.source_sha256, _source.c.name)
                .join(_source, _source.c.sha256 == _page.c.source_sha256)
                .where(_page.c.id == page)
            ).one_or_none()
            if found is None:
                raise not_found("版面", "page", page)
            # All of the package that is kept: a page is named by its place among the others.
            same = select(_page.c.id).where(_page.c.source_sha256 == found.source_sha256)
            rows = connection.execute(
                select(files.c.path, files.c.source_sha256)
                .where(files.c.page_id.in_(same))
                .order_by(files.c.page_id != page, files.c.page_id, files.c.sequence)
            ).all()
        kept: dict[str, SourceId] = {}
        for row in rows:
            kept.setdefault(row.path, SourceId(row.source_sha256))
        return Origin(SourceId(found.source_sha256), found.name, found.part, kept)

    def sources(self) -> tuple[SourceId, ...]:
        """Return the names of all originals the catalogue knows."""
        with self._database.reading() as connection:
            return tuple(SourceId(name) for name in connection.scalars(select(_source.c.sha256)))


def _issues(connection: Connection, only: set[int] | None = None) -> dict[int, IssueRecord]:
    """Return the issues that hold a page; with ``only``, of those the ones wanted."""
    wanted = [_page.c.deleted_at.is_(None)]
    if only is not None:
        wanted.append(_page.c.issue_id.in_(only))
    pages = (
        select(
            _page.c.issue_id,
            func.count(_page.c.id.distinct()).label("pages"),
            func.count(_article.c.id).label("articles"),
        )
        .outerjoin(_article, (_article.c.page_id == _page.c.id) & _article.c.deleted_at.is_(None))
        .where(*wanted)
        .group_by(_page.c.issue_id)
        .subquery()
    )
    rows = connection.execute(
        select(_issue, _title.c.name, pages.c.pages, pages.c.articles)
        .join(_title, _title.c.id == _issue.c.title_id)
        .join(pages, pages.c.issue_id == _issue.c.id)
        .order_by(_title.c.name, _issue.c.date, _issue.c.id)
    )
    return {
        row.id: IssueRecord(
            IssueId(row.id),
            TitleId(row.title_id),
            row.name,
            row.date,
            frozenset(row.inferred),
            row.pages,
            row.articles,
        )
        for row in rows
    }


def _pages() -> Select[Any]:
    count = (
        select(func.count(_article.c.id))
        .where(_article.c.page_id == _page.c.id, _article.c.deleted_at.is_(None))
        .scalar_subquery()
    )
    return (
        select(_page, _source.c.name.label("source_name"), count.label("articles"))
        .join(_source, _source.c.sha256 == _page.c.source_sha256)
        .join(_issue, _issue.c.id == _page.c.issue_id)
        .where(_page.c.deleted_at.is_(None))
    )


def _page_records(connection: Connection, wanted: Select[Any]) -> tuple[PageRecord, ...]:
    rows = connection.execute(wanted).all()
    issues = _issues(connection, {row.issue_id for row in rows})
    return tuple(
        PageRecord(
            PageId(row.id),
            issues[row.issue_id],
            SourceId(row.source_sha256),
            row.source_name,
            row.sequence,
            row.number,
            row.articles,
        )
        for row in rows
    )


def _decisions(connection: Connection, page: PageId) -> tuple[DecisionRecord, ...]:
    table = schema.decision
    rows: Sequence[Row[Any]] = connection.execute(
        select(table).where(table.c.page_id == page).order_by(table.c.confidence, table.c.id)
    ).all()
    return tuple(
        DecisionRecord(
            DecisionId(row.id), Decision(row.rule, tuple(row.lines), row.confidence), bool(row.rejected)
        )
        for row in rows
    )


def _figures() -> Select[Any]:
    return (
        select(_figure, _article.c.headline)
        .join(_page, _page.c.id == _figure.c.page_id)
        .outerjoin(_article, _article.c.id == _figure.c.article_id)
        .where(_page.c.deleted_at.is_(None))
        .order_by(_figure.c.page_id, _figure.c.source_line, _figure.c.id)
    )


def figure_record(row: Row[Any]) -> FigureRecord:
    """Build the record of a row of ``schema.figure`` with the headline of its article."""
    article = None if row.article_id is None else ArticleId(row.article_id)
    return FigureRecord(FigureId(row.id), PageId(row.page_id), article, row.headline or "", figure_of(row))
