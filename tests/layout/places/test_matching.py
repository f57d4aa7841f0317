"""Predecessors chosen together cost as little as any choice, and none is chosen twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.layout.places.matching import cheapest

COSTS = st.floats(-4, 8, allow_nan=False)


def least(options: list[dict[int, float]], alone: list[float], taken: frozenset[int] = frozenset()) -> float:
    """Return the least cost by trying every choice."""
    if not options:
        return 0.0
    ways = [alone[0] + least(options[1:], alone[1:], taken)]
    for at, cost in options[0].items():
        if at not in taken:
            ways.append(cost + least(options[1:], alone[1:], taken | {at}))
    return min(ways)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.dictionaries(st.integers(0, 4), COSTS, max_size=4), st.floats(0, 5)), max_size=5)
)
def test_no_choice_is_cheaper(followers: list[tuple[dict[int, float], float]]) -> None:
    options, alone = [each[0] for each in followers], [each[1] for each in followers]
    chosen = cheapest(options, alone)
    used = [at for at in chosen if at is not None]
    assert len(used) == len(set(used))
    cost = sum(alone[follower] if at is None else options[follower][at] for follower, at in enumerate(chosen))
    assert abs(cost - least(options, alone)) < 1e-6
