"""Whatever an engine decides by itself, a question has the same answer: what stands in the text."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import DateRange, Facet, Field, Filed, NumberRange, Question, Receipt
from baoguan.domain.records import ArticleText, FiledArticle
from baoguan.index.analysis import BESIDE, PRINTED, Entry, entry
from baoguan.index.fold import WALL, fold_own, fold_text
from baoguan.index.tree import Among, Both, Either, Flagged, Holds, Reach, Sought, Without
from baoguan.search.inquiry import Inquiry
from baoguan.search.recent import Recent
from baoguan.search.verify import Verifier

Compose = Callable[..., ArticleText]


@dataclass
class PlainEngine:
    """Looks through every entry; ``decided`` are the strings it claims to decide."""

    entries: Mapping[ArticleId, Entry]
    decided: Collection[tuple[int, Reach]] = ()

    def decides(self, leaf: Holds) -> bool:
        return (len(leaf.folded), leaf.reach) in self.decided

    def candidates(self, tree: Sought) -> list[ArticleId]:
        # Too many: every article that has the characters, in whatever order and reach.
        return [
            number for number, held in self.entries.items() if self._matches(tree, number, held, loose=True)
        ]

    def count(self, tree: Sought) -> int:
        return sum(self._matches(tree, number, held, loose=False) for number, held in self.entries.items())

    def facets(self, tree: Sought, facets: Iterable[Facet]) -> dict[Facet, dict[str, int]]:
        return {
            each: {value: 1 for held in self.entries.values() for value in held.filed[each]}
            for each in facets
        }

    def _matches(self, tree: Sought, number: ArticleId, held: Entry, *, loose: bool) -> bool:
        match tree:
            case Both(parts=parts):
                return all(self._matches(part, number, held, loose=loose) for part in parts)
            case Either(parts=parts):
                return any(self._matches(part, number, held, loose=loose) for part in parts)
            case Without(part=part):
                return loose or not self._matches(part, number, held, loose=False)
            case Among(articles=articles):
                return number in articles
            case Filed(facet=facet, value=value):
                return value in held.filed[facet]
            case Flagged(flag=flag):
                return flag in held.flags
            case Holds():
                return _loosely(tree, held) if loose else _holds(tree, held)
            case DateRange() | NumberRange():
                return False


def _loosely(tree: Holds, held: Entry) -> bool:
    return set(tree.folded) <= set("".join(_texts(tree, held).values()))


def _holds(tree: Holds, held: Entry) -> bool:
    fields = PRINTED if tree.reach is not Reach.ANYWHERE else PRINTED + BESIDE
    return any(
        tree.folded in piece
        for each in fields
        if tree.field in (Field.ANY, each)
        for piece in _texts(tree, held).get(each, "").split(WALL)
    )


def _texts(tree: Holds, held: Entry) -> Mapping[Field, str]:
    return held.own if tree.reach is Reach.OWN else held.texts


@dataclass
class Shelf:
    """Articles in memory."""

    articles: Mapping[ArticleId, ArticleText]

    def texts(self, ids: Iterable[ArticleId]) -> Iterable[ArticleText]:
        return (self.articles[number] for number in ids)

    def printing(self, ids: Iterable[ArticleId], text: str) -> frozenset[ArticleId]:
        return frozenset(number for number in ids if text in self.articles[number].text)


_LETTERS = "知识識產产㎡ﬁ，\ud800"
_TEXT = st.text(_LETTERS, min_size=1, max_size=4)
_ARTICLE = st.tuples(_TEXT, _TEXT, st.lists(_TEXT, max_size=1), st.lists(_TEXT, max_size=1))
_WORD = st.text("知识識产產fm", min_size=1, max_size=2)
_DECIDED = st.sets(st.tuples(st.integers(1, 2), st.sampled_from(list(Reach))), min_size=1)
_QUERY = st.one_of(
    _WORD,
    st.builds("标题:{}".format, _WORD),
    st.builds("{}*{}".format, _WORD, _WORD),
    st.builds('"{} {}"~2'.format, _WORD, _WORD),
    st.builds("{} {}".format, _WORD, _WORD),
    st.builds("({0} {1}?{1}) OR ({2} {1}?{1})".format, _WORD, _WORD, _WORD),
    st.builds("{} NOT {}".format, _WORD, _WORD),
    st.builds("{} OR ({} {})".format, _WORD, _WORD, _WORD),
    st.builds("NOT ({} OR 标签:{})".format, _WORD, _WORD),
)


def _asked(
    query: str, texts: Mapping[ArticleId, ArticleText], decided: Collection[tuple[int, Reach]]
) -> Inquiry:
    entries = {
        number: entry(FiledArticle(one, False, bool(one.notes or one.tags), frozenset(), ()))
        for number, one in texts.items()
    }
    return Inquiry(
        Question(query), PlainEngine(entries, decided), Verifier(Shelf(texts), Recent(Shelf(texts)), 1)
    )


@given(st.lists(_ARTICLE, min_size=1, max_size=4), _QUERY, _DECIDED)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=500, deadline=None)
def test_what_an_engine_decides_changes_no_answer(
    compose: Compose,
    articles: list[tuple[str, str, list[str], list[str]]],
    query: str,
    decided: set[tuple[int, Reach]],
) -> None:
    texts = {
        ArticleId(number): compose(number, title, body, notes=tuple(notes), tags=tuple(tags))
        for number, (title, body, notes, tags) in enumerate(articles)
    }
    read, trusted = _asked(query, texts, frozenset()), _asked(query, texts, decided)
    assert trusted.total == read.total
    assert trusted.receipt == read.receipt
    # Of articles that hold none of what is asked against, nothing is to be said.
    assert sum(vars_of(read.receipt)) == (0 if query.startswith("NOT") else read.total)


def vars_of(receipt: Receipt) -> tuple[int, ...]:
    return (receipt.exact, receipt.words, receipt.variant, receipt.annotated)


@given(st.lists(_ARTICLE, min_size=1, max_size=4), st.text("知识識产權ab", min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
def test_the_receipt_of_one_word_is_what_stands_in_the_articles(
    compose: Compose, articles: list[tuple[str, str, list[str], list[str]]], word: str
) -> None:
    texts = {
        ArticleId(number): compose(number, title, body, notes=tuple(notes), tags=tuple(tags))
        for number, (title, body, notes, tags) in enumerate(articles)
    }
    expected = {"exact": 0, "words": 0, "variant": 0, "annotated": 0}
    for title, body, notes, tags in articles:
        if any(fold_own(word) in fold_own(part) for part in (title, body)):
            expected["exact"] += 1
        elif any(fold_text(word) in fold_text(part) for part in (title, body)):
            expected["variant"] += 1
        elif any(fold_text(word) in fold_text(part) for part in (*notes, *tags)):
            expected["annotated"] += 1
    if "ﬁ" not in "".join(title + body + "".join(notes + tags) for title, body, notes, tags in articles):
        assert _asked(word, texts, frozenset()).receipt == Receipt(**expected)


def test_one_pattern_in_two_contexts_is_looked_for_in_both(compose: Compose) -> None:
    texts = {ArticleId(1): compose(1, "题", "知产大量"), ArticleId(2): compose(2, "题", "识产大量")}
    decided = {(1, Reach.ANYWHERE)}
    assert _asked("(知 产?量) OR (识 产?量)", texts, decided).total == 2
