"""What every engine must do; the engines stand in ``conftest.ENGINES``."""

import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import DateRange, Facet, Field, Filed, NumberRange, Order
from baoguan.domain.records import ArticleText, FiledArticle, ReportedNumber
from baoguan.domain.statistic import Kind
from baoguan.index.analysis import Entry, WordField, entry
from baoguan.index.engine import Engine, Wanted
from baoguan.index.ranking import RankedWord
from baoguan.index.tree import EVERYTHING, Both, Either, Holds, Reach, Sought, Without

Compose = Callable[..., ArticleText]
File = Callable[..., FiledArticle]
Matching = Callable[[Mapping[ArticleId, Entry], Sought], set[ArticleId]]
Counting = Callable[..., dict[str, int]]
Open = Callable[[Path], Engine]
Entries = dict[ArticleId, Entry]

_DAYS = (date(1, 1, 1), date(1949, 10, 1), date(2022, 10, 11), date(2022, 10, 12), date(9999, 12, 31))


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


@pytest.fixture
def entries(compose: Compose, filed: File) -> Entries:
    """Three articles of two newspapers."""
    texts = (
        compose(
            1, "证券化项目落地", "滨海新区知识產權證券化。", caption="建设中的B1线", day=date(2022, 10, 12)
        ),
        compose(
            2, "轨道交通", "证券化之外,B1线(一期)提速。", "知识产权", byline="刘畅", day=date(2022, 9, 1)
        ),
        compose(3, "医保互认", "京津冀三地。", notes=("待核实", "甲乙"), tags=("民生",), title="津报"),
    )
    numbers = ((), (ReportedNumber("金额", 1e8, 1e8),), (ReportedNumber("百分比", 30.0, 60.0),))
    kinds = ((), (Kind.MONEY,), (Kind.PERCENT, Kind.MONEY))
    return {text.id: entry(filed(text, *more)) for text, *more in zip(texts, kinds, numbers, strict=True)}


@pytest.fixture
def engine(open_engine: Callable[[], Engine], entries: Entries) -> Engine:
    """An index of these at revision 7."""
    engine = open_engine()
    assert engine.revision() == 0
    assert engine.update(iter(entries.items()), 7) == 3
    assert engine.revision() == 7
    return engine


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (Holds("知识产权"), {1, 2}),
        (Holds("("), {2}),
        (Holds("。"), {1, 2, 3}),
        (Holds("化"), {1, 2}),
        (Holds("证券化。"), {1}),
        (Holds("落地滨海"), set()),
        (Holds("待核实"), {3}),
        (Holds("待核实", Field.ANY, Reach.PRINT), set()),
        (Holds("实甲"), set()),
        (Holds("乙民"), set()),
        (Holds("民生", Field.TAG), {3}),
        (Holds("民生", Field.NOTE), set()),
        (Holds("交通", Field.TITLE), {2}),
        (Holds("交通", Field.BODY), set()),
        (Holds("刘畅", Field.BYLINE), {2}),
        (Holds("b1线", Field.CAPTION), {1}),
        (Both((Holds("证券"), Without(Holds("轨道")))), {1}),
        (Either(()), set()),
        (EVERYTHING, {1, 2, 3}),
        (DateRange(None, None), {1, 2}),
        (DateRange(date(2022, 9, 2), None), {1}),
        (NumberRange("金额", 1e8, None), {2}),
        (NumberRange("金额", 1e8, None, low_open=True), set()),
        (NumberRange("百分比", 40.0, 50.0), {3}),
        (Filed(Facet.KIND, "money"), {2, 3}),
        (Filed(Facet.HOLDING, "annotation"), {3}),
    ],
)
def test_a_tree_finds_its_articles(engine: Engine, tree: Sought, found: set[int]) -> None:
    assert found <= set(engine.candidates(tree))
    if _is_decided(engine, tree):
        assert engine.count(tree) == len(found)
        assert {number for number, _ in engine.ranked(Wanted(tree), 0, 9)} == found


@pytest.mark.parametrize("folded", ["知识产权" * 25_000, "\ud800", "\x00", "", "\U0010ffff", "字\ud800在"])
def test_strange_strings_are_answered_or_left_to_reading(engine: Engine, folded: str) -> None:
    if engine.decides(Holds(folded)):
        assert engine.count(Holds(folded)) == 0
    assert isinstance(len(engine.candidates(Holds(folded))), int)


def test_a_long_string_of_an_article_is_found(
    open_engine: Callable[[], Engine], compose: Compose, filed: File
) -> None:
    engine = open_engine()
    text = compose(1, "长文", "".join(chr(0x4E00 + at * 7 % 3000) for at in range(2000)))
    engine.update([(text.id, entry(filed(text)))], 1)
    for length in (150, 500, 1900):
        assert set(engine.candidates(Holds(text.folded[50 : 50 + length]))) == {1}


