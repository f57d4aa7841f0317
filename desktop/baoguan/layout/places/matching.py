"""Chooses one predecessor for each of many so that all choices together cost least."""

import heapq
from collections.abc import Mapping, Sequence

_NOISE = 1e-9
"""Less than this is rounding: a path that came back for less would go in circles."""
Options = Sequence[Mapping[int, float]]


def cheapest(options: Options, alone: Sequence[float]) -> list[int | None]:
    """Return for each follower its predecessor, None for none: each predecessor is chosen at most once.

    ``options`` hold, for each follower, what each possible predecessor costs; ``alone`` what having none
    costs. The whole is the least: shortest augmenting paths (Jonker and Volgenant), on a sparse graph.
    """
    chosen: list[int | None] = [None] * len(options)
    owner: dict[int, int] = {}
    price: dict[int, float] = {}
    for follower in range(len(options)):
        _place(follower, options, alone, chosen, owner, price)
    return chosen


def _place(
    follower: int,
    options: Options,
    alone: Sequence[float],
    chosen: list[int | None],
    owner: dict[int, int],
    price: dict[int, float],
) -> None:
    """Give one more follower its place, moving others where that is cheaper over all."""
    reach: dict[int, float] = {}
    came: dict[int, int] = {}
    settled: dict[int, float] = {}
    best = alone[follower]
    last, end = follower, -1
    queue: list[tuple[float, int]] = []
    _relax(follower, 0.0, options, price, reach, came, queue)
    while queue:
        far, at = heapq.heappop(queue)
        if far > reach[at] or at in settled:
            continue
        if far >= best:
            break
        settled[at] = far
        holder = owner.get(at)
        if holder is None:
            best, last, end = far, -1, at
            break
        base = far - (options[holder][at] - price.get(at, 0.0))
        if base + alone[holder] < best:
            best, last, end = base + alone[holder], holder, at
        _relax(holder, base, options, price, reach, came, queue)
    for at, far in settled.items():
        if far < best:
            price[at] = price.get(at, 0.0) - (best - far)
    _turn(follower, last, end, came, chosen, owner)


def _relax(
    follower: int,
    base: float,
    options: Options,
    price: Mapping[int, float],
    reach: dict[int, float],
    came: dict[int, int],
    queue: list[tuple[float, int]],
) -> None:
    for at, cost in options[follower].items():
        far = base + cost - price.get(at, 0.0)
        if far < reach.get(at, float("inf")) - _NOISE:
            reach[at], came[at] = far, follower
            heapq.heappush(queue, (far, at))


def _turn(
    follower: int,
    last: int,
    end: int,
    came: Mapping[int, int],
    chosen: list[int | None],
    owner: dict[int, int],
) -> None:
    """Change the choices along the path that ends at predecessor ``end``; ``last`` is left with none."""
    if last == follower:
        return
    if last >= 0:
        chosen[last] = None
    at = end
    while True:
        taker = came[at]
        before = chosen[taker]
        chosen[taker], owner[at] = at, taker
        if taker == follower or before is None:
            return
        at = before
