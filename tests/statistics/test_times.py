from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from baoguan.statistics.times import find_written

WORDS = (
    "今昨明前后上下本去年月日时点周星期礼拜旬季度初底末春夏秋冬至到—-./:0189"
    "一二十廿卅〇民国元农历世纪代“”五半个近过未来的和、\n "
)


@given(st.text(st.sampled_from(WORDS), max_size=60))
@example("上上上上上上旬")
@example("0000年00月00日00:00")
@example("公元前0000年")
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    found = list(find_written(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.text(st.sampled_from(WORDS), max_size=40), st.data())
def test_no_date_cuts_into_a_trap(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for one in find_written(text, [(start, end)]):
        outside = one.end <= start or end <= one.start
        assert outside or (one.start <= start and end <= one.end) or one.weekdays


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("昨日、今日和明日", ["昨日", "今日", "明日"]),
        ("1998年、1999年和2000年", ["1998年", "1999年", "2000年"]),
        ("2022年10月11日(星期二)上午9时30分", ["2022年10月11日(星期二)上午9时30分"]),
        ("10月12号,星期一", ["10月12号,星期一"]),
        ("五年级三班有五年历史", []),
    ],
)
def test_each_date_is_found_whole(text: str, words: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_written(text)] == words
