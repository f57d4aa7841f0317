"""Every engine answers as reading every article does: random archives, random trees."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from math import nextafter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import DateRange, Facet, Field, Filed, NumberRange
from baoguan.domain.records import ArticleText, FiledArticle, ReportedNumber
from baoguan.domain.statistic import Kind
from baoguan.index.analysis import BESIDE, PRINTED, Entry, entry
from baoguan.index.engine import Engine, Wanted
from baoguan.index.fold import WALL, fold_text
from baoguan.index.tree import EVERYTHING, Among, Both, Either, Flag, Flagged, Holds, Reach, Sought, Without

Compose = Callable[..., ArticleText]
File = Callable[..., FiledArticle]
Matching = Callable[[Mapping[ArticleId, Entry], Sought], set[ArticleId]]
Counting = Callable[..., dict[str, int]]
Open = Callable[[Path], Engine]
Entries = dict[ArticleId, Entry]

SURE = Without(Flagged(Flag.UNSURE))
UNBOUNDED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
_GROUPS = ("金额", "数量")
_DAYS = (date(1, 1, 1), date(1949, 10, 1), date(2022, 10, 11), date(2022, 10, 12), date(9999, 12, 31))
_NUMBERS = (-1e18, -0.0, 0.0, 5e-324, 3.0, 30.5, 1e300)
_TITLES = ("天津日报", "津门 报", "報\ud800")

# Common characters, rare ones, variants, some that fold to several or to none, and bad ones.
_PIECES = st.sampled_from(
    [
        *"天津中国的一是在滨葡萄，。（“” 　a1B発發发國麪面\u200b\ufffd\U00020000\uf900\ue000㎡½…ﬁ",
        "\ud800",
        "\n",
        "\x1f",
        "中国",
        "證券化",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=12).map("".join)
_SHORT = st.lists(_PIECES, max_size=2).map("".join)
_LINES = _TEXTS.map(lambda text: text.replace("\n", ""))


@st.composite
def _articles(draw: st.DrawFn, compose: Compose, file: File, number: int) -> Entry:
    text = compose(
        number,
        draw(_LINES),
        *draw(st.lists(_LINES, max_size=3)),
        caption=draw(_LINES),
        byline=draw(_LINES),
        section=draw(st.none() | _LINES),
        day=draw(st.none() | st.sampled_from(_DAYS)),
        title=draw(st.sampled_from(_TITLES)),
        notes=tuple(draw(st.lists(_SHORT.filter(bool), max_size=3))),
        tags=tuple(draw(st.lists(_SHORT, max_size=3))),
    )
    kinds = draw(st.frozensets(st.sampled_from([Kind.MONEY, Kind.PERCENT, Kind.AREA])))
    return entry(file(text, kinds, draw(st.lists(_reported(), min_size=1, max_size=3)), draw(st.booleans())))


@st.composite
def _reported(draw: st.DrawFn) -> ReportedNumber:
    low, high = sorted((draw(st.sampled_from(_NUMBERS)), draw(st.sampled_from(_NUMBERS))))
    return ReportedNumber(draw(st.sampled_from(_GROUPS)), low, draw(st.sampled_from((low, high))))


@st.composite
def _number_ranges(draw: st.DrawFn) -> NumberRange:
    bounds = st.none() | st.sampled_from(_NUMBERS)
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    # Bounds that leave nothing between them are nobody's question.
    bounded = low is not None and high is not None
    opened = st.just(False) if bounded and nextafter(low, high) == high else st.booleans()
    return NumberRange(draw(st.sampled_from(_GROUPS)), low, high, draw(opened), draw(opened))


@st.composite
def _held(draw: st.DrawFn, texts: list[str]) -> Holds:
    """A string of an article, or one that walls divide there, or any other."""
    folded = draw(st.sampled_from(texts) | _TEXTS.map(fold_text).filter(bool))
    start = draw(st.integers(0, len(folded) - 1))
    end = draw(st.integers(start + 1, min(len(folded), start + 6)))
    field = draw(st.sampled_from((Field.ANY, Field.ANY, *PRINTED, *BESIDE)))
    return Holds(folded[start:end], field, draw(st.sampled_from(Reach)))


_OTHER_LEAVES = (
    _number_ranges()
    | st.sampled_from((*Flag, "+發", "~发", "±发")).map(Flagged)
    | st.frozensets(st.integers(1, 6).map(ArticleId)).map(Among)
    | st.builds(DateRange, st.none() | st.sampled_from(_DAYS), st.none() | st.sampled_from(_DAYS))
    | st.builds(Filed, st.sampled_from(Facet), _LINES)
)


def _trees(entries: Entries) -> st.SearchStrategy[Sought]:
    """Draw trees that ask for what the entries hold, and for other things."""
    held_by = [held for one in entries.values() for held in (one.texts, one.own)]
    texts = ["".join(held.values()).replace(WALL, "") for held in held_by]
    held = _held([*filter(None, texts), "天津"])
    filed = [Filed(facet, value) for one in entries.values() for facet in Facet for value in one.filed[facet]]
    leaves = held | held | _number_ranges() | st.sampled_from([*filed, Filed(Facet.KIND, "money")])
    return st.recursive(
        leaves | _OTHER_LEAVES,
        lambda parts: (
            st.lists(parts, max_size=3).map(lambda listed: Both(tuple(listed)))
            | st.lists(parts, max_size=3).map(lambda listed: Either(tuple(listed)))
            | parts.map(Without)
        ),
        max_leaves=4,
    )


def _leaves(tree: Sought) -> Iterator[Sought]:
    match tree:
        case Both(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from _leaves(part)
        case Without(part=part):
            yield from _leaves(part)
        case _:
            yield tree


def _is_decided(engine: Engine, tree: Sought) -> bool:
    return all(engine.decides(leaf) for leaf in _leaves(tree) if isinstance(leaf, Holds))


@given(data=st.data())
@UNBOUNDED
def test_a_random_archive_is_answered_as_by_reading_every_article(
    open_index: Open,
    compose: Compose,
    filed: File,
    matching: Matching,
    facet_counts: Counting,
    data: st.DataObject,
) -> None:
    numbers = range(1, data.draw(st.sampled_from((6, 4, 1, 0))) + 1)
    entries = {ArticleId(number): data.draw(_articles(compose, filed, number)) for number in numbers}
    trees = data.draw(st.lists(_trees(entries), min_size=15, max_size=25))
    with TemporaryDirectory() as folder:
        engine = open_index(Path(folder) / "index")
        try:
            assert engine.update(entries.items(), 1) == len(entries)
            _check(engine, entries, trees, matching, facet_counts)
            changes = {number: data.draw(st.none() | _articles(compose, filed, number)) for number in entries}
            changes = {
                number: changes[number]
                for number in data.draw(st.frozensets(st.sampled_from([*entries, 0])))
                if number
            }
            engine.update(changes.items(), 2)
            now = {**entries, **changes}
            _check(engine, {number: one for number, one in now.items() if one}, trees, matching, facet_counts)
        finally:
            engine.close()


def _check(
    engine: Engine, entries: Entries, trees: list[Sought], matching: Matching, facet_counts: Counting
) -> None:
    for tree in trees:
        found = matching(entries, tree)
        proposed = engine.candidates(tree)
        assert set(proposed) >= found
        assert len(set(proposed)) == len(proposed)
        if not _is_decided(engine, tree):
            continue
        sure = Both((tree, SURE))
        held = matching(entries, sure)
        assert engine.count(sure) == len(held)
        assert {number for number, _ in engine.ranked(Wanted(sure), 0, 100)} == held
        counts = engine.facets(sure, tuple(Facet))
        for facet in Facet:
            assert dict(counts[facet]) == facet_counts([entries[number] for number in held], facet)
        # Boolean laws hold in what the engine itself says, unsure articles included.
        assert engine.count(tree) + engine.count(Without(tree)) == engine.count(EVERYTHING) == len(entries)
        assert engine.count(Both((tree, tree))) == engine.count(Either((tree, tree))) == engine.count(tree)
