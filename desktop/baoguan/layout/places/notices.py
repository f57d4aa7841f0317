"""Small notices: the words they begin with or are about, and columns of them cut into single ones."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from baoguan.layout.marks import ends_sentence
from baoguan.layout.places.strips import Strip

NOTICE = re.compile(
    r"启事|啟事|公告|通告|声明|聲明|遗失|遺失|挂失|招租|转让|轉讓|招聘|招考|寻人|尋人|征婚|拍卖|拍賣|清算|注销|减资|停水|停电|讣告|訃告|"
    r"鸣谢|鳴謝|法律顧問|法律顾问|結婚|招生|迁移|遷移|放映|上演|供应|出售|"
    r"\b(?:TO LET|FOR SALE|WANTED|LOST|FOUND|NOTICE|AUCTION|SITUATIONS?)\b"
)
"""A text without a headline that has one of these is a notice."""
_FEW = 3


def cut_apart(strips: Iterable[Strip]) -> list[Strip]:
    """Return the strips with columns of notices, none of which begins inside the column, cut into notices."""
    return [piece for strip in strips for piece in _pieces(strip)]


def _pieces(strip: Strip) -> list[Strip]:
    if strip.table or sum(0.7 < strip.indent(mark) < 4 for mark in strip.marks) * 10 > len(strip.marks):
        return [strip]
    cuts = [
        at
        for at, (before, mark) in enumerate(pairwise(strip.marks), 1)
        if strip.short(before) > 1.2
        and strip.indent(mark) < 0.7
        and (ends_sentence(before.text) or NOTICE.match(mark.text))
    ]
    named = sum(NOTICE.search(strip.marks[at].text[:12]) is not None for at in cuts)
    if len(cuts) < _FEW and not named:
        return [strip]
    return [
        replace(strip, marks=strip.marks[first:end]) for first, end in pairwise([0, *cuts, len(strip.marks)])
    ]
