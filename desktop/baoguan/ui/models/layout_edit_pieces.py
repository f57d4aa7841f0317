"""What of a page can be taken hold of to correct its layout: pieces of articles, and frames of figures."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from baoguan.domain.article import Article, Paragraph, Role, Span
from baoguan.domain.ids import ArticleId, FigureId
from baoguan.domain.page import Region, TextLine
from baoguan.domain.records import ArticleRecord, FigureRecord, PageContent, PagePrint
from baoguan.ui.models.typeset import Composition, contains

_APART = 2.5
"""Line heights between two lines beyond which they do not stand together."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Source lines that stand together on the page and are read in one go.

    ``article`` is None where they belong to the page alone; ``number`` is the place in its article, 1 first.
    """

    lines: tuple[int, ...]
    role: Role | None
    article: ArticleId | None
    boxes: tuple[Region, ...]
    number: int = 0
    vertical: bool = False
    """Whether its lines are upright, and read from right to left."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page lies in it."""
        return any(contains(box, x, y) for box in self.boxes)

    def read_late(self, x: float, y: float) -> bool:
        """Whether a point of it lies in its half that is read later."""
        bounds = self.bounds
        if self.vertical:
            return x < bounds.left + bounds.width / 2
        return y > bounds.top + bounds.height / 2

    @property
    def bounds(self) -> Region:
        """The smallest box around it."""
        return around(self.boxes)


@dataclass(frozen=True, slots=True)
class Framed:
    """A figure's frame on the page."""

    figure: FigureId
    article: ArticleId | None
    region: Region


class _Part(NamedTuple):
    """What an article is made of: its lines, and the characters of its text they hold."""

    role: Role
    lines: tuple[int, ...]
    span: Span


def around(boxes: Sequence[Region]) -> Region:
    """Return the smallest box around some."""
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.with_(box)
    return whole


def framed(figures: Iterable[FigureRecord]) -> tuple[Framed, ...]:
    """Return the frames of those figures whose place is known."""
    return tuple(
        Framed(one.id, one.article, one.figure.region) for one in figures if one.figure.region is not None
    )


