"""Words are divided as jieba's dictionary has them, in any script."""

from hypothesis import given
from hypothesis import strategies as st

from baoguan.index.fold import fold_text
from baoguan.index.vocabulary import divide


@given(st.text(st.sampled_from("知識产权证券化,。1aＡ㎡ \n")))
def test_the_words_are_the_folded_text(text: str) -> None:
    assert "".join(divide(text)[1]) == fold_text(text)


def test_text_is_divided_into_words() -> None:
    assert divide("知识产权证券化,")[1] == ["知识产权", "证券化", ","]
    assert divide("")[1] == []


def test_script_makes_no_difference() -> None:
    assert divide("滨海新区专利质量") == divide("濱海新區專利質量")


def test_a_whole_word_is_likelier_than_its_halves() -> None:
    assert divide("问题")[0] > divide("问")[0] + divide("题")[0]
