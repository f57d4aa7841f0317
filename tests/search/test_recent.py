from collections.abc import Callable, Iterable, Iterator

import pytest

from baoguan.domain.ids import ArticleId
from baoguan.domain.records import ArticleText
from baoguan.search import recent
from baoguan.search.recent import Recent

Compose = Callable[..., ArticleText]


class Counted:
    """Articles in memory, and which were read."""

    def __init__(self, *articles: ArticleText) -> None:
        self.articles = {article.id: article for article in articles}
        self.read: list[ArticleId] = []

    def texts(self, ids: Iterable[ArticleId]) -> Iterator[ArticleText]:
        for number in ids:
            self.read.append(number)
            if number in self.articles:
                yield self.articles[number]


@pytest.fixture
def counted(compose: Compose) -> Counted:
    return Counted(compose(1, "甲", "一" * 10), compose(2, "乙", "二" * 10))


def _ids(kept: Recent, revision: int) -> list[ArticleId]:
    return sorted(article.id for article in kept.texts(map(ArticleId, (1, 2, 9)), revision))


def test_a_text_is_read_once_for_a_revision(counted: Counted) -> None:
    kept = Recent(counted)
    assert _ids(kept, 5) == _ids(kept, 5) == [1, 2]
    assert counted.read == [1, 2, 9, 9]


def test_another_revision_is_read_anew(counted: Counted, compose: Compose) -> None:
    kept = Recent(counted)
    _ids(kept, 5)
    counted.articles[ArticleId(1)] = compose(1, "改", "三")
    assert {article.headline for article in kept.texts([ArticleId(1)], 6)} == {"改"}


def test_beyond_the_limit_texts_are_read_each_time(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "_MOST_CHARACTERS", 15)
    kept = Recent(counted)
    assert _ids(kept, 5) == _ids(kept, 5) == [1, 2]
    assert counted.read == [1, 2, 9, 2, 9]
