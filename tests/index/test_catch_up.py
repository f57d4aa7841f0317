from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Silent
from baoguan.domain.records import ArticleText, FiledArticle
from baoguan.index.catch_up import catch_up
from baoguan.index.names import read_names
from baoguan.index.tree import Holds
from baoguan.index.vocabulary import Segmenter
from baoguan.index.whoosh_engine import WhooshEngine

Compose = Callable[..., ArticleText]


class Ledger:
    """Articles with the number of their last change; removed ones are None."""

    def __init__(self) -> None:
        self.changes: dict[ArticleId, tuple[int, ArticleText | None]] = {}
        self.told: list[ArticleId] = []

    def revision(self) -> int:
        return max((revision for revision, _ in self.changes.values()), default=0)

    def change(self, number: int, text: ArticleText | None) -> None:
        self.changes[ArticleId(number)] = (self.revision() + 1, text)

    def changed_since(self, revision: int) -> list[ArticleId]:
        return [number for number, (changed, _) in self.changes.items() if changed > revision]

    def filed(self, ids: Iterable[ArticleId]) -> Iterator[tuple[ArticleId, FiledArticle | None]]:
        for number in ids:
            self.told.append(number)
            text = self.changes[number][1]
            yield number, FiledArticle(text, False, False, frozenset(), ()) if text else None


class Impatient:
    """A Progress whose user stops the work at its second step."""

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        if done == 1:
            raise Cancelled


@pytest.fixture
def ledger(compose: Compose) -> Ledger:
    ledger = Ledger()
    for number in (1, 2, 3):
        ledger.change(number, compose(number, f"第{number}篇", "文字。"))
    return ledger


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[WhooshEngine]:
    engine = WhooshEngine(tmp_path / "index")
    yield engine
    engine.close()


def test_an_empty_index_takes_everything_and_a_current_one_nothing(
    engine: WhooshEngine, ledger: Ledger
) -> None:
    assert catch_up(engine, ledger, Silent()) == 3
    assert engine.revision() == 3
    assert catch_up(engine, ledger, Silent()) == 0
    assert len(ledger.told) == 3


def test_only_what_changed_is_read(engine: WhooshEngine, ledger: Ledger, compose: Compose) -> None:
    catch_up(engine, ledger, Silent())
    ledger.told.clear()
    ledger.change(2, compose(2, "改过", "文字。"))
    ledger.change(3, None)
    assert catch_up(engine, ledger, Silent()) == 2
    assert ledger.told == [2, 3]
    assert set(engine.candidates(Holds("文字"))) == {1, 2}
    assert set(engine.candidates(Holds("改过"))) == {2}


def test_an_index_of_a_later_revision_is_built_again(engine: WhooshEngine, ledger: Ledger) -> None:
    catch_up(engine, ledger, Silent())
    older = Ledger()
    older.change(1, ledger.changes[ArticleId(1)][1])
    assert catch_up(engine, older, Silent()) == 1
    assert engine.revision() == 1
    assert set(engine.candidates(Holds("文字"))) == {1}


def test_stopping_leaves_the_index_as_it_was(engine: WhooshEngine, ledger: Ledger) -> None:
    with pytest.raises(Cancelled):
        catch_up(engine, ledger, Impatient())
    assert engine.revision() == 0
    assert catch_up(engine, ledger, Silent()) == 3


def test_an_archives_own_names_are_words_of_its_index(
    engine: WhooshEngine, ledger: Ledger, compose: Compose
) -> None:
    ledger.change(4, compose(4, "港口", "渤化集团落地。"))
    catch_up(engine, ledger, Silent(), Segmenter(read_names("渤化集团".encode())))
    assert [word.text for word in engine.words("渤化", 5)] == ["渤化集团"]