@pytest.fixture
def many(open_engine: Callable[[], Engine], compose: Compose, filed: File) -> tuple[Engine, Entries]:
    """An index of 1,300 short articles, most of them alike, in two updates."""
    engine = open_engine()
    entries = {}
    for number in range(1, 1301):
        day = _DAYS[number % 4] if number % 5 else None
        words = "知识产权" * (number % 3) + "轨道交通" * (number % 2)
        text = compose(number, "知识产权" if number % 7 == 0 else "轨道", f"{words}。", day=day)
        entries[text.id] = entry(filed(text))
    engine.update([(number, one) for number, one in entries.items() if number < 1000], 1)
    engine.update([(number, one) for number, one in entries.items() if number >= 900], 2)
    return engine, entries


def _newest_first(number: ArticleId, entries: Entries) -> tuple[int, int]:
    day = entries[number].date
    return (-day.toordinal() if day else 0, number)


_WORDS = tuple(RankedWord("知识产权", field, 1.0) for field in WordField)


@pytest.mark.parametrize("words", [(), _WORDS])
def test_portions_are_of_one_order_with_lifted_ones_first(
    many: tuple[Engine, Entries], matching: Matching, words: tuple[RankedWord, ...]
) -> None:
    engine, entries = many
    tree = Either((Holds("轨"), Holds("知")))
    lifts = (Filed(Facet.YEAR, "2022"), Filed(Facet.YEAR, "1949"))
    wanted = Wanted(tree, lifts, words)
    everything = list(engine.ranked(wanted, 0, 2000))
    assert Counter(number for number, _ in everything) == Counter(matching(entries, tree))
    assert min(score for _, score in everything) >= 0
    for first, last in ((0, 7), (3, 600), (510, 530), (1000, 1200), (1290, 1400), (1500, 1600), (5, 5)):
        assert list(engine.ranked(wanted, first, last)) == everything[first:last]
    tiers = [matching(entries, lift) for lift in lifts]
    places = [next((at for at, tier in enumerate(tiers) if number in tier), 2) for number, _ in everything]
    assert places == sorted(places)


def test_articles_of_one_score_stand_newest_first_and_by_number(many: tuple[Engine, Entries]) -> None:
    engine, entries = many
    plain = [number for number, _ in engine.ranked(Wanted(Holds("轨")), 0, 2000)]
    assert plain == sorted(plain, key=lambda number: _newest_first(number, entries))
    ranked = engine.ranked(Wanted(Filed(Facet.MONTH, "2022-10"), (), _WORDS), 0, 300)
    assert len({score for _, score in ranked}) > 1
    keys = [(-score, *_newest_first(number, entries)) for number, score in ranked]
    assert keys == sorted(keys)


def test_in_the_order_of_dates_the_undated_stand_last(many: tuple[Engine, Entries]) -> None:
    engine, entries = many
    newest = [number for number, _ in engine.ranked(Wanted(EVERYTHING, order=Order.NEWEST), 0, 2000)]
    assert newest == sorted(entries, key=lambda number: _newest_first(number, entries))
    oldest = [number for number, _ in engine.ranked(Wanted(EVERYTHING, order=Order.OLDEST), 0, 2000)]
    assert oldest == sorted(entries, key=lambda number: (entries[number].date or date.max, number))
    assert [number for number, _ in engine.ranked(Wanted(EVERYTHING, order=Order.OLDEST), 40, 90)] == oldest[
        40:90
    ]


def test_a_headline_weighs_more_than_the_body_and_rare_words_more_than_common_ones(
    open_engine: Callable[[], Engine], compose: Compose, filed: File
) -> None:
    engine = open_engine()
    texts = (
        compose(1, "车站", "项目推进。", caption="海水淡化"),
        compose(2, "海水淡化", "项目推进。", caption="车站"),
        compose(3, "车站", "海水淡化。", caption="项目推进"),
        compose(4, "车站", "别的事情。"),
    )
    engine.update([(text.id, entry(filed(text))) for text in texts], 1)
    weights = {WordField.TITLE: 4.0, WordField.BODY: 1.0, WordField.CAPTION: 0.6}
    words = tuple(RankedWord("海水", field, weight) for field, weight in weights.items())
    ranked = engine.ranked(Wanted(EVERYTHING, (), words), 0, 9)
    assert [number for number, _ in ranked] == [2, 3, 1, 4]
    assert ranked[-1][1] == 0
    by_both = (RankedWord("车站", WordField.TITLE, 1.0), RankedWord("项目", WordField.BODY, 1.0))
    rarer = (RankedWord("车站", WordField.TITLE, 1.0), RankedWord("事情", WordField.BODY, 1.0))
    assert next(iter(engine.ranked(Wanted(EVERYTHING, (), rarer), 0, 1)))[0] == 4
    assert next(iter(engine.ranked(Wanted(EVERYTHING, (), by_both), 0, 1)))[0] == 1


