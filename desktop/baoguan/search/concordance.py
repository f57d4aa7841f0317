"""Hits in their lines (KWIC): what stands before and after each, in an order that shows usage."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from baoguan.domain.article import Passage, Span
from baoguan.domain.query import Line, LineOrder
from baoguan.domain.records import ArticleText
from baoguan.index.fold import fold_text, runs_on

_CONTEXT = 30
_WHITE = re.compile(r"\s")


def lines(article: ArticleText, marks: Iterable[Span]) -> Iterator[Line]:
    """Yield a line for each mark, with up to 30 characters on either side, as far as print runs on."""
    pieces = list(_pieces(article.passages, len(article.text)))
    for mark in marks:
        piece = next(each for each in pieces if mark.start < each.end or each is pieces[-1])
        before = article.text[max(piece.start, mark.start - _CONTEXT) : mark.start]
        after = article.text[mark.end : max(mark.end, min(piece.end, mark.end + _CONTEXT))]
        yield Line(
            article.id,
            article.page_id,
            article.headline,
            article.title,
            article.date,
            _in_one_line(before),
            _in_one_line(article.text[mark.start : mark.end]),
            _in_one_line(after),
            mark,
        )


def arranged(listed: Iterable[Line], order: LineOrder) -> tuple[Line, ...]:
    """Return lines of articles in order of rank in another order; those alike in it stay as they stood.

    By what follows the hit, or by what precedes it read backwards from the hit, whatever its script;
    by date, oldest first and undated last.
    """
    match order:
        case LineOrder.RIGHT:
            return tuple(sorted(listed, key=lambda line: _collated(line.after)))
        case LineOrder.LEFT:
            return tuple(sorted(listed, key=lambda line: _collated(line.before[::-1])))
        case LineOrder.DATE:
            return tuple(sorted(listed, key=lambda line: line.date or date.max))
        case LineOrder.RANK:
            return tuple(listed)


def _pieces(passages: Iterable[Passage], length: int) -> Iterator[Span]:
    """Yield the ranges through which print runs on; context never leaves one."""
    start = 0
    for before, after in pairwise(passages):
        if not runs_on(before.role, after.role):
            yield Span(start, before.end)
            start = after.start
    yield Span(start, length)


def _in_one_line(text: str) -> str:
    return _WHITE.sub(" ", text)


def _collated(text: str) -> bytes:
    """Return what text is sorted by: GB 18030 has the common characters in order of pinyin."""
    return fold_text(text).encode("gb18030", "backslashreplace")
