from hypothesis import given
from hypothesis import strategies as some

from baoguan.domain.article import Role
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.domain.rearrangement import Gathered, Recast, Reordered
from baoguan.ui.models import layout_edit as acts
from baoguan.ui.models.layout_edit_pieces import Piece


def piece(article: int | None, number: int, *lines: int, role: Role = Role.BODY) -> Piece:
    box = Region(100.0 * (article or 0), 50.0 * number, 90, 40)
    return Piece(lines, role, None if article is None else ArticleId(article), (box,), number)


A1, A2, A3 = piece(1, 1, 1, role=Role.HEADLINE), piece(1, 2, 2, 3), piece(1, 3, 4)
B1, B2 = piece(2, 1, 5, role=Role.HEADLINE), piece(2, 2, 6)
LOOSE = piece(None, 0, 9)
PAGE = (A1, A2, A3, B1, B2, LOOSE)


def test_what_is_dragged_into_another_article_is_gathered_there() -> None:
    assert acts.move([A3], B2) == (Gathered((4,), 6),)
    assert acts.move([A2, B2], B1) == (Gathered((2, 3), 5),)
    assert acts.move([LOOSE], A1) == (Gathered((9,), 1),)
    assert acts.move([A2, A3], None) == (Gathered((2, 3, 4)),)
    assert acts.move([A2], A3) == acts.move([A2], LOOSE) == acts.move([], None) == ()


def test_what_is_dragged_beside_running_text_is_read_there() -> None:
    assert acts.move_beside(PAGE, [A3], B2, late=False) == (Gathered((4,), 6), Reordered((4, 6)))
    assert acts.move_beside(PAGE, [A3], B2, late=True) == (Gathered((4,), 6),)
    assert acts.move_beside(PAGE, [B2], A2, late=True) == (Gathered((6,), 2), Reordered((6, 4)))
    assert acts.move_beside(PAGE, [A3], B1, late=False) == (Gathered((4,), 5),)
    assert acts.move_beside(PAGE, [A3], LOOSE, late=False) == ()


def test_an_article_is_split_from_a_piece_on() -> None:
    assert acts.split(PAGE, A2) == (Gathered((2, 3, 4)),)
    assert acts.split(PAGE, A1) == acts.split(PAGE, LOOSE) == ()


def test_articles_are_merged_into_the_first() -> None:
    assert acts.merge(PAGE, [B2, A3]) == (Gathered((5, 6), 1),)
    assert acts.merge(PAGE, [A1, A3, LOOSE]) == ()


def test_a_role_is_said_only_of_what_has_another() -> None:
    assert acts.recast([A1, A2], Role.BODY) == (Recast((1,), Role.BODY),)
    assert acts.recast([A2], None) == (Recast((2, 3), None),)
    assert acts.recast([A2], Role.BODY) == ()


def test_an_order_names_the_least_part_that_is_another() -> None:
    assert acts.reorder(PAGE, [A3], A2) == (Reordered((4, 2, 3)),)
    assert acts.reorder(PAGE, [A1], None) == (Reordered((2, 3, 4, 1)),)
    assert acts.reorder(PAGE, [A2], A3) == acts.reorder(PAGE, [LOOSE], None) == ()
    assert acts.renumber(PAGE, [A3, A2]) == (Reordered((4, 2, 3)),)
    assert acts.renumber(PAGE, [A1, A2]) == acts.renumber(PAGE, []) == ()


@given(some.permutations(range(6)), some.integers(1, 6))
def test_pieces_told_in_any_order_are_read_in_it(order: list[int], count: int) -> None:
    own = [piece(1, place + 1, place + 1) for place in range(6)]
    told = [own[place] for place in order[:count]]
    found = acts.renumber(own, told)
    lines = list(range(1, 7))
    for act in found:
        start = min(lines.index(line) for line in act.lines)
        rest = [line for line in lines if line not in act.lines]
        lines = [*rest[:start], *act.lines, *rest[start:]]
    assert [line for line in lines if line in acts.lines_of(told)] == list(acts.lines_of(told))
    assert sorted(lines) == list(range(1, 7))