def test_words_of_a_prefix_come_with_the_articles_that_hold_them(
    many: tuple[Engine, Entries],
) -> None:
    engine, entries = many
    held = Counter(
        word
        for one in entries.values()
        for word in {word for listed in one.words.values() for word in listed}
    )
    for prefix in ("知", "知识产", "轨道", "产", "x", ""):
        wanted = {word: count for word, count in held.items() if word.startswith(prefix)}
        for limit in (1, 3, 50):
            found = engine.words(prefix, limit)
            assert [one.articles for one in found] == sorted(wanted.values(), reverse=True)[:limit]
            assert all(wanted[one.text] == one.articles for one in found)


def test_an_article_is_replaced_and_removed(engine: Engine, compose: Compose, filed: File) -> None:
    changed = compose(1, "另一篇", "改过的文字。")
    assert (
        engine.update([(ArticleId(1), entry(filed(changed))), (ArticleId(3), None), (ArticleId(9), None)], 8)
        == 3
    )
    assert engine.revision() == 8
    assert set(engine.candidates(Holds("改过"))) == {1}
    assert set(engine.candidates(Holds("证券化"))) == {2}
    assert engine.count(EVERYTHING) == 2


def test_what_is_written_is_there_when_opened_again(
    engine: Engine, open_engine: Callable[[], Engine]
) -> None:
    engine.close()
    again = open_engine()
    assert again.revision() == 7
    assert set(again.candidates(Holds("一期"))) == {2}


def test_an_open_index_sees_what_another_has_written(
    engine: Engine, open_engine: Callable[[], Engine], compose: Compose, filed: File
) -> None:
    open_engine().update([(ArticleId(4), entry(filed(compose(4, "新来的", "一篇。"))))], 9)
    assert engine.revision() == 9
    assert set(engine.candidates(Holds("新来"))) == {4}


def test_many_small_updates_keep_everything(
    open_engine: Callable[[], Engine], compose: Compose, filed: File
) -> None:
    engine = open_engine()
    for number in range(1, 26):
        engine.update(
            [(ArticleId(number), entry(filed(compose(number, f"第{number}篇", "共同的文字。"))))], number
        )
    engine.update([(ArticleId(7), None)], 26)
    assert engine.count(EVERYTHING) == 24
    assert set(engine.candidates(Holds("第12篇"))) == {12}
    assert engine.revision() == 26


def test_an_update_that_fails_changes_nothing(engine: Engine, compose: Compose, filed: File) -> None:
    def failing() -> Iterator[tuple[ArticleId, Entry | None]]:
        yield ArticleId(1), None
        yield ArticleId(4), entry(filed(compose(4, "不应出现", "文字。")))
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        engine.update(failing(), 8)
    assert engine.revision() == 7
    assert engine.count(EVERYTHING) == 3
    assert engine.count(Holds("不")) == 0
    assert engine.update([(ArticleId(1), None)], 9) == 1
    assert engine.count(EVERYTHING) == 2


def test_a_cleared_index_is_empty_and_usable(engine: Engine, entries: Entries) -> None:
    engine.clear()
    assert engine.revision() == 0
    assert engine.count(EVERYTHING) == 0
    assert list(engine.candidates(Holds("证券"))) == []
    assert list(engine.ranked(Wanted(EVERYTHING, (), _WORDS), 0, 10)) == []
    assert engine.words("", 5) == []
    engine.update(entries.items(), 1)
    assert engine.count(EVERYTHING) == 3


def test_readers_see_one_commit_or_the_next_while_another_thread_writes(
    engine: Engine, compose: Compose, filed: File
) -> None:
    seen: list[int] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def reading() -> None:
        try:
            while not done.is_set():
                seen.append(engine.count(EVERYTHING))
                assert len(engine.ranked(Wanted(EVERYTHING, (), _WORDS), 0, 3)) == 3
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=reading) for _ in range(2)]
    for thread in threads:
        thread.start()
    for revision in range(8, 14):
        numbers = range(revision * 10, revision * 10 + 10)
        engine.update(
            [(ArticleId(number), entry(filed(compose(number, "新", "篇")))) for number in numbers], revision
        )
    done.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert set(seen) <= set(range(3, 64, 10))
    assert engine.count(EVERYTHING) == 63


def test_a_reader_waits_for_no_writer(
    engine: Engine, open_engine: Callable[[], Engine], compose: Compose, filed: File
) -> None:
    counted: list[int] = []

    def changes() -> Iterator[tuple[ArticleId, Entry | None]]:
        for number in range(4, 6):
            reader = threading.Thread(target=lambda: counted.append(engine.count(EVERYTHING)))
            reader.start()
            reader.join(30)
            yield ArticleId(number), entry(filed(compose(number, "新", "篇")))

    again = open_engine()
    again.update([(ArticleId(3), None)], 8)
    again.close()
    engine.update(changes(), 9)
    assert counted == [2, 2]
    assert engine.count(EVERYTHING) == 4


def test_a_copied_folder_is_the_same_index(open_index: Open, engine: Engine, tmp_path: Path) -> None:
    engine.close()
    shutil.copytree(tmp_path / "index", tmp_path / "copy")
    copied = open_index(tmp_path / "copy")
    assert copied.revision() == 7
    assert copied.count(Holds("化")) == 2
    copied.close()
