"""A user dictionary is read line by line; what cannot be used is said, the rest is used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.index.names import Name, read_names


def test_words_with_and_without_frequency_and_tag() -> None:
    names = read_names("刘畅 300 nr\n渤化集团 nt\n  滨海新区\t50\n\n证券化\n".encode())
    assert names.mistakes == ()
    assert {(name.word, name.frequency) for name in names.words} == {
        ("刘畅", 300),
        ("渤化集团", 0),
        ("滨海新区", 50),
        ("证券化", 0),
    }


def test_a_mark_at_the_head_of_the_file_is_no_text() -> None:
    assert read_names("\ufeff刘畅".encode()).words == (Name("刘畅"),)


def test_words_are_as_the_index_folds_them() -> None:
    assert read_names("濱海新區".encode()).words == (Name("滨海新区"),)


def test_the_parts_of_a_name_with_a_dot_are_words() -> None:
    assert read_names("卡尔·马克思 9".encode()).words == (Name("卡尔", 9), Name("马克思", 9))


def test_the_order_of_lines_makes_no_difference_but_for_a_word_given_twice() -> None:
    assert read_names("刘畅\n滨海".encode()) == read_names("滨海\n刘畅".encode())
    assert read_names("刘畅 5\n刘畅 7".encode()).words == (Name("刘畅", 7),)


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("刘".encode(), "两个", "two Chinese"),
        (b"B1 5 n", "两个", "two Chinese"),
        ("刘畅，袁诚".encode(), "一个词", "one word"),
        ("刘畅 袁诚".encode(), "一个词", "one word"),
        ("刘畅 0".encode(), "词频", "frequency"),
        ("刘畅 99999999999999999999".encode(), "词频", "frequency"),
        ("刘畅".encode("gbk"), "UTF-8", "UTF-8"),
        ("刘".encode() * 40, "32", "32"),
        ("刘 ".encode() * 100_000, "200", "200"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_used(line: bytes, zh: str, en: str) -> None:
    names = read_names("滨海新区\n".encode() + line + "\n证券化".encode())
    assert [name.word for name in names.words] == ["滨海新区", "证券化"]
    assert len(names.mistakes) == 1
    assert "第 2 行" in names.mistakes[0].zh
    assert zh in names.mistakes[0].zh
    assert "Line 2 " in names.mistakes[0].en
    assert en in names.mistakes[0].en


@given(st.binary() | st.text(st.sampled_from("刘畅滨海 \t0123na·,\n")).map(str.encode))
def test_any_file_is_read(content: bytes) -> None:
    names = read_names(content)
    assert list(names.words) == sorted(set(names.words))
