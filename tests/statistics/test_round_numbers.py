from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baoguan.statistics.round_numbers import Step, growing_edges, round_edges, step_above, step_for

_SIZES = some.floats(1e-90, 1e90)


@pytest.mark.parametrize(("size", "step"), [(1.0, 1.0), (1.1, 2.0), (3.0, 5.0), (0.07, 0.1), (600.0, 1000.0)])
def test_a_step_is_the_next_round_number(size: float, step: float) -> None:
    assert step_above(size).size == step


@given(_SIZES)
def test_a_step_is_never_smaller_than_asked_nor_much_larger(size: float) -> None:
    assert size <= step_above(size).size <= 5 * size


def test_round_numbers_are_as_exact_as_floats_are() -> None:
    assert [Step(1, -1).at(place) for place in range(4)] == [0.0, 0.1, 0.2, 0.3]


@given(some.floats(-1e90, 1e90), some.floats(0, 1e90), some.integers(1, 30))
def test_edges_hold_all_that_lies_between(least: float, span: float, most: int) -> None:
    greatest = least + span
    edges = round_edges(least, greatest, most)
    assert edges[0] <= least <= greatest < edges[-1]
    assert all(one < other for one, other in pairwise(edges))
    assert len(edges) <= most + 3


@given(_SIZES, _SIZES, some.integers(5, 30))
def test_growing_edges_hold_all_that_lies_between(one: float, other: float, most: int) -> None:
    least, greatest = sorted((one, other))
    edges = growing_edges(least, greatest, most)
    assert edges[0] <= least <= greatest < edges[-1]
    assert all(one < other for one, other in pairwise(edges))
    assert len(edges) <= most + 3


@given(some.floats(-1e90, 1e90), some.floats(0, 1e9))
def test_no_step_is_finer_than_wanted(least: float, span: float) -> None:
    assert step_for(least, least + span, 10, finest=1.0).size >= 1.0
