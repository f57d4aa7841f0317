"""Image files: each page in its own pixels, upright; what is no page is told in a sentence."""

import random
import shutil
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from baoguan.domain.errors import SourceEmpty, SourceError, SourceUnreadable, UnknownFormat
from baoguan.domain.page import PageImage, Region
from baoguan.readers.image import open_image
from baoguan.readers.picture import pixels

_DARK, _LIGHT = 40, 215
TempPaths = pytest.TempPathFactory


def _page(mode: str, size: tuple[int, int] = (120, 160)) -> Image.Image:
    """Return a page whose upper left quarter is dark and the rest light."""
    page = Image.new("L", size, 255 if mode == "1" else _LIGHT)
    page.paste(0 if mode == "1" else _DARK, (0, 0, size[0] // 2, size[1] // 2))
    if mode == "I;16":
        return Image.frombytes("I;16", size, b"".join(bytes((0, grey)) for grey in page.tobytes()))
    return page.convert(mode) if mode != "P" else page.convert("P")


def _corner(image: PageImage) -> tuple[int, int]:
    """Return how dark the upper left and the lower right of a page as read are."""
    grey = pixels(image).convert("L")
    assert grey.size == (image.width, image.height)
    left, right = grey.getpixel((20, 20)), grey.getpixel((grey.width - 20, grey.height - 20))
    assert isinstance(left, int)
    assert isinstance(right, int)
    return left, right


@pytest.mark.parametrize(
    ("mode", "name", "options"),
    [
        ("L", "page.jpg", {}),
        ("RGB", "page.jpg", {"quality": 95}),
        ("CMYK", "page.jpg", {"quality": 95}),
        ("L", "page.png", {}),
        ("P", "page.png", {}),
        ("LA", "page.png", {}),
        ("I;16", "page.png", {}),
        ("1", "page.tif", {"compression": "group4"}),
        ("L", "page.tif", {"compression": "tiff_lzw"}),
        ("RGB", "page.tif", {"compression": "jpeg"}),
        ("RGBA", "page.tif", {"compression": "tiff_adobe_deflate"}),
        ("I;16", "page.tif", {}),
        ("RGB", "page.webp", {"lossless": True}),
        ("L", "page.jp2", {}),
        ("RGB", "page.bmp", {}),
    ],
)
def test_every_kind_of_picture_is_a_page(
    tmp_path: Path, mode: str, name: str, options: dict[str, object]
) -> None:
    _page(mode).save(tmp_path / name, **options)
    source = open_image(tmp_path / name)
    scan = source.scan(0)
    assert (len(source), scan.width, scan.height, scan.blocks) == (1, 120, 160, ())
    assert scan.image is not None
    dark, light = _corner(scan.image)
    assert dark == pytest.approx(0 if mode == "1" else _DARK, abs=40)  # CMYK ink is not quite black
    assert light == pytest.approx(255 if mode == "1" else _LIGHT, abs=25)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    image = open_image(tmp_path / "clear.png").scan(0).image
    assert image is not None
    assert _corner(image) == (255, 255)


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_photograph_is_turned_as_it_says(newsroom: ModuleType, tmp_path: Path, orientation: int) -> None:
    page = newsroom.page(3, "simple")
    path = newsroom.broken.turned_jpeg(page, tmp_path / "page.jpg", orientation, 50)
    upright = newsroom.write_scan(page, tmp_path / "upright.png", 50)
    scan = open_image(path).scan(0)
    assert scan.image is not None
    shown, wanted = pixels(scan.image).convert("L"), Image.open(upright).convert("L")
    assert shown.size == wanted.size == (scan.width, scan.height)
    assert _difference(shown, wanted) < 8


def _difference(one: Image.Image, other: Image.Image) -> float:
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (one.width * one.height)


def test_each_frame_of_a_tiff_is_a_page_but_not_its_small_copies(tmp_path: Path) -> None:
    pages = [_page("L", (120, 160 + 10 * at)) for at in range(3)]
    pages[0].save(tmp_path / "issue.tif", save_all=True, append_images=pages[1:], dpi=(300, 300))
    source = open_image(tmp_path / "issue.tif")
    assert [(source.scan(part).part, source.scan(part).height) for part in range(len(source))] == [
        (0, 160),
        (1, 170),
        (2, 180),
    ]
    assert [source.scan(part).image for part in (1,)] == [PageImage(tmp_path / "issue.tif", 1, 120, 170, 300)]
    small = _page("L", (30, 40))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    _page("L").save(tmp_path / "with.tif", save_all=True, append_images=[small])
    assert len(open_image(tmp_path / "with.tif")) == 1


@pytest.mark.parametrize("name", ["page.jpg", "page.png", "page.tif", "page.webp", "page.jp2"])
def test_a_picture_that_is_cut_off_is_refused(newsroom: ModuleType, tmp_path: Path, name: str) -> None:
    _page("RGB", (400, 400)).save(tmp_path / name)
    newsroom.broken.truncated(tmp_path / name, 0.7)
    kept = shutil.move(tmp_path / name, tmp_path / "0123abcd")
    with pytest.raises(SourceUnreadable) as raised:
        open_image(Path(kept), name)
    assert raised.value.say("zh") == f"图像“{name}”不完整或已损坏。请重新复制或下载。"


def test_pictures_too_small_or_too_large_for_a_page_are_refused(newsroom: ModuleType, tmp_path: Path) -> None:
    one = newsroom.broken.png_of(1, 1, tmp_path / "one.png")
    with pytest.raises(SourceEmpty, match="1 × 1 pixels"):
        open_image(one)
    boast = newsroom.broken.png_that_boasts(tmp_path / "boast.png")
    with pytest.raises(UnknownFormat, match="160000 megapixels"):
        open_image(boast)
    nothing = newsroom.broken.png_of(0, 0, tmp_path / "none.png")
    with pytest.raises((SourceEmpty, SourceUnreadable)):
        open_image(nothing)


def test_half_a_gigapixel_is_taken_in(newsroom: ModuleType, tmp_path: Path) -> None:
    vast = open_image(newsroom.broken.png_of(25_000, 20_000, tmp_path / "vast.png")).scan(0)
    assert (vast.width, vast.height) == (25_000, 20_000)


@pytest.mark.filterwarnings("ignore")  # Pillow complains of what is wrong before it gives up
@pytest.mark.parametrize("name", ["page.tif", "page.png", "page.jpg", "page.jp2"])
@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_a_damaged_picture_is_shown_as_it_is_or_refused(
    tmp_path_factory: TempPaths, name: str, seed: int
) -> None:
    chance = random.Random(seed)
    path = tmp_path_factory.mktemp("damaged") / name
    _page("RGB").save(path)
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 50))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    with suppress(SourceError):
        image = open_image(path).scan(0).image
        assert image is not None
        shown = pixels(image, Region(0, 0, 16, 16))
        assert shown.size == (16, 16)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="is not there"):
        open_image(tmp_path / "none.png")
    with pytest.raises(SourceUnreadable):
        pixels(PageImage(tmp_path / "none.png", 0, 10, 10), Region(0, 0, 5, 5))
