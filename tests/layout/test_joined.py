"""Printed lines become running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.layout.joined import joined


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["水库昨日开", "闸放水。"], "水库昨日开闸放水。"),
        (["The steamer", "arrived."], "The steamer arrived."),
        (["the Oak-", "hampton road"], "the Oakhampton road"),
        (["the Anglo-", "American club"], "the Anglo-American club"),
        (["at 5 o'clock,", "“Sir,” he said"], "at 5 o'clock, “Sir,” he said"),
        (["使用Python", "语言"], "使用Python语言"),
        (["价格为12", "元"], "价格为12元"),
        (["时在19", "49年"], "时在1949年"),
        (["提高33.", "7%。老手艺"], "提高33.7%。老手艺"),
        (["用Visual", "Studio编写"], "用Visual Studio编写"),
        (["sold at 12", "12 at noon"], "sold at 12 12 at noon"),
        (["the Ver¬", "Einigung"], "the VerEinigung"),
        (["", "水库"], "水库"),
    ],
)
def test_words_are_joined_as_their_script_does(lines: list[str], text: str) -> None:
    assert joined(lines)[0] == text


@given(st.lists(st.text(st.sampled_from("水库开闸，。AbcO- -1“”"), min_size=1, max_size=6), max_size=6))
def test_every_line_stands_where_it_is_said_to(lines: list[str]) -> None:
    text, starts = joined(lines)
    assert len(starts) == len(lines)
    for at, (line, start) in enumerate(zip(lines, starts, strict=True)):
        last = at + 1 == len(lines)
        assert text[start:].startswith(line) or (not last and text[start:].startswith(line[:-1]))
