"""Printed rules are told from strokes, pictures and dark fields."""

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from baoguan.domain.page import Region
from baoguan.readers.ocr import available

if not available():
    pytest.skip("the extra ocr is not installed", allow_module_level=True)

import numpy as np

from baoguan.readers.recognition.boxes import Box
from baoguan.readers.recognition.rulings import rulings

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
BODY = 26.0


def found(picture: Image.Image, *lines: Box) -> list[Region]:
    return rulings(np.asarray(picture), lines, BODY)


def paper() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("L", (900, 700), 255)
    return picture, ImageDraw.Draw(picture)


def near(region: Region, left: float, top: float, right: float, bottom: float) -> bool:
    told = (region.left, region.top, region.right, region.bottom)
    return all(abs(one - other) < 6 for one, other in zip(told, (left, top, right, bottom), strict=True))


def test_rules_across_and_down_are_found_where_they_are() -> None:
    picture, pen = paper()
    pen.line((50, 100, 850, 100), 0, 3)
    pen.line((450, 130, 450, 650), 0, 1)
    across, down = found(picture)
    assert near(across, 50, 100, 850, 102)
    assert near(down, 450, 130, 451, 650)


def test_the_four_rules_of_a_frame_are_found_with_text_in_it() -> None:
    picture, pen = paper()
    pen.rectangle((200, 200, 600, 420), outline=0, width=2)
    face = ImageFont.truetype(FONTS / "BaoguanSerif-Regular.otf", 24)
    for row in range(4):
        pen.text((215, 215 + 45 * row), "港口新航线昨日直达五国集装箱", 0, face)
    assert len(found(picture)) == 4


def test_a_broken_and_a_tilted_rule_are_each_one_way_across() -> None:
    picture, pen = paper()
    for left in range(50, 850, 80):
        pen.line((left, 100, left + 64, 100), 0, 2)
    pen.line((50, 300, 850, 308), 0, 2)
    broken, tilted = found(picture)
    assert near(broken, 50, 100, 834, 101)
    assert near(tilted, 50, 300, 850, 308)


def test_a_rule_that_climbs_is_told_in_pieces_that_hardly_do() -> None:
    picture, pen = paper()
    pen.line((50, 300, 850, 340), 0, 3)
    pieces = sorted(found(picture), key=lambda piece: piece.left)
    assert len(pieces) > 1
    assert all(piece.height < 1.5 * BODY for piece in pieces)
    assert all(abs(one.right - other.left) < 2 for one, other in pairwise(pieces))
    assert (pieces[0].left, pieces[-1].right) == pytest.approx((50, 850), abs=6)


def test_dark_fields_pictures_text_and_strokes_of_headlines_are_no_rules() -> None:
    picture, pen = paper()
    pen.rectangle((50, 50, 400, 150), 0)
    noise = np.random.default_rng(4).integers(0, 150, (200, 300), np.uint8)
    picture.paste(Image.fromarray(noise), (500, 50))
    pen.rectangle((500, 50, 800, 250), outline=0)
    for row in range(5):
        pen.text(
            (50, 200 + 34 * row),
            "一二三十工王土士",
            0,
            ImageFont.truetype(FONTS / "BaoguanSerif-Regular.otf", 24),
        )
    pen.text((60, 450), "一二三", 0, ImageFont.truetype(FONTS / "BaoguanSerif-Regular.otf", 200))
    headline = Box(360, 590, 660, 280, 0.0, vertical=False)
    assert found(picture, headline) == []
