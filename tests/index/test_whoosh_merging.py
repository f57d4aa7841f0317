"""Few segments remain, however an archive grew; what was deleted goes; large ones are left alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Field
from baoguan.index import whoosh_merging
from baoguan.index.analysis import Entry, WordField
from baoguan.index.tree import EVERYTHING, Holds
from baoguan.index.whoosh_engine import WhooshEngine


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[WhooshEngine]:
    """An empty index."""
    engine = WhooshEngine(tmp_path)
    yield engine
    engine.close()


def _entry(text: str) -> Entry:
    return Entry({Field.BODY: text}, {WordField.BODY: (text,)}, frozenset(), None, {}, ())


def _write(engine: WhooshEngine, first: int, last: int, revision: int) -> None:
    engine.update([(ArticleId(one), _entry(f"第{one}篇")) for one in range(first, last)], revision)


def _segments(engine: WhooshEngine) -> list[str]:
    return sorted(path.name for path in engine.folder.glob("*.seg"))


def test_single_changes_become_few_segments(engine: WhooshEngine) -> None:
    for one in range(1, 61):
        _write(engine, one, one + 1, one)
    assert len(_segments(engine)) <= 12
    assert engine.count(EVERYTHING) == 60
    assert all(engine.count(Holds(f"第{one}篇")) == 1 for one in range(1, 61))
    assert [word.articles for word in engine.words("第12", 9)] == [1]


def test_what_is_large_is_left_alone_by_a_small_change(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_merging, "_A_MOMENT", 20)
    for revision in range(1, 7):
        _write(engine, revision * 10, revision * 10 + 10, revision)
    large = _segments(engine)
    _write(engine, 100, 101, 7)
    assert set(large) < set(_segments(engine))
    _write(engine, 200, 280, 8)
    assert not set(large) & set(_segments(engine))
    assert engine.count(EVERYTHING) == 141


def test_a_segment_of_which_everything_is_replaced_goes(engine: WhooshEngine) -> None:
    _write(engine, 1, 10, 1)
    before = _segments(engine)
    _write(engine, 1, 10, 2)
    _write(engine, 20, 21, 3)
    assert not set(before) & set(_segments(engine))
    assert engine.count(EVERYTHING) == 10
