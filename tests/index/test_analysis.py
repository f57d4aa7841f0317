import logging
import subprocess
import sys
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.records import ArticleText
from baoguan.index.analysis import WordField, entry, grams, needed_grams, words
from baoguan.index.fold import WALL


@given(st.text(st.sampled_from('知识产权"(,。1a\n'), min_size=1), st.data())
def test_text_has_the_needed_grams_of_each_of_its_strings(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    string = text[start : data.draw(st.integers(start + 1, len(text)))].split(WALL)[0]
    assert set(needed_grams(string)) <= grams(text)


def test_no_gram_crosses_a_wall() -> None:
    assert grams("知识\n产权") == {"知", "识", "产", "权", "知识", "产权"}


def test_words_are_for_ranking_punctuation_is_not() -> None:
    assert list(words("知识产权,证券化(b1线)。")) == [
        "知识",
        "产权",
        "知识产权",
        "证券",
        "证券化",
        "b1",
        "线",
    ]


def test_an_entry_tells_where_each_word_stands(compose: Callable[..., ArticleText]) -> None:
    found = entry(compose(1, "证券", "项目。", caption="车站", notes=("复核",)))
    assert found.words == {
        WordField.TITLE: ("证券",),
        WordField.BODY: ("项目", "复核"),
        WordField.CAPTION: ("车站",),
    }
    assert {"证券", "。", "复核"} <= found.grams
    assert {"天津", "3"} <= found.imprint
    assert "天津" not in found.grams


def test_jieba_is_silent_and_its_cache_is_the_users_own() -> None:
    code = "from baoguan.index.analysis import words; print(list(words('天津')))"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    assert run.stdout.strip() == "['天津']"
    assert logging.getLogger("jieba").level >= logging.CRITICAL


def test_a_very_long_run_of_one_character_is_cut_in_good_time() -> None:
    assert "".join(words("知" * 20_000)).count("知") >= 20_000
