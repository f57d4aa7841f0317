from hypothesis import given
from hypothesis import strategies as st

from baoguan.annotate.anchor import describe, find
from baoguan.domain.annotation import Target
from baoguan.domain.article import Span

texts = st.text(alphabet="甲乙丙丁𠮷，。\n ab", min_size=1, max_size=120)


@given(texts, st.data())
def test_any_place_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find(text, describe(text, Span(start, end))) == Span(start, end)


@given(texts, st.text(alphabet="戊己庚", min_size=1, max_size=40), st.data())
def test_a_quote_is_found_after_text_was_put_before_it(text: str, put: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find(put + text, describe(text, Span(start, end)))
    assert found is not None
    assert (put + text)[found.start : found.end] == text[start:end]


def test_of_equal_quotes_the_one_in_the_same_surroundings_is_found() -> None:
    text = "上半年增长一成。全年增长一成。明年增长一成。"
    target = describe(text, Span(10, 14))
    changed = "（更正）" + text
    assert find(changed, target) == Span(14, 18)


def test_a_corrected_quote_is_found_between_its_surroundings() -> None:
    text = "全国AI智能高科技企业的人驻。目前,园区正陆续吸引企业进驻"
    start = text.index("人驻")
    target = describe(text, Span(start, start + 2))
    assert find(text.replace("人驻", "入驻"), target) == Span(start, start + 2)


def test_a_quote_that_is_gone_is_not_placed() -> None:
    assert find("完全不同的文字", Target(0, 4, "知识产权", "建设", "强区")) is None


def test_the_whole_article_is_always_there() -> None:
    assert find("任何文字", describe("任何文字", None)) == Span(0, 0)
