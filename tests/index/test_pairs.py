"""Common characters: as many as said, the same without jieba, kept in one step; pairs are all there are."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.index import pairs as module
from baoguan.index.fold import fold_text
from baoguan.index.pairs import GAP, common_characters, is_pair, pairs, runs


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setattr(module, "user_cache_path", lambda _: tmp_path / "cache")
    return tmp_path / "cache"


def _chosen() -> str:
    return common_characters.__wrapped__()


def test_common_characters_are_folded_and_of_everyday_use() -> None:
    found = common_characters()
    assert len(found) == len(set(found)) == 500
    assert fold_text(found) == found
    assert set("的一是不了在人有中国年月日0123456789") <= set(found)
    assert not set("犇龘，。國") & set(found)


def test_the_choice_is_kept_and_a_damaged_copy_is_made_again(cache: Path) -> None:
    found = _chosen()
    kept = next(cache.iterdir())
    assert kept.read_text("utf-8") == found
    for harm in (b"\xff", ("的" * 500).encode()):
        kept.write_bytes(harm)
        assert _chosen() == found
        assert [path.read_text("utf-8") for path in cache.iterdir()] == [found]


def test_a_cache_that_cannot_be_written_is_done_without(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    assert _chosen() == common_characters()


def test_jieba_is_not_imported() -> None:
    program = (
        "import sys; from baoguan.index.pairs import runs; runs('中国'); sys.exit('jieba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@given(st.text(st.sampled_from("的一国中津犇龘， a1\n\ud800")))
def test_pairs_are_all_neighbours_that_are_common(text: str) -> None:
    neighbours = [text[at : at + 2] for at in range(len(text) - 1)]
    assert pairs(text) == [each for each in neighbours if set(each) <= set(common_characters())]
    assert all(map(is_pair, pairs(text)))
    between = runs(text).split(GAP)
    assert "".join(between) == "".join(one for one in text if one in common_characters())
    assert [each for run in between for each in pairs(run)] == pairs(text)
