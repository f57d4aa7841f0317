from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from baoguan.app.archive import Archive
from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.query import Question
from baoguan.ui.window.hits import neighbour, next_stop

_MARKS = (
    some.lists(some.integers(0, 500), min_size=1, max_size=20, unique=True)
    .map(sorted)
    .map(lambda starts: tuple(Span(start, start + 2) for start in starts))
)


@given(_MARKS)
def test_walking_forward_visits_every_mark_once_and_ends(marks: tuple[Span, ...]) -> None:
    at, visited = None, []
    while (at := neighbour(marks, at, forward=True)) is not None:
        visited.append(at)
    assert visited == list(marks)


@given(_MARKS, some.integers(0, 500))
def test_back_undoes_forward(marks: tuple[Span, ...], at: int) -> None:
    span = neighbour(marks, Span(at, at + 1), forward=True)
    there = neighbour(marks, span, forward=True) if span else None
    if there is not None:
        assert neighbour(marks, there, forward=False) == span


def _walk(archive: Archive, question: Question, forward: bool) -> list[tuple[object, object]]:
    """Walk until the end is passed; return every place, in order."""
    at, places = Selection(query=question.text), []
    while True:
        stop = next_stop(archive, question, at, -1, forward)
        assert stop is not None
        if stop.around:
            assert (stop.article, stop.span) == places[0]
            return places
        places.append((stop.article, stop.span))
        at = replace(at, page=stop.page, article=stop.article, span=stop.span)


def test_every_hit_of_every_result_is_visited_in_order_and_then_the_first(sample_archive: Archive) -> None:
    question = Question("京津冀")
    wanted = [
        (article, mark)
        for article in sample_archive.found(question)
        for mark in sample_archive.marks(article, question.text)
    ]
    assert len({article for article, _mark in wanted}) > 1
    assert _walk(sample_archive, question, forward=True) == wanted
    assert _walk(sample_archive, question, forward=False) == wanted[::-1]


def test_nothing_found_is_no_place_to_go(sample_archive: Archive) -> None:
    assert next_stop(sample_archive, Question("无此一说"), Selection(), -1, forward=True) is None
