import pytest

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.domain.ids import ArticleId, FigureId, IssueId, PageId, SourceId, TitleId
from baoguan.domain.page import Region, TextLine
from baoguan.domain.records import (
    ArticleRecord,
    FigureRecord,
    IssueRecord,
    PageContent,
    PagePrint,
    PageRecord,
)
from baoguan.ui.models.composition import compose
from baoguan.ui.models.layout_edit_pieces import Piece, composed_pieces, framed, printed_pieces, shades_of
from baoguan.ui.models.room import Room

_PAGE = PageRecord(
    PageId(1), IssueRecord(IssueId(1), TitleId(1), "天津日报", None, frozenset(), 1, 2), SourceId("0"), "",
    1, None, 2,
)  # fmt: skip
_FIRST = Article(
    (Heading("港口忙", Role.HEADLINE, 1),),
    (Byline("本报记者 刘畅", "", ("刘畅",), 2),),
    (Paragraph("一二三四五六七八", Role.BODY, (3, 4, 5, 6)),),
    (Figure("码头。", "王英摄", 7, more_lines=(8,)),),
    section="要闻",
)
_SECOND = Article((Heading("候鸟来", Role.HEADLINE, 9),), (), (Paragraph("甲乙丙丁", Role.BODY, (10, 11)),))


def line(number: int, left: float, top: float, width: float = 100, height: float = 20) -> TextLine:
    return TextLine(number, "某行", Region(left, top, width, height))


_LINES = (
    line(1, 0, 0, 220, 40), line(2, 0, 44, 100), line(3, 0, 70), line(4, 0, 94), line(5, 120, 70),
    line(6, 120, 94), line(7, 0, 200, 60), line(8, 70, 200, 30), line(9, 300, 0), line(10, 300, 30),
    line(11, 300, 54), line(12, 500, 0),
)  # fmt: skip


def content(*articles: Article) -> PageContent:
    records = tuple(
        ArticleRecord(ArticleId(number), _PAGE, number, article) for number, article in enumerate(articles, 1)
    )
    return PageContent(_PAGE, records, (), ())


def told(pieces: tuple[Piece, ...]) -> list[tuple[object, ...]]:
    return [(piece.article, piece.number, piece.role, piece.lines) for piece in pieces]


def test_a_paragraph_that_goes_on_in_another_column_is_a_piece_in_each() -> None:
    pieces = printed_pieces(content(_FIRST, _SECOND), PagePrint(PageId(1), 600, 300, lines=_LINES))
    assert told(pieces) == [
        (1, 1, Role.HEADLINE, (1,)), (1, 2, Role.BYLINE, (2,)), (1, 3, Role.BODY, (3, 4)),
        (1, 4, Role.BODY, (5, 6)), (1, 5, Role.CAPTION, (7, 8)), (2, 1, Role.HEADLINE, (9,)),
        (2, 2, Role.BODY, (10, 11)), (None, 0, None, (12,)),
    ]  # fmt: skip
    assert pieces[2].boxes == (Region(0, 70, 100, 44),)
    assert pieces[2].holds(50, 80)
    assert not pieces[2].holds(110, 80)


def test_every_printed_line_is_in_one_piece_by_blocks_and_by_lines() -> None:
    printed = PagePrint(PageId(1), 600, 300, lines=_LINES)
    for by_line in (False, True):
        pieces = printed_pieces(content(_FIRST, _SECOND), printed, by_line)
        held = [number for piece in pieces for number in piece.lines]
        assert sorted(held) == [one.number for one in _LINES]
    assert all(len(piece.lines) == 1 for piece in pieces)


def test_upright_lines_go_on_to_the_left() -> None:
    upright = [TextLine(n, "某行", Region(x, 0, 20, 100), vertical=True) for n, x in ((10, 80), (11, 56))]
    far = TextLine(12, "某行", Region(0, 300, 20, 100), vertical=True)
    article = Article((), (), (Paragraph("甲乙丙", Role.BODY, (10, 11, 12)),))
    pieces = printed_pieces(content(article), PagePrint(PageId(1), 600, 300, lines=(*upright, far)))
    assert [piece.lines for piece in pieces] == [(10, 11), (12,)]


def test_a_composed_page_has_the_pieces_it_is_typeset_of(room: Room) -> None:
    assert room.archive is not None
    page = room.archive.page(room.archive.pages()[0].id)
    composition = compose(page)
    pieces = composed_pieces(page, composition)
    assert {piece.article for piece in pieces} == {record.id for record in page.articles}
    for piece in pieces:
        assert piece.lines
        middle = piece.boxes[0]
        found = composition.position_at(middle.left + 1, middle.top + 1)
        assert found is None or found[0] == piece.article
    joined = [one for record in page.articles for par in record.article.paragraphs for one in par.joins]
    firsts = {piece.lines[0] for piece in pieces}
    assert joined
    assert all(join.after_line in firsts for join in joined)


def test_figures_without_a_place_have_no_frame() -> None:
    placed = Figure("码头。", region=Region(1, 2, 3, 4))
    records = [
        FigureRecord(FigureId(n), PageId(1), None, "", one)
        for n, one in enumerate((_FIRST.figures[0], placed))
    ]
    assert [(one.figure, one.region) for one in framed(records)] == [(1, Region(1, 2, 3, 4))]


@pytest.mark.parametrize("gap", [10.0, 400.0])
def test_lines_far_apart_are_pieces_of_their_own(gap: float) -> None:
    article = Article((), (), (Paragraph("甲乙", Role.BODY, (1, 2)),))
    lines = (line(1, 0, 0), line(2, 0, 20 + gap))
    pieces = printed_pieces(content(article), PagePrint(PageId(1), 600, 600, lines=lines))
    assert len(pieces) == (1 if gap < 50 else 2)


def test_articles_side_by_side_have_other_shades() -> None:
    boxes = [Region(100.0 * (at % 3), 100.0 * (at // 3), 90, 90) for at in range(9)]
    pieces = [Piece((at,), Role.BODY, ArticleId(at + 1), (box,), 1) for at, box in enumerate(boxes)]
    shades = shades_of([*pieces, Piece((99,), None, None, (Region(0, 0, 5, 5),))], 4)
    assert set(shades) == {piece.article for piece in pieces}
    for at in range(9):
        for beside in (at + 1 if at % 3 < 2 else None, at + 3 if at < 6 else None):
            assert beside is None or shades[ArticleId(at + 1)] != shades[ArticleId(beside + 1)]
