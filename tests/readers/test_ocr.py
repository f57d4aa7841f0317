"""Text is read off a picture, every character where it stands."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from baoguan.domain.page import PageImage, TextLine
from baoguan.domain.progress import Silent
from baoguan.readers.ocr import Recognised, available, recognise

pytestmark = pytest.mark.skipif(not available(), reason="the extra ocr is not installed")
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LINES = ("港口新航线昨日直达五国", "集装箱吞吐量增长百分之八", "记者从港务局获悉此事")
SIZE = 30


def font(size: int = SIZE) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / "BaoguanSerif-Regular.otf", size)


def filed(picture: Image.Image, folder: Path) -> PageImage:
    picture.save(folder / "clipping.png")
    return PageImage(folder / "clipping.png", 0, picture.width, picture.height)


def printed(recognised: Recognised) -> list[TextLine]:
    return [line for block in recognised.blocks for line in block.printed]


def test_level_lines_are_read_from_the_top_and_each_character_is_where_it_stands(tmp_path: Path) -> None:
    picture = Image.new("L", (520, 240), 255)
    for row, text in enumerate(LINES):
        ImageDraw.Draw(picture).text((40, 30 + 60 * row), text, fill=20, font=font())
    recognised = recognise(filed(picture, tmp_path), Silent())
    assert [block.text for block in recognised.blocks] == list(LINES)
    for row, line in enumerate(printed(recognised)):
        assert line.number == row + 1
        assert not line.vertical
        assert len(line.cuts) == len(line.text) + 1
        middle = 30 + 60 * row + SIZE * 0.6
        assert line.region.top < middle < line.region.bottom
        for place in range(len(line.text)):
            assert line.cuts[place] < 40 + SIZE * (place + 0.5) < line.cuts[place + 1]


def test_upright_lines_are_read_from_the_right(tmp_path: Path) -> None:
    picture = Image.new("L", (260, 480), 255)
    for column, text in enumerate(LINES):
        for place, character in enumerate(text):
            ImageDraw.Draw(picture).text((190 - 60 * column, 30 + SIZE * place), character, 20, font())
    lines = printed(recognise(filed(picture, tmp_path), Silent()))
    assert [line.text for line in lines] == list(LINES)
    assert all(line.vertical for line in lines)
    for place in range(len(LINES[0])):
        assert lines[0].cuts[place] < 36 + SIZE * (place + 0.5) < lines[0].cuts[place + 1]
