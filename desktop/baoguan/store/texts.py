"""What searching needs: article texts by number, by date, by the numbers they report, and by revision."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from sqlalchemy import ColumnElement, Connection, func, select

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import NumberRange
from baoguan.domain.records import ArticleText, FiledArticle, ReportedNumber
from baoguan.domain.statistic import Kind
from baoguan.store import schema
from baoguan.store.article_texts import read_texts
from baoguan.store.database import Database
from baoguan.store.reported import bounds, group, within
from baoguan.store.statistic_filter import BESIDE, standing

_article, _page, _issue, _title = schema.article, schema.page, schema.issue, schema.title
_statistic = schema.statistic
_BATCH = 400


class Texts:
    """Reads the texts of articles that are not removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self) -> int:
        """Return the number of the last change to any article, 0 for an empty catalogue."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.max(_article.c.revision))) or 0

    def all_ids(self) -> tuple[ArticleId, ...]:
        """Return the numbers of all articles, ascending."""
        with self._database.reading() as connection:
            shown = select(_article.c.id).where(_article.c.deleted_at.is_(None)).order_by(_article.c.id)
            return tuple(ArticleId(number) for number in connection.scalars(shown))

    def texts(self, ids: Iterable[ArticleId]) -> Iterator[ArticleText]:
        """Yield the articles of these numbers, in the same order, leaving out removed ones."""
        with self._database.reading() as connection:
            for some in _batches(ids):
                found = {text.id: text for text, _ in read_texts(connection, some)}
                yield from (found[number] for number in some if number in found)

    def changed_since(self, revision: int) -> tuple[ArticleId, ...]:
        """Return the articles changed or removed after a revision."""
        with self._database.reading() as connection:
            changed = select(_article.c.id).where(_article.c.revision > revision).order_by(_article.c.id)
            return tuple(map(ArticleId, connection.scalars(changed)))

    def filed(self, ids: Iterable[ArticleId]) -> Iterator[tuple[ArticleId, FiledArticle | None]]:
        """Yield each article with what an index takes in of it, None for one that was removed."""
        with self._database.reading() as connection:
            for some in _batches(ids):
                found = {text.text.id: text for text in _filed(connection, some)}
                yield from ((number, found.get(number)) for number in some)

    def issues_by_month(self) -> dict[str, int]:
        """Return how many issues survive of each month (``1998-03``), those without a page left out."""
        held = select(_page.c.issue_id).where(_page.c.deleted_at.is_(None))
        dates = select(_issue.c.date).where(_issue.c.date.is_not(None), _issue.c.id.in_(held))
        with self._database.reading() as connection:
            return Counter(f"{day:%Y-%m}" for day in connection.scalars(dates))

    def printing(self, ids: Iterable[ArticleId], text: str) -> frozenset[ArticleId]:
        """Return those of these articles in whose text the very string stands."""
        if any("\ud800" <= character <= "\udfff" for character in text):
            return frozenset()  # SQLite cannot be asked
        found: list[int] = []
        with self._database.reading() as connection:
            for some in _batches(ids):
                holding = (_article.c.id.in_(some), _shown(), func.instr(_article.c.text, text) > 0)
                found.extend(connection.scalars(select(_article.c.id).where(*holding)))
        return frozenset(map(ArticleId, found))

    def reported(
        self, ids: Iterable[ArticleId], wanted: Collection[NumberRange]
    ) -> dict[ArticleId, tuple[Span, ...]]:
        """Return where the numbers within any of these bounds stand in each of these articles, in order."""
        found: dict[ArticleId, list[Span]] = {}
        chosen_by = within(wanted)
        columns = (_statistic.c.article_id, _statistic.c.start, _statistic.c.end)
        with self._database.reading() as connection:
            for some in _batches(ids):
                chosen = select(*columns).where(_statistic.c.article_id.in_(some), standing(), chosen_by)
                for article, start, end in connection.execute(chosen.order_by(_statistic.c.start)):
                    found.setdefault(ArticleId(article), []).append(Span(start, end))
        return {article: tuple(spans) for article, spans in found.items()}


def _shown() -> ColumnElement[bool]:
    return _article.c.deleted_at.is_(None)


def _batches(numbers: Iterable[int]) -> Iterator[tuple[ArticleId, ...]]:
    left = map(ArticleId, numbers)
    while some := tuple(islice(left, _BATCH)):
        yield some


def _filed(connection: Connection, ids: Collection[ArticleId]) -> Iterator[FiledArticle]:
    figures = set(
        connection.scalars(select(schema.figure.c.article_id).where(schema.figure.c.article_id.in_(ids)))
    )
    kinds: dict[int, set[Kind]] = {}
    numbers: dict[int, list[ReportedNumber]] = {}
    columns = (_statistic.c.article_id, _statistic.c.kind, group(), *bounds())
    for article, name, of_group, low, high in connection.execute(
        select(*columns).where(_statistic.c.article_id.in_(ids), standing())
    ):
        kind = Kind(name)
        if kind not in BESIDE:
            kinds.setdefault(article, set()).add(kind)
        if of_group is not None and low is not None and high is not None:
            numbers.setdefault(article, []).append(ReportedNumber(of_group, low, high))
    for text, annotated in read_texts(connection, ids):
        yield FiledArticle(
            text,
            text.id in figures,
            annotated,
            frozenset(kinds.get(text.id, ())),
            tuple(numbers.get(text.id, ())),
        )
