"""Where the text of articles is printed, and which text is printed where."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from baoguan.app.print_letters import Letter, box_of, traced
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region, TextLine
from baoguan.domain.records import ArticleRecord, PageContent, PagePrint

_APART = 1.5
"""How many lines' heights apart two lines of one column are at most."""


def regions_of(page_print: PagePrint, record: ArticleRecord, start: int, end: int) -> tuple[Region, ...]:
    """Return where the code points ``start`` to ``end`` of an article are printed: a box a line, in order.

    What a line break or a layout added to the text (white space, a section's name) is printed nowhere.
    """
    runs = _runs(page_print, record, start, end)
    return tuple(box_of(line, first, last) for _, line, first, last in runs)


def places_of(page_print: PagePrint, record: ArticleRecord) -> tuple[tuple[Span, Region], ...]:
    """Return where each printed line of an article stands in its text, and where on the page, in order."""
    return tuple(
        (Span(start, start + last - first), box_of(line, first, last))
        for start, line, first, last in _runs(page_print, record, 0, len(record.article.text))
    )


def article_frame(page_print: PagePrint, record: ArticleRecord) -> tuple[Region, ...]:
    """Return the boxes of an article's columns, its headings' and captions' included."""
    lines = _lines_of(page_print, _numbers(record))
    boxes: list[tuple[Region, TextLine]] = []
    for number in _numbers(record):
        line = lines.get(number)
        if line is None or not line.text.strip():
            continue
        for place, (box, last) in enumerate(boxes):
            if _beside(box, last, line):
                boxes[place] = (box.with_(line.region), line)
                break
        else:
            boxes.append((line.region, line))
    return tuple(box for box, _ in boxes)


def place_at(page_print: PagePrint, content: PageContent, region: Region) -> tuple[ArticleId, Span] | None:
    """Return the text under a region of the page: of the article that most of it is, from first to last.

    None where none is. A point has the character that it is on.
    """
    under = {
        (line.number, at)
        for line in page_print.lines
        if _overlap(line.region, region)
        for at in range(len(line.text))
        if _covers(region, box_of(line, at, at + 1))
    }
    if not under:
        return None
    touched = {number for number, _ in under}
    found: list[tuple[int, ArticleId, Span]] = []
    for record in content.articles:
        if touched.isdisjoint(_numbers(record)):
            continue
        places = [at for at, line, index in _letters(page_print, record) if (line.number, index) in under]
        if places:
            found.append((len(places), record.id, Span(min(places), max(places) + 1)))
    return max(found, key=lambda one: one[0])[1:] if found else None


def _runs(
    page_print: PagePrint, record: ArticleRecord, start: int, end: int
) -> list[tuple[int, TextLine, int, int]]:
    """Return the runs of a text that stand without a gap on one line: place in the text, line, from, to."""
    runs: list[tuple[int, TextLine, int, int]] = []
    for place, line, at in traced(_lines_of(page_print, _numbers(record)), record.article, start, end):
        begun, before, first, last = runs[-1] if runs else (0, None, 0, 0)
        if before is line and last == at and begun + at - first == place:
            runs[-1] = (begun, line, first, at + 1)
        else:
            runs.append((place, line, at, at + 1))
    return runs


def _letters(page_print: PagePrint, record: ArticleRecord) -> Iterator[Letter]:
    article = record.article
    return traced(_lines_of(page_print, _numbers(record)), article, 0, len(article.text))


def _numbers(record: ArticleRecord) -> tuple[int, ...]:
    """Return the source lines of an article in the order of reading, each once."""
    article = record.article
    parts = (article.headings, article.bylines, article.paragraphs, article.figures)
    return tuple(dict.fromkeys(line for printed in parts for part in printed for line in part.source_lines))


def _lines_of(page_print: PagePrint, numbers: Iterable[int]) -> dict[int, TextLine]:
    """Return the lines of these numbers of which the place is known."""
    lines, found = page_print.lines, {}
    for number in numbers:
        place = bisect_left(lines, number, key=lambda line: line.number)
        if place < len(lines) and lines[place].number == number:
            found[number] = lines[place]
    return found


def _beside(box: Region, last: TextLine, line: TextLine) -> bool:
    """Return whether a line goes on in a column: beside its last line, over most of the shorter's length."""
    own, before = line.region, last.region
    if line.vertical != last.vertical:
        return False
    if line.vertical:
        apart = max(before.left - own.right, own.left - before.right)
        shared = min(box.bottom, own.bottom) - max(box.top, own.top)
        return apart <= _APART * max(own.width, before.width) and shared > min(box.height, own.height) / 2
    apart = max(own.top - before.bottom, before.top - own.bottom)
    shared = min(box.right, own.right) - max(box.left, own.left)
    return apart <= _APART * max(own.height, before.height) and shared > min(box.width, own.width) / 2


def _overlap(one: Region, other: Region) -> bool:
    across = one.left <= other.right and other.left <= one.right
    return across and one.top <= other.bottom and other.top <= one.bottom


def _covers(region: Region, box: Region) -> bool:
    """Return whether a region covers the middle of a box, or lies within it."""
    return _holds(region, box) or _holds(box, region)


def _holds(one: Region, other: Region) -> bool:
    """Return whether one region holds the middle of another."""
    across, down = other.left + other.width / 2, other.top + other.height / 2
    return one.left <= across <= one.right and one.top <= down <= one.bottom
