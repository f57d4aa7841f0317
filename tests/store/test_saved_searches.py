from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from baoguan.domain.errors import NotFound
from baoguan.domain.ids import SavedSearchId
from baoguan.domain.query import Facet, Filed, Order, Question
from baoguan.domain.saved_search import SavedSearch
from baoguan.store.catalogue import Catalogue

_TEXT = some.text(some.characters(exclude_categories=("Cs",)))
_QUESTIONS = some.builds(
    Question,
    _TEXT,
    some.lists(some.builds(Filed, some.sampled_from(Facet), _TEXT), max_size=4).map(tuple),
    some.sampled_from(Order),
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """An empty catalogue that stays through the module."""
    opened = Catalogue.open(tmp_path_factory.mktemp("catalogue"))
    yield opened
    opened.close()


def _saved(number: int, question: Question, name: str = "名") -> SavedSearch:
    created = datetime(2020, 1, 1, 8, number % 60, tzinfo=UTC)
    return SavedSearch(SavedSearchId(str(number)), name, question, created)


@settings(deadline=None)
@given(_QUESTIONS, _TEXT)
def test_any_question_is_read_as_it_was_saved(catalogue: Catalogue, question: Question, name: str) -> None:
    saved = _saved(1, question, name)
    catalogue.saved_searches.put(saved)
    assert catalogue.saved_searches.all() == (saved,)


def test_the_newest_stands_first_and_a_removed_one_comes_back(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    first, second = (_saved(number, Question(f"甲{number}")) for number in (1, 2))
    catalogue.saved_searches.put(first)
    catalogue.saved_searches.put(second)
    assert catalogue.saved_searches.all() == (second, first)
    catalogue.saved_searches.remove(second.id)
    assert catalogue.saved_searches.all() == (first,)
    catalogue.saved_searches.restore(second.id)
    assert catalogue.saved_searches.all() == (second, first)
    with pytest.raises(NotFound):
        catalogue.saved_searches.remove(SavedSearchId("9"))
    catalogue.close()


def test_a_catalogue_from_before_them_has_none_where_it_cannot_be_written(
    tmp_path: Path, made_by: Callable[[Path, str], None]
) -> None:
    made_by(tmp_path, "0001")
    before = Catalogue.open(tmp_path, read_only=True)
    assert before.saved_searches.all() == ()
    before.close()
    after = Catalogue.open(tmp_path)
    after.saved_searches.put(_saved(1, Question("甲")))
    assert len(after.saved_searches.all()) == 1
    after.close()
