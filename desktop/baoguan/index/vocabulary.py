"""jieba's dictionary, loaded once for everything that asks how words divide."""

import logging
import warnings
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from baoguan.index.fold import fold_text

if TYPE_CHECKING:
    import jieba


@cache
def tokenizer() -> "jieba.Tokenizer":
    """Return jieba, silent, with its dictionary cache where only this user writes."""
    with warnings.catch_warnings():
        # It imports pkg_resources, which warns of its own end.
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.CRITICAL)
    made = jieba.Tokenizer()
    folder = user_cache_path("baoguan")
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        # In the shared temporary folder, anybody could leave a cache file for us to load.
        made.tmp_dir = str(folder)
    return made


def divide(text: str) -> tuple[float, list[str]]:
    """Return the likeliest division of a short text, folded, into words: its log probability, the words."""
    folded = fold_text(text)
    jieba = tokenizer()
    route: dict[int, tuple[int, int]] = {}
    jieba.calc(folded, jieba.get_DAG(folded), route)
    words, at = [], 0
    while at < len(folded):
        end = route[at][1] + 1
        words.append(folded[at:end])
        at = end
    return route[0][0], words


def cut(han: str) -> list[str]:
    """Return the words of text in Han characters and spaces, long words and the words within them."""
    return list(tokenizer().cut_for_search(han))
