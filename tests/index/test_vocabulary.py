"""Words divide as jieba's dictionary and an archive's names have it, whoever cuts."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.index import vocabulary
from baoguan.index.analysis import words
from baoguan.index.fold import fold_text
from baoguan.index.names import read_names
from baoguan.index.vocabulary import Segmenter, divide, rust

NAMES = read_names("畅通论 5000\n袁诚刘畅\n张三丰 3 nr\n知识产 900000".encode())
HAN = st.text(
    st.sampled_from("知识产权证券化刘畅通论袁诚张三丰的一是在不了有和人这中 ")
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5)
)

_NAMED = Segmenter(NAMES)

needs_both = pytest.mark.skipif(not rust(), reason="rjieba is not installed")


@pytest.fixture(scope="module")
def by_jieba() -> Iterator[tuple[Segmenter, Segmenter]]:
    """Segmenters as where rjieba is not installed: one by the dictionary alone, one with names."""
    with pytest.MonkeyPatch.context() as context:
        context.setattr(vocabulary, "rust", lambda: False)
        made = Segmenter(), Segmenter(NAMES)
        assert made[0].fingerprint != made[1].fingerprint
        assert made[0].cut("证券化") == ["证券", "证券化"]
        assert made[1].cut("畅通论") == ["畅通", "通论", "畅通论"]
        yield made


@settings(deadline=None)  # the first example loads jieba
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


def test_names_are_words_in_their_own_archive_only() -> None:
    plain, named = Segmenter(), Segmenter(NAMES)
    assert named.cut("刘畅通论") == ["刘", "畅通", "通论", "畅通论"]
    assert plain.cut("刘畅通论") == ["刘", "畅通", "论"]
    assert "袁诚刘畅" in named.cut("记者袁诚刘畅报道")
    assert "袁诚刘畅" not in plain.cut("记者袁诚刘畅报道")


@needs_both
@given(HAN)
@settings(max_examples=300, deadline=None)
def test_both_segmenters_cut_alike(by_jieba: tuple[Segmenter, Segmenter], text: str) -> None:
    assert by_jieba[0].cut(text) == Segmenter().cut(text)
    assert by_jieba[1].cut(text) == _NAMED.cut(text)


@needs_both
def test_the_sample_page_is_cut_alike(by_jieba: tuple[Segmenter, Segmenter], seed: Path) -> None:
    folded = fold_text(seed.read_text("utf-8"))
    for slow, fast in zip(by_jieba, (Segmenter(), _NAMED), strict=True):
        assert list(words(folded, slow)) == list(words(folded, fast))


@needs_both
def test_a_fingerprint_is_of_the_words_not_of_who_cuts(by_jieba: tuple[Segmenter, Segmenter]) -> None:
    assert by_jieba[0].fingerprint == Segmenter().fingerprint
    assert by_jieba[1].fingerprint == Segmenter(NAMES).fingerprint


def test_another_dictionary_has_another_fingerprint() -> None:
    files = ("", "刘畅", "刘畅 5", "刘畅\n袁诚")
    prints = {Segmenter(read_names(content.encode())).fingerprint for content in files}
    assert len(prints) == len(files)


@needs_both
def test_searching_needs_no_jieba_where_rjieba_is() -> None:
    code = (
        "import sys; from baoguan.index.vocabulary import Segmenter; from baoguan.search.parse import parse;"
        "parse('知识产权 OR 标题:证券'); print('rjieba' in sys.modules);"
        "print(Segmenter().cut('天津'), 'jieba' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.split("\n") == ["False", "['天津'] False", ""]
    assert run.stderr == ""
