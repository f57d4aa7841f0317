"""A query text becomes results: the index proposes, the articles' own text decides."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from time import perf_counter
from typing import Protocol

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import DateRange, Hit, Node, NumberRange, Order, Query, Results
from baoguan.domain.records import ArticleText
from baoguan.index.engine import Engine
from baoguan.search.ground import Subject
from baoguan.search.match import Matcher, ranges
from baoguan.search.parse import parse
from baoguan.search.receipt import Means, means, receipt, whole
from baoguan.search.recent import Reading, Recent
from baoguan.search.snippets import snippets


class Texts(Reading, Protocol):
    """What a search reads from the catalogue."""

    def ids_dated(self, first: date | None, last: date | None) -> frozenset[ArticleId]:
        """Return the articles of issues from a day to a day, both included; None is open."""

    def ids_reporting(self, wanted: NumberRange) -> frozenset[ArticleId]:
        """Return the articles that report a number within bounds."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An article that matches, before it is shown."""

    article: ArticleId
    date: date | None
    score: float
    phrase: bool
    means: Means


class Searcher:
    """Searches the articles of one catalogue through one index. Safe to use from several threads."""

    def __init__(self, texts: Texts, engine: Engine) -> None:
        self._texts = texts
        self._recent = Recent(texts)
        self._engine = engine

    def search(self, text: str, limit: int = 50, offset: int = 0, order: Order = Order.RANK) -> Results:
        """Return what a query finds: an exact phrase above scattered words, then by score, then newest first.

        Every article that matches is counted and listed; ``limit`` of them, from ``offset`` on, are
        shown. In an order of dates, those of one date stand in order of rank. Raises ``IndexDamaged``
        where the index must be built again.
        """
        started = perf_counter()
        query = parse(text)
        if query.tree is None:
            return Results(query, 0, (), (), seconds=perf_counter() - started, order=order)
        matcher = self._matcher(query.tree)
        found = _ordered(_ranked(self._found(query, query.tree, matcher)), order)
        return Results(
            query,
            len(found),
            tuple(self._hits(found[offset : offset + limit], matcher)),
            tuple(each.article for each in found),
            receipt(Counter(each.means for each in found)),
            perf_counter() - started,
            order,
        )

    def marks(self, article: ArticleText, text: str) -> tuple[Span, ...]:
        """Return where a query's strings stand in an article's text, in order, none overlapping another."""
        tree = parse(text).tree
        return () if tree is None else self._matcher(tree).marks(Subject(article))

    def _matcher(self, tree: Node) -> Matcher:
        return Matcher(tree, {each: self._among(each) for each in ranges(tree)})

    def _among(self, wanted: DateRange | NumberRange) -> frozenset[ArticleId]:
        if isinstance(wanted, DateRange):
            return self._texts.ids_dated(wanted.first, wanted.last)
        return self._texts.ids_reporting(wanted)

    def _found(self, query: Query, tree: Node, matcher: Matcher) -> Iterator[_Found]:
        phrase = Matcher(whole(query, tree), {})
        scores = self._engine.candidates(tree)
        for article in self._recent.texts(scores, self._engine.revision()):
            subject = Subject(article)
            if matcher.holds(subject):
                yield _Found(
                    article.id,
                    article.date,
                    scores[article.id],
                    phrase.holds_in_print(subject),
                    means(subject, matcher, phrase),
                )

    def _hits(self, found: Iterable[_Found], matcher: Matcher) -> Iterator[Hit]:
        scores = {each.article: each.score for each in found}
        articles = {article.id: article for article in self._recent.texts(scores, self._engine.revision())}
        for number, score in scores.items():
            if article := articles.get(number):
                yield Hit(
                    article.id,
                    article.page_id,
                    article.headline,
                    article.title,
                    article.date,
                    article.page,
                    article.section,
                    score,
                    snippets(Subject(article), matcher),
                )


def _ranked(found: Iterable[_Found]) -> list[_Found]:
    """Return the articles in order; a phrase's score is lifted above all others', so that scores fall."""
    listed = list(found)
    lift = max((each.score for each in listed), default=0.0) + 1.0
    lifted = [replace(each, score=each.score + lift) if each.phrase else each for each in listed]
    return sorted(lifted, key=lambda each: (-each.score, -(each.date or date.min).toordinal(), each.article))


def _ordered(ranked: list[_Found], order: Order) -> list[_Found]:
    """Return ranked articles in another order; what has no date comes last."""
    if order is Order.RANK:
        return ranked
    sign = -1 if order is Order.NEWEST else 1
    return sorted(ranked, key=lambda each: (each.date is None, sign * (each.date or date.min).toordinal()))
