import pytest

from baoguan.domain.article import Span
from baoguan.domain.page import Region
from baoguan.ui.models.picture_page import PicturedPage
from baoguan.ui.models.room import Room
from baoguan.ui.models.shown_page import read_page, small_picture
from baoguan.ui.models.typeset import contains


@pytest.fixture(params=[0, 1], ids=["modern", "upright"])
def page(request: pytest.FixtureRequest, printed_room: Room) -> PicturedPage:
    """A printed page, read as the pane reads it."""
    archive = printed_room.archive
    assert archive is not None
    shown, picture = read_page(archive, archive.pages()[request.param].id)
    assert picture is not None
    picture.close()
    assert isinstance(shown.face, PicturedPage)
    return shown.face


def middle(region: Region) -> tuple[float, float]:
    return region.left + region.width / 2, region.top + region.height / 2


def test_every_character_of_an_article_is_printed_inside_its_frame(page: PicturedPage) -> None:
    marked = 0
    for record in page.content.articles:
        frame = page.frame(record.id)
        for region in page.marks(record.id, Span(0, len(record.article.text))):
            marked += 1
            assert frame is not None
            assert any(contains(one, *middle(region)) for one in frame.regions)
    assert marked > 60


def test_a_frame_is_one_piece_where_columns_stand_side_by_side(page: PicturedPage) -> None:
    record = max(page.content.articles, key=lambda one: len(one.article.text))
    frame = page.frame(record.id)
    assert frame is not None
    reached, left = [frame.regions[0]], list(frame.regions[1:])
    grown = True
    while grown:
        near = [one for one in left if any(_touch(one, other, page.unit) for other in reached)]
        reached, left, grown = reached + near, [one for one in left if one not in near], bool(near)
    assert left == []


def _touch(one: Region, other: Region, air: float) -> bool:
    across = one.left <= other.right + air and other.left <= one.right + air
    return across and one.top <= other.bottom + air and other.top <= one.bottom + air


def test_characters_lead_to_their_places_and_back(page: PicturedPage) -> None:
    record = max(page.content.articles, key=lambda one: len(one.article.text))
    text = record.article.text
    found = 0
    for at in range(0, len(text), 23):
        for region in page.marks(record.id, Span(at, at + 1)):
            found += 1
            assert page.position_at(*middle(region)) == (record.id, at)
    assert found > 10


def test_the_margin_holds_no_article_and_no_line(page: PicturedPage) -> None:
    assert page.article_at(2, 2) is None
    assert page.line_at(2, 2) is None
    assert page.position_at(2, 2) is None


def test_the_unit_is_a_tenth_of_a_body_character(page: PicturedPage) -> None:
    sizes = sorted(min(line.region.width, line.region.height) for line in page.page_print.lines)
    assert sizes[len(sizes) // 4] <= 10 * page.unit <= sizes[3 * len(sizes) // 4]


def test_a_small_picture_is_no_larger_than_asked(printed_room: Room) -> None:
    archive = printed_room.archive
    assert archive is not None
    picture = small_picture(archive, archive.pages()[0].id, 90)
    assert picture is not None
    assert max(picture.width(), picture.height()) == 90