def printed_pieces(content: PageContent, printed: PagePrint, by_line: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of a page that knows where its lines stand, those of no article last.

    A paragraph that goes on in another column is a piece in each; ``by_line``: each line is a piece.
    """
    lines = {line.number: line for line in printed.lines}
    found: list[Piece] = []
    taken: set[int] = set()
    for record in content.articles:
        number = 0
        for part in _parts(record.article):
            known = [lines[line] for line in part.lines if line in lines and line not in taken]
            taken.update(line.number for line in known)
            for run in _runs(known, by_line):
                number += 1
                found.append(_piece(run, part.role, record.id, number))
    rest = [line for line in printed.lines if line.number not in taken and line.text]
    return (*found, *(_piece(run, None, None, 0) for run in _runs(rest, by_line)))


def composed_pieces(content: PageContent, composition: Composition) -> tuple[Piece, ...]:
    """Return the pieces of a page that is typeset from its articles; what was joined can be taken apart."""
    found: list[Piece] = []
    for record in content.articles:
        parts = [one for part in _parts(record.article) for one in _at_joins(record, part)]
        for number, part in enumerate(parts, start=1):
            boxes = _columns(composition.marks(record.id, part.span))
            if boxes:
                found.append(Piece(part.lines, part.role, record.id, boxes, number))
    return tuple(found)


def _parts(article: Article) -> Iterator[_Part]:
    """Yield what an article is made of, in order of reading; a section's label is not its own."""
    passages = iter(article.passages())
    if article.section:
        next(passages)
    own: list[tuple[Role, tuple[int, ...]]] = [(one.role, one.source_lines) for one in article.headings]
    inside = {line for paragraph in article.paragraphs for line in paragraph.source_lines}
    own += [(Role.BYLINE, one.source_lines) for one in article.bylines if one.source_line not in inside]
    own += [(one.role, one.source_lines) for one in article.paragraphs]
    for figure in article.figures:
        # Caption and credit have the same lines: the first of them stands for both.
        own += [(Role.CAPTION, figure.source_lines)] if figure.caption else []
        own += [(Role.CREDIT, figure.source_lines)] if figure.credit else []
    for (role, lines), passage in zip(own, passages, strict=True):
        yield _Part(role, tuple(line for line in lines if line), Span(passage.start, passage.end))


def _at_joins(record: ArticleRecord, part: _Part) -> Iterator[_Part]:
    """Yield a part in pieces where a paragraph was joined of several."""
    paragraph = _paragraph(record.article.paragraphs, part.lines)
    start, rest = part.span.start, part.lines
    for join in paragraph.joins if paragraph else ():
        if join.before_line not in rest or join.after_line not in rest:
            continue
        cut = rest.index(join.after_line)
        yield _Part(part.role, rest[:cut], Span(start, part.span.start + join.at))
        start, rest = part.span.start + join.at, rest[cut:]
    if rest:
        yield _Part(part.role, rest, Span(start, part.span.end))


def _paragraph(paragraphs: Iterable[Paragraph], lines: tuple[int, ...]) -> Paragraph | None:
    return next((one for one in paragraphs if one.source_lines == lines), None)


def _piece(run: Sequence[TextLine], role: Role | None, article: ArticleId | None, number: int) -> Piece:
    boxes = (around([line.region for line in run]),)
    return Piece(tuple(line.number for line in run), role, article, boxes, number, run[0].vertical)


def _runs(lines: Sequence[TextLine], by_line: bool) -> Iterator[list[TextLine]]:
    """Yield lines that stand under one another (upright ones: beside one another) together."""
    run: list[TextLine] = []
    for line in lines:
        if run and (by_line or not _together(run[-1].region, line.region, line.vertical)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _together(before: Region, after: Region, vertical: bool) -> bool:
    """Whether a line goes on where the one before it ends, or stands in the same row."""
    if vertical:
        before, after = _turned(before), _turned(after)
    high = min(before.height, after.height)
    across = min(before.right, after.right) - max(before.left, after.left)
    down = min(before.bottom, after.bottom) - max(before.top, after.top)
    if down > 0.5 * high:
        return -across <= _APART * high
    below = after.top - before.bottom
    return across >= 0.4 * min(before.width, after.width) and -high <= below <= _APART * high


def _turned(region: Region) -> Region:
    """Return an upright line's box as if its column were a row: what is to the left comes below."""
    return Region(region.top, -region.right, region.height, region.width)


def _columns(boxes: Sequence[Region]) -> tuple[Region, ...]:
    found: list[Region] = []
    last: Region | None = None
    for box in boxes:
        if last is not None and _together(last, box, False):
            found[-1] = found[-1].with_(box)
        else:
            found.append(box)
        last = box
    return tuple(found)


def shades_of(pieces: Iterable[Piece], shades: int) -> dict[ArticleId, int]:
    """Return one of so many shades for each article: those that lie side by side differ where they can."""
    boxes: dict[ArticleId, list[Region]] = {}
    for piece in pieces:
        if piece.article is not None:
            boxes.setdefault(piece.article, []).extend(piece.boxes)
    found: dict[ArticleId, int] = {}
    for article, own in boxes.items():
        nearest = [math.inf] * shades
        for other, shade in found.items():
            nearest[shade] = min(nearest[shade], _distance(own, boxes[other]))
        found[article] = max(range(shades), key=lambda shade: nearest[shade])
    return found


def _distance(own: Iterable[Region], others: Sequence[Region]) -> float:
    """Return how far the nearest boxes of two articles are apart, along the page's edges."""
    return min(
        max(0.0, one.left - other.right, other.left - one.right)
        + max(0.0, one.top - other.bottom, other.top - one.bottom)
        for one in own
        for other in others
    )
