"""Function words go on; subjects, times and prepositions begin."""

import pytest

from baoguan.layout.grammar import going_on


@pytest.mark.parametrize("first", ["的", "了", "已经", "以上", "之间"])
def test_function_words_go_on(first: str) -> None:
    assert going_on("水稻", first, "") > 1 > going_on("水稻", "农场", "")


@pytest.mark.parametrize("first", ["近日", "随着", "如果", "2", '"'])
def test_times_prepositions_conjunctions_and_quotations_begin(first: str) -> None:
    assert going_on("水稻", first, "") < 0


def test_a_number_is_followed_by_its_measure() -> None:
    assert going_on("3", "亩", "") > going_on("水稻", "亩", "") > going_on("3", "水稻", "")


def test_no_subject_follows_an_adverb() -> None:
    assert going_on("不断", "农场", "是") < going_on("不断", "拓宽", "农场")
    assert going_on("不断", "我们", "") < going_on("因为", "我们", "")


def test_a_word_before_a_comma_ends_a_clause() -> None:
    assert going_on("两家", "农场", ",") > going_on("两家", "农场", "里")
