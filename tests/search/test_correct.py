"""A query that finds nothing is put right by a word of the archive that finds something."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.query import Question
from baoguan.domain.records import ArticleText
from baoguan.index.engine import Engine
from baoguan.search.correct import correct
from baoguan.search.searcher import Searcher

Compose = Callable[..., ArticleText]
Correct = Callable[[str], str | None]


@pytest.fixture
def put_right(searcher: Callable[..., Searcher], compose: Compose, engine: Engine) -> Correct:
    """Correct a text as the archive of a few articles has it."""
    many = [compose(number, "港口", "葡萄糖注射液与经济发展。") for number in range(10, 31)]
    asked = searcher(
        compose(
            1, "轨道交通加快建设", "知识产权证券化项目，中华人民共和国。", byline="刘畅", tags=("城市更新",)
        ),
        compose(2, "证券市场", "技术人员检查 Tianjin port，葡萄塘。", byline="袁诚"),
        *many,
    )

    def count(text: str) -> int:
        return asked.search(Question(text), limit=0).total

    return lambda text: correct(text, count(text), engine, count)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("知识产全", "知识产权"),
        ("知识权产", "知识产权"),
        ("知产权", "知识产权"),
        ("知识产产权", "知识产权"),
        ("认识产权", "知识产权"),
        ("识知产权", "知识产权"),
        ("中华人民共合国", "中华人民共和国"),
        ("知识产权证卷化项目", "知识产权证券化项目"),
        ("Tianjn", "tianjin"),
        ("知识产全 标题:建设", "知识产权 标题:建设"),
        ("建设 (标题:轨道交同 OR 甲)", "建设 (标题:轨道交通 OR 甲)"),
        ("“知识产全”", "“知识产权”"),
        ('"知识产全 项目"~20 NOT 乙', '"知识产权 项目"~20 NOT 乙'),
        ("记者:刘唱", "记者:刘畅"),
        ("标签:城市更薪", "标签:城市更新"),
    ],
)
def test_one_character_is_put_right_and_the_rest_stays(put_right: Correct, typed: str, meant: str) -> None:
    assert put_right(typed) == meant


def test_a_rare_word_is_put_right_where_a_neighbour_is_far_commoner(put_right: Correct) -> None:
    assert put_right("葡萄塘") == "葡萄糖"
    assert put_right("刘畅") is None


@pytest.mark.parametrize(
    "typed", ["", "港口", "經濟發展", "甲乙丙丁", "港口 证券", "港*嘴", "日期:1901", "qwxyz", '"']
)
def test_what_finds_enough_or_has_no_neighbour_is_left_alone(put_right: Correct, typed: str) -> None:
    assert put_right(typed) is None


@given(text=st.text(st.sampled_from('知识产权全轨道刘 ()“”"*?:~标题记者日期NOTOR\n\x00\ud800')))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
def test_whatever_is_typed_what_is_returned_finds_something(put_right: Correct, text: str) -> None:
    better = put_right(text)
    assert better is None or put_right(better) is None
