"""A page in tiles: the same pixels at every zoom, made once, by libvips and without it."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, ImageChops, ImageStat

from baoguan.domain.errors import SourceError
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Cancelled, Silent
from baoguan.readers import picture_vips
from baoguan.readers.crops import crop
from baoguan.readers.image import open_image
from baoguan.readers.pdf import open_pdf
from baoguan.readers.tiles import Picture, open_picture

Page = Callable[[str], PageImage]


@pytest.fixture(params=["vips", "pillow"])
def page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Page:
    """Writes a page of 1300 by 1700 pixels under a name, to be read by libvips or by Pillow alone."""
    if request.param == "pillow":
        monkeypatch.setattr(picture_vips, "_vips", lambda: None)
    else:
        pytest.importorskip("pyvips")

    def write(name: str) -> PageImage:
        _drawn().save(tmp_path / name)
        image = open_image(tmp_path / name).scan(0).image
        assert image is not None
        return image

    return write


def _drawn() -> Image.Image:
    """Return a page that differs everywhere: grey rising across, squares down."""
    drawn = Image.linear_gradient("L").rotate(90).resize((1300, 1700))
    for row in range(0, 1700, 100):
        drawn.paste(row % 255, (row // 2, row, row // 2 + 60, row + 60))
    return drawn


def _opened(packed: bytes) -> Image.Image:
    return Image.open(io.BytesIO(packed)).convert("L")


def _off(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0]


def _whole(picture: Picture, level: int) -> Image.Image:
    """Return a level put together from its tiles."""
    width, height = (-(-side // (1 << level)) for side in (picture.width, picture.height))
    whole = Image.new("L", (width, height))
    for column in range(-(-width // 512)):
        for row in range(-(-height // 512)):
            whole.paste(_opened(picture.tile(level, column, row)), (512 * column, 512 * row))
    return whole


@pytest.mark.parametrize("name", ["page.png", "page.jpg", "page.tif", "page.jp2"])
def test_tiles_are_the_page_at_every_level_built_or_not(page: Page, tmp_path: Path, name: str) -> None:
    picture = open_picture(page(name), tmp_path / "tiles")
    assert (picture.width, picture.height, picture.levels) == (1300, 1700, 3)
    before = [_whole(picture, level) for level in range(3)]
    sight = _opened(picture.overview(400))
    picture.build(Silent())
    for level in range(3):
        shown = _drawn().resize(before[level].size, Image.Resampling.BOX)
        assert _off(before[level], shown) < 3
        assert _off(_whole(picture, level), shown) < 3
    assert sight.size == _opened(picture.overview(400)).size == (306, 400)
    assert _off(sight, _opened(picture.overview(400))) < 4
    with pytest.raises(KeyError):
        picture.tile(0, 3, 0)
    picture.close()


def test_tiles_are_made_once_and_found_again_where_the_archive_is_moved(page: Page, tmp_path: Path) -> None:
    image = page("page.png")
    first = open_picture(image, tmp_path / "tiles")
    first.build(Silent())
    first.close()
    made = [(file, file.stat().st_mtime_ns) for file in (tmp_path / "tiles").iterdir()]
    moved = tmp_path / "moved"
    moved.mkdir()
    again = open_picture(PageImage(image.file.rename(moved / "page.png"), 0, 1300, 1700), tmp_path / "tiles")
    again.build(Silent())
    assert [(file, file.stat().st_mtime_ns) for file in (tmp_path / "tiles").iterdir()] == made
    again.close()


class _Stopping:
    """A user who cancels at once."""

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        raise Cancelled


def test_nothing_is_kept_of_tiles_that_were_cancelled(page: Page, tmp_path: Path) -> None:
    picture = open_picture(page("page.png"), tmp_path / "tiles")
    with pytest.raises(Cancelled):
        picture.build(_Stopping())
    assert list((tmp_path / "tiles").iterdir()) == []
    assert _opened(picture.tile(2, 0, 0)).size == (325, 425)
    picture.build(Silent())
    assert len(list((tmp_path / "tiles").iterdir())) == 1
    picture.close()


def test_half_a_file_of_tiles_is_made_again(page: Page, tmp_path: Path) -> None:
    image = page("page.png")
    picture = open_picture(image, tmp_path / "tiles")
    picture.build(Silent())
    picture.close()
    made = next((tmp_path / "tiles").iterdir())
    made.write_bytes(made.read_bytes()[: made.stat().st_size // 2])
    again = open_picture(image, tmp_path / "tiles")
    again.build(Silent())
    assert _off(_whole(again, 0), _drawn()) < 3
    again.close()


def test_several_threads_may_ask_at_once(page: Page, tmp_path: Path) -> None:
    picture = open_picture(page("page.jpg"), tmp_path / "tiles")
    wanted = [(0, column, row) for column in range(3) for row in range(4)] * 3
    with ThreadPoolExecutor(4) as pool:
        building = pool.submit(picture.build, Silent())
        tiles = list(pool.map(lambda place: picture.tile(*place), wanted))
        building.result()
    assert [_opened(tile).size for tile in tiles[:4]] == [(512, 512), (512, 512), (512, 512), (512, 164)]
    picture.close()


def test_a_page_of_a_pdf_is_drawn_in_tiles(newsroom: ModuleType, tmp_path: Path) -> None:
    printed = newsroom.page(3, "simple")
    image = open_pdf(newsroom.write_pdf([printed], tmp_path / "page.pdf")).scan(0).image
    assert image is not None
    picture = open_picture(image, tmp_path / "tiles")
    picture.build(Silent())
    assert not (tmp_path / "tiles").exists()
    half = Image.open(newsroom.write_scan(printed, tmp_path / "half.png", 100)).convert("L")
    assert _off(_whole(picture, 1), half.resize(_whole(picture, 1).size)) < 12
    assert max(_opened(picture.overview(500)).size) == 500
    picture.close()


def test_a_crop_is_what_is_printed_there(page: Page) -> None:
    image = page("page.png")
    cut = Image.open(io.BytesIO(crop(image, Region(100, 200, 300, 150))))
    assert (cut.format, cut.size) == ("PNG", (300, 150))
    assert _off(cut, _drawn().crop((100, 200, 400, 350))) < 1
    assert Image.open(io.BytesIO(crop(image, Region(0, 0, 1300, 1700), 170))).size == (130, 170)
    beyond = Image.open(io.BytesIO(crop(image, Region(1200, 1650, 400, 400))))
    assert beyond.size == (100, 50)


def test_a_picture_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        open_picture(PageImage(tmp_path / "none.png", 0, 10, 10), tmp_path / "tiles")
