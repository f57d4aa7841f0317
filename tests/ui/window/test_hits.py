from hypothesis import given
from hypothesis import strategies as some

from baoguan.domain.article import Span
from baoguan.ui.window.hits import neighbour

_MARKS = (
    some.lists(some.integers(0, 500), min_size=1, max_size=20, unique=True)
    .map(sorted)
    .map(lambda starts: tuple(Span(start, start + 2) for start in starts))
)


@given(_MARKS)
def test_walking_forward_visits_every_hit_once_and_comes_around(marks: tuple[Span, ...]) -> None:
    at, visited = None, []
    for _ in marks:
        at = neighbour(marks, at, forward=True)
        visited.append(at)
    assert visited == list(marks)
    assert neighbour(marks, at, forward=True) == marks[0]


@given(_MARKS, some.integers(0, 500))
def test_back_undoes_forward(marks: tuple[Span, ...], at: int) -> None:
    span = neighbour(marks, Span(at, at + 1), forward=True)
    there = neighbour(marks, span, forward=True)
    assert neighbour(marks, there, forward=False) == span
