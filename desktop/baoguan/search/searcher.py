"""A question becomes results: the index decides what it can, the articles' own text the rest."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Protocol

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress, Silent
from baoguan.domain.query import (
    Concordance,
    Hit,
    Line,
    LineOrder,
    Node,
    NumberRange,
    Question,
    Results,
    Spread,
    Suggestion,
)
from baoguan.domain.records import ArticleText
from baoguan.index.engine import Engine
from baoguan.index.vocabulary import PLAIN, Segmenter
from baoguan.search.concordance import arranged, lines
from baoguan.search.correct import correct
from baoguan.search.ground import Subject
from baoguan.search.inquiry import Inquiry
from baoguan.search.match import Matcher, number_ranges
from baoguan.search.parse import parse
from baoguan.search.recent import Recent
from baoguan.search.snippets import snippets
from baoguan.search.spread import spread
from baoguan.search.suggest import suggest
from baoguan.search.verify import Printing, Verifier

_KEPT = 8
_LINING_UP = Bilingual("逐行排列", "Lining up the hits")


class Texts(Printing, Protocol):
    """What a search reads from the catalogue."""

    def reported(
        self, ids: Iterable[ArticleId], wanted: Collection[NumberRange]
    ) -> Mapping[ArticleId, tuple[Span, ...]]:
        """Return where the numbers within any of these bounds stand in each of these articles, in order."""

    def issues_by_month(self) -> Mapping[str, int]:
        """Return how many issues survive of each month (``1998-03``)."""


class Searcher:
    """Searches the articles of one catalogue through one index, for one thread at a time.

    Raises ``IndexDamaged`` where the index must be built again, ``Cancelled`` where a progress says so.
    """

    def __init__(self, texts: Texts, engine: Engine, segmenter: Segmenter = PLAIN) -> None:
        self._texts = texts
        self._recent = Recent(texts)
        self._engine = engine
        self._segmenter = segmenter
        self._inquiries: OrderedDict[tuple[Question, int], tuple[Inquiry, Verifier]] = OrderedDict()
        self._issues: tuple[int, Mapping[str, int]] = (-1, {})

    def search(
        self, question: Question, limit: int = 20, offset: int = 0, progress: Progress | None = None
    ) -> Results:
        """Return what a question finds: every match is counted, ``limit`` from ``offset`` on are shown.

        By rank, an exact phrase stands above scattered words, then the score decides, then the newer date.
        """
        started = perf_counter()
        inquiry = self._inquiry(question, progress)
        found = self._engine.ranked(inquiry.wanted, offset, offset + limit) if limit else ()
        hits = tuple(self._hits(found, inquiry.query.tree))
        return Results(
            question, inquiry.query, inquiry.total, hits, inquiry.receipt, perf_counter() - started
        )

    def found(self, question: Question, progress: Progress | None = None) -> tuple[ArticleId, ...]:
        """Return every article that a question finds, in order."""
        inquiry = self._inquiry(question, progress)
        return tuple(article for article, _ in self._engine.ranked(inquiry.wanted, 0, inquiry.total))

    def spread(self, question: Question, progress: Progress | None = None) -> Spread:
        """Return how the hits spread over facets and months; of every article where the text is empty."""
        return spread(self._inquiry(question, progress), self._engine, self._issues_by_month())

    def concordance(
        self, question: Question, order: LineOrder, articles: int = 500, progress: Progress | None = None
    ) -> Concordance:
        """Return the hits of the first so many articles, a line each."""
        inquiry = self._inquiry(question, progress)
        found = [article for article, _ in self._engine.ranked(inquiry.wanted, 0, articles)]
        listed = self._lines(found, inquiry.query.tree, progress or Silent())
        return Concordance(arranged(listed, order), len(found), inquiry.total)

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return query texts with their last term completed by words of the archive."""
        return suggest(text, self._engine, limit)

    def correct(self, question: Question, progress: Progress | None = None) -> str | None:
        """Return a query text that finds something, near to one that finds little; None for none."""

        def count(text: str) -> int:
            return self._inquiry(replace(question, text=text), progress).total

        return correct(question.text, count(question.text), self._engine, count)

    def marks(self, article: ArticleId, text: str) -> tuple[Span, ...]:
        """Return where a query's strings and numbers stand in an article's text: see ``Matcher.marks``."""
        tree = parse(text).tree
        if tree is None:
            return ()
        numbers = self._numbers([article], tree)
        return tuple(
            span
            for one in self._texts.texts([article])
            for span in Matcher(tree).marks(Subject(one), numbers.get(article, ()))
        )

    def _inquiry(self, question: Question, progress: Progress | None) -> Inquiry:
        """Return a question worked out for what the index holds now; the last few are kept."""
        key = (question, self._engine.revision())
        if key not in self._inquiries:
            verifier = Verifier(self._texts, self._recent, key[1])
            self._inquiries[key] = Inquiry(question, self._engine, verifier, self._segmenter), verifier
        self._inquiries.move_to_end(key)
        while len(self._inquiries) > _KEPT:
            self._inquiries.popitem(last=False)
        inquiry, verifier = self._inquiries[key]
        verifier.progress = progress or Silent()
        return inquiry

    def _hits(self, found: Collection[tuple[ArticleId, float]], tree: Node | None) -> Iterator[Hit]:
        scores = dict(found)
        matcher = Matcher(tree)
        numbers = self._numbers(scores, tree) if tree else {}
        articles = {one.id: one for one in self._recent.texts(scores, self._engine.revision())}
        for number, score in scores.items():
            if article := articles.get(number):
                yield _hit(article, score, matcher, numbers.get(number, ()))

    def _lines(self, found: Sequence[ArticleId], tree: Node | None, progress: Progress) -> Iterator[Line]:
        matcher = Matcher(tree)
        numbers = self._numbers(found, tree) if tree else {}
        articles = {one.id: one for one in self._recent.texts(found, self._engine.revision())}
        for done, number in enumerate(each for each in found if each in articles):
            progress.step(done, len(found), _LINING_UP)
            article = articles[number]
            yield from lines(article, matcher.marks(Subject(article), numbers.get(number, ())))

    def _numbers(self, ids: Iterable[ArticleId], tree: Node) -> Mapping[ArticleId, tuple[Span, ...]]:
        wanted = tuple(number_ranges(tree))
        return self._texts.reported(ids, wanted) if wanted else {}

    def _issues_by_month(self) -> Mapping[str, int]:
        revision = self._engine.revision()
        if self._issues[0] != revision:
            self._issues = (revision, self._texts.issues_by_month())
        return self._issues[1]


def _hit(article: ArticleText, score: float, matcher: Matcher, numbers: tuple[Span, ...]) -> Hit:
    return Hit(
        article.id,
        article.page_id,
        article.headline,
        article.title,
        article.date,
        article.page,
        article.section,
        score,
        snippets(Subject(article), matcher, numbers),
    )
