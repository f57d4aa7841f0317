"""Punctuation: where sentences end, and which quotation marks and brackets are open."""

import re
from typing import NamedTuple

CLOSERS = "”’」』)）》〉】］]〕﹂﹄"
_OPENERS = "“‘「『(（《〈【［[〔﹁﹃"
_PARTNER = dict(
    zip(
        "”’」』)）》〉】］]〕﹂﹄",
        ("“", "‘", "「", "『", "(", "(", "《", "〈", "【", "［", "[", "〔", "﹁", "﹃"),
        strict=True,
    )
)
_KIND = {opener: opener for opener in _OPENERS} | {"（": "("}
_ENDS = "。！？!?…．｡"
_MID = ",，、;；:：—-~～"
_NUMBERED = re.compile(
    r"[(（]?(?:[一二三四五六七八九十]{1,3}[、.．)）\s]|第[一二三四五六七八九十\d]+[章节回部]|\d{1,2}[、.．)）](?!\d)|[①-⑳])|0\d\s"
)
QUOTES = frozenset("“‘「『﹁﹃")


class Balance(NamedTuple):
    """The marks a text leaves open, and those it closes without having opened them, in order."""

    opened: tuple[str, ...]
    closed: tuple[str, ...]


EVEN = Balance((), ())


def balance(text: str) -> Balance:
    """Return what a text opens and does not close, and closes and did not open."""
    opened: list[str] = []
    closed: list[str] = []
    for char in text:
        if char in _KIND:
            opened.append(_KIND[char])
        elif char in _PARTNER:
            _close(opened, closed, _PARTNER[char])
    return Balance(tuple(opened[-4:]), tuple(closed[:4]))


def follow(before: Balance, after: Balance) -> Balance:
    """Return the balance of two texts in a row."""
    opened, closed = list(before.opened), list(before.closed)
    for mark in after.closed:
        _close(opened, closed, mark)
    return Balance(tuple([*opened, *after.opened][-4:]), tuple(closed[:4]))


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends where a sentence may end: 。！？… or these before closing marks."""
    bare = text.rstrip()
    inner = bare.rstrip(CLOSERS)
    if inner.endswith(tuple(_ENDS)):
        return True
    if inner.endswith("."):
        return len(inner) > 1 and not inner[-2].isdigit()
    if bare.endswith((")", "）", "】", "」", "』", "”")) and balance(bare[-60:]).opened == ():
        return bare.endswith((")", "）")) and len(bare) > 40
    return False


def breaks_off(text: str) -> bool:
    """Tell whether a text stops at a mark that must go on: a comma, a colon, a dash, an opening mark."""
    return bool(text) and (text[-1] in _MID or text[-1] in _OPENERS)


def starts_inside(text: str) -> bool:
    """Tell whether a text starts with a mark that cannot begin a paragraph."""
    return bool(text) and (text[0] in CLOSERS or text[0] in "。，,、；;：:！？!?％%")


def greets(text: str) -> bool:
    """Tell whether a short line opens a letter or a list: 编辑同志:"""
    return len(text) <= 12 and text.endswith((":", "："))


def is_numbered(text: str) -> bool:
    """Tell whether a text begins as a point of an enumeration: 一、 (二) 3. ④."""
    return _NUMBERED.match(text) is not None


def _close(opened: list[str], closed: list[str], mark: str) -> None:
    if mark in opened:
        while opened.pop() != mark:
            pass
    else:
        closed.append(mark)
