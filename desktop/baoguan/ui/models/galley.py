"""An article's text set at column width, before it has a place on the page."""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from baoguan.domain.article import RUNNING_TEXT, TITLE_BLOCK, Article, Passage, Role
from baoguan.domain.ids import ArticleId
from baoguan.domain.records import ArticleRecord
from baoguan.ui.models.faces import Face, advances
from baoguan.ui.models.line_breaking import SetLine, break_lines, can_break, natural_width, printed

BODY = 10
"""The size of body type: the unit of the page."""
COLUMN = 16 * BODY
GUTTER = 18.0
LEADING = 15.0
INSET_PAD = 8.0
CAPTION_SIZE = 9
CAPTION_LEADING = 13.0
_SMALLEST_HEADLINE = 14


class Row(NamedTuple):
    """One line of running text in a column; ``height`` in rows, ``start`` in the article's text."""

    role: Role
    start: int
    shown: str
    line: SetLine
    size: int
    face: Face
    height: int
    left: float


class HeadLine(NamedTuple):
    """One line of a title block: ``start`` in the article's text, ``width`` at its size."""

    role: Role
    start: int
    shown: str
    size: int
    face: Face
    width: float


@dataclass(frozen=True, slots=True)
class Galley:
    """One article, its running text set in rows of one column's width."""

    id: ArticleId
    article: Article
    rows: tuple[Row, ...]
    headings: tuple[tuple[Passage, str], ...]
    section: tuple[Passage, str] | None
    captions: tuple[tuple[tuple[Passage, str], ...], ...]
    """For each figure its caption and credit, as far as printed."""
    prominence: int
    """The size its headline would have with all the room it wants."""

    @property
    def depth(self) -> int:
        """The height of all rows in one column."""
        return sum(row.height for row in self.rows)


def galley(record: ArticleRecord, first: bool) -> Galley:
    """Set an article; ``first`` is the page's first, which is set largest among its like."""
    article = record.article
    parts = [
        (passage, printed(text))
        for passage, (_, text) in zip(article.passages(), article.parts(), strict=True)
    ]
    rows = [
        row
        for passage, shown in parts
        if passage.role in RUNNING_TEXT or passage.role is Role.BYLINE
        for row in _rows(passage, shown)
    ]
    letters = sum(len(shown) for passage, shown in parts if passage.role in RUNNING_TEXT)
    return Galley(
        id=record.id,
        article=article,
        rows=tuple(rows),
        headings=tuple(part for part in parts if part[0].role in TITLE_BLOCK),
        section=next((part for part in parts if part[0].role is Role.SECTION), None),
        captions=tuple(_captions(article, parts)),
        prominence=_prominence(letters, first),
    )


def _prominence(letters: int, first: bool) -> int:
    size = 20 if letters < 350 else 26 if letters < 900 else 33 if letters < 1600 else 40
    return size + 8 if first and letters >= 350 else size


def _captions(
    article: Article, parts: Sequence[tuple[Passage, str]]
) -> Iterator[tuple[tuple[Passage, str], ...]]:
    left = iter([part for part in parts if part[0].role in (Role.CAPTION, Role.CREDIT)])
    for figure in article.figures:
        yield tuple(next(left) for text in (figure.caption, figure.credit) if text)


def _rows(passage: Passage, shown: str) -> Iterator[Row]:
    role = passage.role
    face, size = {
        Role.BYLINE: (Face.SANS, CAPTION_SIZE),
        Role.SUBHEAD: (Face.SANS_BOLD, BODY + 1),
        Role.NOTE: (Face.SANS, CAPTION_SIZE),
    }.get(role, (Face.SERIF, BODY))
    pad = INSET_PAD if role is Role.INSET else 0.0
    indent = 0.0 if role in (Role.SUBHEAD, Role.BYLINE) else 2.0 * size
    lines = break_lines(shown, advances(face), size, COLUMN - 2 * pad, indent)
    for number, line in enumerate(lines):
        height = 2 if role is Role.SUBHEAD and number == 0 else 1
        text = shown[line.start : line.end]
        yield Row(role, passage.start + line.start, text, line, size, face, height, pad)


def head_lines(set_galley: Galley, width: float) -> list[HeadLine]:
    """Set a title block in a width: as large as the article deserves and the width allows."""
    found: list[HeadLine] = []
    largest = max(
        (
            _fit(shown, width, set_galley.prominence)[0]
            for passage, shown in set_galley.headings
            if passage.role is Role.HEADLINE
        ),
        default=set_galley.prominence,
    )
    for passage, shown in set_galley.headings:
        main = passage.role is Role.HEADLINE
        face = Face.SERIF_BOLD if main else Face.SERIF
        wanted = largest if main else max(12, min(20, round(0.52 * largest)))
        size, cuts = _fit(shown, width, wanted)
        for start, end in itertools.pairwise(cuts):
            text = shown[start:end]
            measured = natural_width(text.strip(), advances(face), size, tight=True)
            found.append(HeadLine(passage.role, passage.start + start, text, size, face, measured))
    return found


def _fit(shown: str, width: float, wanted: int) -> tuple[int, list[int]]:
    """Return the size of a heading and where its lines begin and end: few lines, but not a small size."""
    ems = advances(Face.SERIF_BOLD)
    best: tuple[int, list[int]] = (0, [0, len(shown)])
    for count in (1, 2, 3):
        cuts = _even_cuts(shown, count)
        widest = max(
            natural_width(shown[start:end].strip(), ems, 1.0, tight=True)
            for start, end in itertools.pairwise(cuts)
        )
        size = min(wanted, math.floor(width / max(widest, 0.5)))
        if size > best[0] * 1.15:
            best = (size, cuts)
        if size >= 0.8 * wanted:
            break
    if best[0] >= min(wanted, _SMALLEST_HEADLINE):
        return best
    size = min(wanted, _SMALLEST_HEADLINE)
    return size, [0, *(line.end for line in break_lines(shown, ems, size, width, tight=True))]


def _even_cuts(shown: str, count: int) -> list[int]:
    """Cut a heading in ``count`` lines of like length, at a space or mark where there is one near."""
    cuts = [0]
    for number in range(1, count):
        wanted = cuts[-1] + (len(shown) - cuts[-1]) / (count - number + 1)
        places = [at for at in range(cuts[-1] + 1, len(shown)) if can_break(shown, at)]
        if not places:
            break
        slack = 0.25 * len(shown)
        cuts.append(min(places, key=lambda at: abs(at - wanted) - (slack if _pause(shown, at) else 0)))
    return [*cuts, len(shown)]


def _pause(shown: str, at: int) -> bool:
    return shown[at - 1] in " \u3000：:，,—”》！？" and shown[at] not in " \u3000"
