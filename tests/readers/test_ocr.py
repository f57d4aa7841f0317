"""Text is read off a picture, every character where it stands."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageImage, TextLine
from baoguan.domain.progress import Cancelled, Silent
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


def test_white_text_on_black_is_read_as_well(tmp_path: Path) -> None:
    picture = Image.new("L", (640, 260), 255)
    ImageDraw.Draw(picture).rectangle((20, 20, 620, 120), fill=0)
    ImageDraw.Draw(picture).text((40, 40), LINES[0], fill=255, font=font(50))
    ImageDraw.Draw(picture).text((40, 180), LINES[1], fill=0, font=font())
    recognised = recognise(filed(picture, tmp_path), Silent())
    assert [block.text for block in recognised.blocks] == list(LINES[:2])


def test_a_crooked_page_is_read_and_its_characters_are_where_they_stand(tmp_path: Path) -> None:
    picture = Image.new("L", (700, 300), 255)
    for row, text in enumerate(LINES):
        ImageDraw.Draw(picture).text((150, 60 + 60 * row), text, fill=20, font=font())
    turned = picture.rotate(3, Image.Resampling.BICUBIC, fillcolor=255)
    lines = printed(recognise(filed(turned, tmp_path), Silent()))
    assert [line.text for line in lines] == list(LINES)
    for line in lines:
        assert line.cuts[0] == pytest.approx(150, abs=16)


def test_a_page_without_ink_says_nothing(tmp_path: Path) -> None:
    recognised = recognise(filed(Image.new("L", (300, 200), 250), tmp_path), Silent())
    assert recognised == Recognised((), (), 300, 200)


def test_recognising_stops_when_it_is_not_wanted(tmp_path: Path) -> None:
    class Stopped:
        def step(self, done: int, total: int, doing: Bilingual) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        recognise(filed(Image.new("L", (300, 200), 250), tmp_path), Stopped())


def test_nothing_is_fetched_and_no_connection_opened(tmp_path: Path) -> None:
    program = f"""
import socket, sys
from pathlib import Path
socket.socket = None
from baoguan.domain.page import PageImage
from baoguan.domain.progress import Silent
from baoguan.readers.ocr import recognise
image = PageImage(Path({str(tmp_path / "clipping.png")!r}), 0, 400, 100)
print("".join(block.text for block in recognise(image, Silent()).blocks))
assert "requests" not in sys.modules
"""
    picture = Image.new("L", (400, 100), 255)
    ImageDraw.Draw(picture).text((30, 30), LINES[0], fill=0, font=font())
    filed(picture, tmp_path)
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert told.stdout.strip() == LINES[0], told.stderr


def test_columns_are_told_one_after_the_other_and_a_headline_first(tmp_path: Path) -> None:
    picture = Image.new("L", (840, 340), 255)
    ImageDraw.Draw(picture).text((120, 20), "港口开航", fill=0, font=font(90))
    for place, text in enumerate((*LINES, *LINES)):
        left, top = 30 + 410 * (place // 3), 160 + 46 * (place % 3)
        ImageDraw.Draw(picture).text((left, top), text, fill=20, font=font())
    recognised = recognise(filed(picture, tmp_path), Silent())
    assert [block.text for block in recognised.blocks] == ["港口开航", *LINES, *LINES]
    assert recognised.unread == ()


def test_marks_of_upright_lines_are_read(tmp_path: Path) -> None:
    text = "電車公司昨日增開夜車，票價與日間相同。"
    picture = Image.new("L", (120, 640), 255)
    for place, character in enumerate(text):
        shift = SIZE // 2 if character in "，。" else 0  # marks stand at the upper right of their square
        where = (45 + shift, 20 + SIZE * place - shift)
        ImageDraw.Draw(picture).text(where, character, 20, font())
    lines = printed(recognise(filed(picture, tmp_path), Silent()))
    assert [line.text for line in lines] == [text]
    assert lines[0].cuts == tuple(sorted(lines[0].cuts))


def test_printed_rules_are_told_in_pixels_of_the_page(tmp_path: Path) -> None:
    picture = Image.new("L", (520, 240), 255)
    ImageDraw.Draw(picture).text((40, 30), LINES[0], fill=20, font=font())
    ImageDraw.Draw(picture).line((40, 120, 480, 120), fill=0, width=2)
    (rule,) = recognise(filed(picture, tmp_path), Silent()).rulings
    assert (rule.left, rule.top, rule.right) == pytest.approx((40, 120, 480), abs=4)
    assert rule.height < 8


def test_a_short_line_is_not_told_as_larger_than_a_long_one_of_the_same_type(tmp_path: Path) -> None:
    picture = Image.new("L", (700, 300), 255)
    for row, text in enumerate((LINES[0] + LINES[2], LINES[1], "港口", "859")):
        ImageDraw.Draw(picture).text((30, 30 + 60 * row), text, fill=20, font=font())
    sizes = [line.size for line in printed(recognise(filed(picture, tmp_path), Silent()))]
    assert len(sizes) == 4
    assert max(sizes) < 1.25 * min(sizes)


def test_a_round_in_a_picture_is_no_character(tmp_path: Path) -> None:
    picture = Image.new("L", (900, 760), 255)
    for row in range(4):
        ImageDraw.Draw(picture).text((40, 30 + 50 * row), LINES[0], fill=20, font=font())
    ImageDraw.Draw(picture).ellipse((300, 300, 580, 700), outline=20, width=30)
    lines = printed(recognise(filed(picture, tmp_path), Silent()))
    assert [line.text for line in lines] == [LINES[0]] * 4


def test_latin_capitals_are_told_no_smaller_than_what_they_head(tmp_path: Path) -> None:
    picture = Image.new("L", (900, 300), 255)
    long = "The prize-giving arranged by the County Magistrates was held on"
    for row, text in enumerate(("ACCIDENT AT", long, long)):
        ImageDraw.Draw(picture).text((30, 30 + 60 * row), text, fill=20, font=font(24))
    head, *body = [line.size for line in printed(recognise(filed(picture, tmp_path), Silent()))]
    assert head > 0.8 * max(body)
