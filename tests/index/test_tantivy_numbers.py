import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.index.tantivy_numbers import blocks_around, blocks_of, next_above, next_below

NUMBERS = st.floats(allow_nan=False) | st.sampled_from([0.0, -0.0, 5e-324, -5e-324, 1.0, math.inf, -math.inf])


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_number_lies_in_a_block_of_a_range_just_where_it_lies_in_the_range(
    one: float, other: float, number: float
) -> None:
    low, high = sorted((one, other))
    for place in (number, low, high, next_below(low), next_above(high)):
        held = not set(blocks_of(low, high)).isdisjoint(blocks_around(place))
        assert held == (low <= place <= high)


@given(NUMBERS, NUMBERS)
def test_a_range_is_few_blocks(one: float, other: float) -> None:
    assert 1 <= len(list(blocks_of(*sorted((one, other))))) <= 126


@pytest.mark.parametrize("number", [0.0, 1.0, -2.5, 1e300])
def test_nothing_stands_between_a_number_and_the_next(number: float) -> None:
    assert next_below(number) < number < next_above(number)
    assert next_below(next_above(number)) == number
