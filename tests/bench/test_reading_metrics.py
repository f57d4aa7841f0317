"""The measures of reading measure what they say."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parent))

from reading_metrics import Found, Share, bare, characters, matched, pairs, successions, without_marks

_labels = st.dictionaries(st.integers(0, 30), st.one_of(st.none(), st.integers(0, 4)))


def test_characters_counts_edits_and_what_stands_nowhere() -> None:
    assert characters([("知识产权", "知识产权"), ("证券化", "证券")]) == Share(6, 7)
    assert characters([("知识产权", "知只产权")], extra=1).value == 0.5
    assert characters([("知识", "完全不同的一行文字")]) == Share(0, 2)
    assert characters([]).value is None


@given(st.lists(st.text(), max_size=8))
def test_a_perfect_reading_has_every_character(lines: list[str]) -> None:
    assert characters([(line, line) for line in lines]).value in (None, 1.0)


def test_blanks_and_marks_can_be_left_out() -> None:
    assert bare(" 本报记者 刘\u3000畅\n") == "本报记者刘畅"
    assert without_marks("“建成”，3座。") == "建成3座"


def test_successions_are_kept_or_broken() -> None:
    printed = [["a1", "a2", "a3"], ["b1", "b2"]]
    assert successions(printed, ["b1", "b2", "a1", "a2", "a3"]).value == 1.0
    assert successions(printed, ["a1", "b1", "a2", "b2", "a3"]).value == 0.0
    assert successions(printed, ["a1", "a2", "b1", "a3", "b2"]) == Share(1, 3)
    assert successions([["a"]], []).value is None


@given(st.lists(st.integers(), unique=True, min_size=2))
def test_the_order_of_the_page_keeps_every_succession(lines: list[int]) -> None:
    assert successions([lines], lines).value == 1.0
    assert successions([lines], lines[::-1]).value == 0.0


def test_pairs_of_lines_in_one_article() -> None:
    printed = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b", 6: None}
    assert pairs(printed, {1: 0, 2: 0, 3: 0, 4: 1, 5: 1}).f1 == 1.0
    assert pairs(printed, dict.fromkeys(range(1, 7), 0)) == Found(4, 15, 4)
    assert pairs(printed, dict.fromkeys(range(1, 7))).f1 == 0.0


@given(_labels)
def test_articles_agree_with_themselves_whatever_they_are_called(printed: dict[int, int | None]) -> None:
    renamed = {line: None if article is None else f"n{article}" for line, article in printed.items()}
    assert pairs(printed, renamed).f1 in (None, 1.0)


@given(_labels, _labels)
def test_pairs_right_are_never_more_than_those_told_or_true(
    printed: dict[int, int | None], told: dict[int, int | None]
) -> None:
    found = pairs(printed, told)
    assert 0 <= found.right <= min(found.told, found.true)


def test_texts_are_matched_once_each_though_a_little_hurt() -> None:
    true = ["七座车站主体封顶", "七座车站主体封顶"]
    assert matched(true, ["七座车站主休封顶"]) == Found(1, 1, 2)
    assert matched(["标题"], ["标题", "广告语"], allowed=["广告语"]).f1 == 1.0
    assert matched(["标题"], ["标题", "正文第一句"]) == Found(1, 2, 1)
    assert matched([], []).f1 is None


def test_sums_are_of_parts() -> None:
    assert (Share(1, 2) + Share(3, 6)).value == pytest.approx(0.5)
    assert Found(1, 2, 3) + Found(1, 1, 1) == Found(2, 3, 4)
