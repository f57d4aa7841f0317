import itertools

import pytest

from baoguan.ui.models.makeup import Arrangement, Grid, Leaf, arrange

_GRID = Grid(column=100.0, gutter=10.0, gap=20.0)


def leaves(areas: list[float], stretch: float = 1.1) -> Leaf:
    def ways(piece: int, columns: int) -> list[Arrangement]:
        height = areas[piece] / _GRID.width(columns)
        return [Arrangement(columns, height, height * stretch, 0.0, piece=piece)]

    return ways


def pieces(arrangement: Arrangement) -> list[int]:
    if arrangement.cut == "none":
        return [arrangement.piece]
    return [piece for part in arrangement.parts for piece in pieces(part)]


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_every_piece_stands_once_and_in_order(count: int) -> None:
    found = arrange(count, 4, leaves([9000.0 + 700 * at for at in range(count)]), _GRID)
    assert set(found) == {1, 2, 3, 4}
    assert all(pieces(way) == list(range(count)) for ways in found.values() for way in ways)


def test_pieces_side_by_side_end_together_where_they_can() -> None:
    found = arrange(2, 2, leaves([10000.0, 10500.0]), _GRID)[2]
    best = next(way for way in found if way.cut == "between")
    assert best.cost == 0.0
    assert best.low == pytest.approx(105.0)
    assert best.high == pytest.approx(110.0)


def test_paper_left_empty_costs_as_much_as_it_is_large() -> None:
    found = arrange(2, 2, leaves([10000.0, 30000.0], stretch=1.0), _GRID)[2]
    beside = [way for way in found if way.cut == "between"]
    assert all(way.cost == pytest.approx(200.0 * 100.0) for way in beside)
    assert found[0].cut == "across"


def test_arrangements_of_a_run_differ_in_height() -> None:
    found = arrange(4, 3, leaves([8000.0, 12000.0, 5000.0, 9000.0]), _GRID)[3]
    heights = sorted(way.low for way in found)
    assert len(heights) > 1
    assert all(after > before * 1.01 for before, after in itertools.pairwise(heights))
