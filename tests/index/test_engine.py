"""What every engine must do; each engine is one line in ``ENGINES``."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import All, AnyOf, DateRange, Field, Near, Node, Not, Term
from baoguan.domain.records import ArticleText
from baoguan.index.analysis import Entry, entry
from baoguan.index.engine import Engine
from baoguan.index.whoosh_engine import WhooshEngine

ENGINES = [WhooshEngine]
Compose = Callable[..., ArticleText]


@pytest.fixture(params=ENGINES)
def open_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Open the same index as often as wanted."""
    opened: list[Engine] = []

    def opening() -> Engine:
        opened.append(request.param(tmp_path / "index"))
        return opened[-1]

    yield opening
    for engine in opened:
        engine.close()


@pytest.fixture
def engine(open_engine: Callable[[], Engine], compose: Compose) -> Engine:
    """An index of three articles at revision 7."""
    engine = open_engine()
    articles = (
        compose(1, "证券化项目落地", "滨海新区知識產權證券化。", caption="建设中的B1线"),
        compose(2, "轨道交通", "证券化之外,B1线(一期)提速。", "知识产权"),
        compose(3, "医保互认", "京津冀三地。", notes=("待核实",)),
    )
    assert engine.update(((article.id, entry(article)) for article in articles), 7) == 3
    return engine


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (Term("知识产权"), {1, 2}),
        (Term("知識產權"), {1, 2}),
        (Term("("), {2}),
        (Term("线("), {2}),
        (Term("，Ｂ"), {2}),
        (Term("证券化。"), {1}),
        (Term("待核实"), {3}),
        (Term("天津", Field.PAPER), {1, 2, 3}),
        (Term("天津"), set()),
        (Term("证券*落地", wild=True), {1}),
        (Term("B?线", wild=True), {1, 2}),
        (Near(("B1", "提速"), 20), {2}),
        (All((Term("证券"), Term("医保"))), set()),
        (AnyOf((Term("一期"), Term("医保"))), {2, 3}),
        (All((Term("证券"), Not(Term("轨道")))), {1, 2}),
        (Not(Term("证券")), {1, 2, 3}),
        (DateRange(None, None), {1, 2, 3}),
        (Term("\ud800"), set()),
        (Term("知识产权" * 5000), set()),
    ],
)
def test_candidates_are_all_articles_that_may_match(engine: Engine, tree: Node, found: set[int]) -> None:
    assert set(engine.candidates(tree)) == found


def test_a_headline_weighs_more_than_the_body_and_the_body_more_than_a_caption(
    open_engine: Callable[[], Engine], compose: Compose
) -> None:
    engine = open_engine()
    articles = (
        compose(1, "车站", "项目推进。", caption="海水淡化"),
        compose(2, "海水淡化", "项目推进。", caption="车站"),
        compose(3, "车站", "海水淡化。", caption="项目推进"),
    )
    engine.update(((article.id, entry(article)) for article in articles), 1)
    scores = engine.candidates(Term("海水淡化"))
    assert scores[ArticleId(2)] > scores[ArticleId(3)] > scores[ArticleId(1)] > 0
    assert set(engine.candidates(Term("水淡")).values()) == {0.0}


def test_an_article_is_replaced_and_removed(engine: Engine, compose: Compose) -> None:
    changed = compose(1, "另一篇", "改过的文字。")
    engine.update([(ArticleId(1), entry(changed)), (ArticleId(3), None)], 8)
    assert engine.revision() == 8
    assert set(engine.candidates(Term("改过"))) == {1}
    assert set(engine.candidates(Term("证券化"))) == {2}
    assert set(engine.candidates(Not(Term("证券化")))) == {1, 2}


def test_what_is_written_is_there_when_opened_again(
    engine: Engine, open_engine: Callable[[], Engine]
) -> None:
    again = open_engine()
    assert again.revision() == 7
    assert set(again.candidates(Term("一期"))) == {2}


def test_an_open_index_sees_what_another_has_written(
    engine: Engine, open_engine: Callable[[], Engine], compose: Compose
) -> None:
    assert engine.revision() == 7
    open_engine().update([(ArticleId(4), entry(compose(4, "新来的", "一篇。")))], 9)
    assert engine.revision() == 9
    assert set(engine.candidates(Term("新来"))) == {4}


def test_many_small_updates_keep_everything(open_engine: Callable[[], Engine], compose: Compose) -> None:
    engine = open_engine()
    for number in range(1, 26):
        engine.update([(ArticleId(number), entry(compose(number, f"第{number}篇", "共同的文字。")))], number)
    engine.update([(ArticleId(7), None)], 26)
    assert len(engine.candidates(Term("共同的"))) == 24
    assert set(engine.candidates(Term("第12篇"))) == {12}
    assert engine.revision() == 26


def test_an_update_that_fails_changes_nothing(engine: Engine, compose: Compose) -> None:
    def failing() -> Iterator[tuple[ArticleId, Entry | None]]:
        yield ArticleId(1), None
        yield ArticleId(4), entry(compose(4, "不应出现", "文字。"))
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        engine.update(failing(), 8)
    assert engine.revision() == 7
    assert set(engine.candidates(Not(Term("无")))) == {1, 2, 3}
    assert engine.update([(ArticleId(1), None)], 9) == 1


def test_a_cleared_index_is_empty_and_usable(engine: Engine, compose: Compose) -> None:
    engine.clear()
    assert engine.revision() == 0
    assert engine.candidates(Term("证券")) == {}
    engine.update([(ArticleId(1), entry(compose(1, "证券", "文字。")))], 1)
    assert set(engine.candidates(Term("证券"))) == {1}


def test_text_with_lone_surrogates_is_indexed(open_engine: Callable[[], Engine], compose: Compose) -> None:
    engine = open_engine()
    engine.update([(ArticleId(1), entry(compose(1, "坏字\ud800在此", "文字。")))], 1)
    assert set(engine.candidates(Term("字\ud800在"))) == {1}
