"""Holds a page as it was read against what is printed on it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reading_metrics import Found, Share, bare, characters, matched, pairs, successions, without_marks

from baoguan.domain.article import Article, PageLayout
from baoguan.domain.article import Role as Part
from baoguan.domain.page import PageScan, TextLine
from newsroom import Line, NewsPage, Role
from newsroom.truth import RUNNING

_CELL = 40.0
_NEAR = 3.0
Lead = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Score:
    """What came out for one page or, added up, for several."""

    characters: Share
    without_marks: Share
    order: Share
    articles: Found
    headlines: Found
    authors: Found
    captions: Found

    def __add__(self, other: "Score") -> "Score":
        parts = (getattr(self, name) + getattr(other, name) for name in self.__slots__)
        return Score(*parts)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A character read: where along its printed line it stands, and the number of the line it was read in."""

    along: float
    character: str
    number: int


class _Places:
    """Finds the printed line that a point of the page stands on."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = list(lines)
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for place, line in enumerate(self.lines):
            box = line.box.grown(_NEAR)
            for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
                for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
                    self._cells[column, row].append(place)

    def at(self, x: float, y: float) -> int | None:
        """Return the place of the line that the point stands on or next to."""
        near = self._cells.get((int(x // _CELL), int(y // _CELL)), [])
        off = [(self._off(self.lines[place], x, y), place) for place in near]
        best = min(off, default=(_NEAR + 1, 0))
        return best[1] if best[0] <= _NEAR else None

    def _off(self, line: Line, x: float, y: float) -> float:
        box = line.box
        return max(box.left - x, x - box.right, box.top - y, y - box.bottom, 0.0)


def score(page: NewsPage, scan: PageScan, layout: PageLayout, lead: Lead) -> Score:
    """Return how well a page was read; ``lead`` takes pixels of the scan to points of the page."""
    marks, extra = _marks(page, scan, lead)
    read = [_text(marks.get(place, [])) for place in range(len(page.lines))]
    told_by = {
        place: Counter(mark.number for mark in found).most_common(1)[0][0] for place, found in marks.items()
    }
    articles, order = _told(layout, told_by, marks)
    lines = [(line.text, text) for line, text in zip(page.lines, read, strict=True)]
    return Score(
        characters([(bare(line), bare(text)) for line, text in lines], extra),
        characters([(without_marks(line), without_marks(text)) for line, text in lines]),
        successions(_running(page), [place for place in order if page.lines[place].role in RUNNING]),
        pairs({place: line.article or None for place, line in enumerate(page.lines)}, articles),
        _headlines(page, layout),
        _authors(page, layout),
        _captions(page, layout),
    )


def _marks(page: NewsPage, scan: PageScan, lead: Lead) -> tuple[dict[int, list[_Mark]], int]:
    """Return the characters read on each printed line, and how many stand on none."""
    places = _Places(page.lines)
    marks: dict[int, list[_Mark]] = defaultdict(list)
    extra = 0
    for block in scan.blocks:
        for line in block.printed:
            for character, x, y in _standing(line):
                point = lead(x, y)
                place = places.at(*point)
                if place is None:
                    extra += bool(bare(character))
                    continue
                printed = places.lines[place]
                along = point[1] if printed.vertical else -point[0] if printed.leftward else point[0]
                marks[place].append(_Mark(along, character, line.number))
    return marks, extra


def _standing(line: TextLine) -> Iterator[tuple[str, float, float]]:
    """Yield each character of a line read with the middle of where it stands."""
    region, count = line.region, len(line.text)
    begin, end = (region.top, region.bottom) if line.vertical else (region.left, region.right)
    cuts = line.cuts or tuple(begin + (end - begin) * place / count for place in range(count + 1))
    middle = region.left + region.width / 2 if line.vertical else region.top + region.height / 2
    for place, character in enumerate(line.text):
        along = (cuts[place] + cuts[place + 1]) / 2
        yield (character, middle, along) if line.vertical else (character, along, middle)


def _text(marks: list[_Mark]) -> str:
    return "".join(mark.character for mark in sorted(marks, key=lambda mark: mark.along))


def _running(page: NewsPage) -> list[list[int]]:
    texts: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(page.lines):
        if line.article and line.role in RUNNING:
            texts[line.article].append(place)
    return list(texts.values())


def _told(
    layout: PageLayout, told_by: dict[int, int], marks: dict[int, list[_Mark]]
) -> tuple[dict[int, int | None], list[int]]:
    """Return the article of each printed line, and the printed lines in order, both as the layout tells."""
    holds: dict[int, list[int]] = defaultdict(list)
    for place, number in told_by.items():
        holds[number].append(place)
    articles: dict[int, int | None] = {}
    order: list[int] = []
    for name, article in enumerate(layout.articles):
        for number in dict.fromkeys(_numbers(article)):
            for place in sorted(holds[number], key=lambda place: min(mark.along for mark in marks[place])):
                if place not in articles:
                    articles[place] = name
                    order.append(place)
    return articles, order


def _numbers(article: Article) -> Iterator[int]:
    """Yield the source lines of an article."""
    for part in (*article.headings, *article.bylines, *article.paragraphs, *article.figures):
        yield from part.source_lines


def _headlines(page: NewsPage, layout: PageLayout) -> Found:
    told = []
    for article in layout.articles:
        told.append("".join(heading.text for heading in article.headings if heading.role is Part.HEADLINE))
    true = [story.headline for story in page.stories if story.genre == "article"]
    return matched(true, told, [story.headline for story in page.stories if story.genre != "article"])


def _authors(page: NewsPage, layout: PageLayout) -> Found:
    told = [name for article in layout.articles for byline in article.bylines for name in byline.names]
    true = [name for story in page.stories for name in story.authors]
    photographers = [line.text for line in page.lines if line.role is Role.CREDIT]
    return matched(true, told, photographers)


def _captions(page: NewsPage, layout: PageLayout) -> Found:
    figures = [*layout.figures, *(figure for article in layout.articles for figure in article.figures)]
    return matched(
        [figure.caption for figure in page.figures if figure.caption], [each.caption for each in figures]
    )
