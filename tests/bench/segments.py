"""Words as jieba cuts them, for peers that are given words: by rjieba where it is, which cuts Han alike."""

import warnings
from collections.abc import Callable, Iterable
from functools import cache


def split(text: str) -> str:
    """Return text with a space between its words, punctuation left where it stands."""
    return " ".join(_cutter()(text))


@cache
def _cutter() -> Callable[[str], Iterable[str]]:
    try:
        import rjieba
    except ModuleNotFoundError:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
        return jieba.lcut
    return rjieba.cut
