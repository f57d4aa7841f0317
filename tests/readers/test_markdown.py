"""Text to blocks: marks read, lines numbered, nothing guessed and nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.page import BlockRole
from baoguan.readers.markdown import is_blank, read_markdown, source_lines


def test_blocks_have_text_lines_level_and_gap() -> None:
    scan = read_markdown("\n\n## 区域热点\n\n正文第一行,\n正文第二行。\n\n\n\n图说。\n", "utf-8")
    shown = [(block.role, block.text, block.lines, block.level, block.gap) for block in scan.blocks]
    assert shown == [
        (BlockRole.HEADING, "区域热点", (3,), 2, 2),
        (BlockRole.TEXT, "正文第一行,正文第二行。", (5, 6), 0, 1),
        (BlockRole.TEXT, "图说。", (10,), 0, 3),
    ]
    assert scan.blocks[1].starts == (0, 6)
    assert scan.encoding == "utf-8"


def test_carriage_returns_do_not_change_line_numbers() -> None:
    text = "# 标题\n\n正文一。\n正文二。\n"
    blocks = read_markdown(text, "utf-8").blocks
    assert read_markdown(text.replace("\n", "\r\n"), "utf-8").blocks == blocks
    assert read_markdown(text.replace("\n", "\r"), "utf-8").blocks == blocks


def test_images_are_marked_with_their_alternative_text() -> None:
    scan = read_markdown(
        "![](a/1.jpg)\n\n![新站房内景](2.png)\n\n<!-- image -->\n\n<img src='3.png'>\n", "utf-8"
    )
    assert [(block.role, block.text) for block in scan.blocks] == [
        (BlockRole.IMAGE, ""),
        (BlockRole.IMAGE, "新站房内景"),
        (BlockRole.IMAGE, ""),
        (BlockRole.IMAGE, ""),
    ]


def test_heading_marks_need_a_space_and_closing_marks_are_dropped() -> None:
    scan = read_markdown("#话题\n\n### 副题 ###\n\n####### 七个\n", "utf-8")
    assert [(block.role, block.text, block.level) for block in scan.blocks] == [
        (BlockRole.TEXT, "#话题", 0),
        (BlockRole.HEADING, "副题", 3),
        (BlockRole.TEXT, "####### 七个", 0),
    ]


def test_plain_text_has_no_headings_and_ruled_lines_are_empty() -> None:
    scan = read_markdown("县图书馆延长开放时间\n\n---\n\n  从本月起。\n* * *\n", "utf-8")
    assert [(block.role, block.text, block.gap) for block in scan.blocks] == [
        (BlockRole.TEXT, "县图书馆延长开放时间", 0),
        (BlockRole.TEXT, "  从本月起。", 3),
    ]


@given(st.text(alphabet=st.sampled_from("## 标题正文。,\u3000 \t-*_!\r\n[]()")))
def test_every_line_with_text_is_in_one_block_exactly_as_it_stands(text: str) -> None:
    lines = source_lines(text)
    scan = read_markdown(text, "utf-8")
    numbers = [number for block in scan.blocks for number in block.lines]
    assert numbers == [number for number, line in enumerate(lines, 1) if not is_blank(line)]
    for block in scan.blocks:
        if block.role is BlockRole.TEXT:
            assert block.text == "".join(lines[number - 1] for number in block.lines)
            starts = block.starts or (0,)
            assert [
                len("".join(lines[n - 1] for n in block.lines[:at])) for at in range(len(starts))
            ] == list(starts)
        elif block.role is BlockRole.HEADING:
            assert block.text in lines[block.lines[0] - 1]
