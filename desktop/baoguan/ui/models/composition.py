"""A page without an image, composed from its articles so that it looks like a newspaper page."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from baoguan.domain.page import Region
from baoguan.domain.records import PageContent
from baoguan.ui.models.galley import LEADING, Galley, galley
from baoguan.ui.models.makeup import Arrangement, arrange
from baoguan.ui.models.masthead import set_foot, set_masthead
from baoguan.ui.models.plan import GRID, SHAPES, Plan, plan
from baoguan.ui.models.sheet import HEAD_ROOM, LOOSEST, Sheet, set_article, set_section
from baoguan.ui.models.typeset import ArticleFrame, Composition, Tone

_MARGIN = 40.0
_LABEL = 28.0
_BROADSHEET = 1.42
"""Height of a page in widths."""
_GROUP = 6
"""Most articles that are made up together; a longer section is set in several groups."""
_WIDE, _WIDEST = 4, 8
"""Columns an article may run across without looking stretched, and at all."""
_LEAST_COLUMNS, _MOST_COLUMNS = 2, 16


@dataclass(frozen=True, slots=True)
class _Group:
    """Articles of one section that stand together, with its label or without."""

    galleys: tuple[Galley, ...]
    labelled: bool


def compose(content: PageContent) -> Composition:
    """Typeset a page; the same content always gives the same page. Uses fonts, but no window."""
    galleys = [galley(record, number == 0) for number, record in enumerate(content.articles)]
    if not galleys:
        return _empty(content)
    groups = list(_groups(galleys))
    most = _columns(galleys) + 1
    inside = [arrange(len(group.galleys), most, _Ways(group), GRID) for group in groups]

    def ways(number: int, columns: int) -> list[Arrangement]:
        label = _LABEL if groups[number].labelled else 0.0
        return [
            Arrangement(columns, way.low + label, way.high + label, way.cost, piece=number, parts=(way,))
            for way in inside[number].get(columns, [])
        ]

    best = arrange(len(groups), most, ways, GRID)
    chosen, height = _choose(best, max(_LEAST_COLUMNS, most - 2))
    return _set(content, groups, chosen, height)


def _empty(content: PageContent) -> Composition:
    sheet = Sheet()
    width = GRID.width(4)
    top = set_masthead(sheet, content.page, _MARGIN, _MARGIN, width)
    return _finished(sheet, width + 2 * _MARGIN, top + width)


def _groups(galleys: Sequence[Galley]) -> Iterator[_Group]:
    start = 0
    while start < len(galleys):
        name = galleys[start].article.section
        end = start + 1
        while end < len(galleys) and galleys[end].article.section == name:
            end += 1
        pieces = math.ceil((end - start) / _GROUP)
        for number in range(pieces):
            first = start + (end - start) * number // pieces
            last = start + (end - start) * (number + 1) // pieces
            yield _Group(tuple(galleys[first:last]), labelled=name is not None and number == 0)
        start = end


def _columns(galleys: Sequence[Galley]) -> int:
    """Return how many columns make a page of a newspaper's shape."""
    paper = 0.0
    for one in galleys:
        paper += one.depth * LEADING * (GRID.column + GRID.gutter)
        paper += one.prominence * 2.2 * GRID.width(2) + len(one.captions) * GRID.width(2) ** 2 * 0.7
    wide = math.sqrt(paper * 1.08 / _BROADSHEET)
    columns = round((wide + GRID.gutter) / (GRID.column + GRID.gutter))
    return min(_MOST_COLUMNS, max(_LEAST_COLUMNS, columns))


class _Ways:
    """How each article of a group may be set: the leaves of its make-up."""

    def __init__(self, group: _Group) -> None:
        self._galleys = group.galleys

    def __call__(self, number: int, columns: int) -> list[Arrangement]:
        """Return the ways to set one article in a number of columns."""
        if columns > _WIDEST:
            return []
        text = self._galleys[number]
        small = plan(text, columns, SHAPES[0])
        large = plan(text, columns, SHAPES[-1]) if text.captions else small
        high = large.head_height + HEAD_ROOM + large.depth * LEADING * LOOSEST
        way = Arrangement(columns, small.height, high, _cost(text, small), piece=number)
        return [way]


def _cost(text: Galley, chosen: Plan) -> float:
    """Return what is wrong with a plan, in square units of paper."""
    column = GRID.column * LEADING
    area = GRID.width(chosen.columns) * chosen.height
    cost = chosen.empty * column
    if chosen.depth < 6:
        cost += (6 - chosen.depth) * 0.6 * column * chosen.columns
    if chosen.depth > 50:
        cost += (chosen.depth - 50) * 0.25 * column * chosen.columns
    cost += area * 0.07 * max(0, chosen.columns - _WIDE)
    largest = max((line.size for line in chosen.head), default=text.prominence)
    return cost + area * 0.12 * max(0.0, 1 - largest / text.prominence)


def _choose(best: dict[int, list[Arrangement]], fewest: int) -> tuple[Arrangement, float]:
    """Return the arrangement and the height that make the best page."""
    found: list[tuple[float, int, Arrangement, float]] = []
    widths = [columns for columns, ways in best.items() if ways]
    for columns in [wide for wide in widths if wide >= fewest] or widths:
        width = GRID.width(columns)
        for number, way in enumerate(best[columns]):
            height = min(max(width * _BROADSHEET - 120, way.low), way.high)
            shape = abs(math.log((height + 120) / width / _BROADSHEET))
            found.append((way.cost / (width * height) + 0.35 * shape, columns * 100 + number, way, height))
    _, _, way, height = min(found, key=lambda one: one[:2])
    return way, height


def _set(content: PageContent, groups: Sequence[_Group], chosen: Arrangement, height: float) -> Composition:
    sheet = Sheet()
    width = GRID.width(chosen.columns)
    top = set_masthead(sheet, content.page, _MARGIN, _MARGIN - 8, width)
    _place(sheet, groups, None, chosen, Region(_MARGIN, top, width, height))
    foot = set_foot(sheet, [note.text for note in content.notes], _MARGIN, top + height + 14, width)
    return _finished(sheet, width + 2 * _MARGIN, foot + _MARGIN - 14)


def _finished(sheet: Sheet, width: float, height: float) -> Composition:
    return Composition(
        width, height, tuple(sheet.frames), tuple(sheet.lines), tuple(sheet.figures), tuple(sheet.fills)
    )


def _place(
    sheet: Sheet, groups: Sequence[_Group], group: _Group | None, way: Arrangement, box: Region
) -> None:
    """Set an arrangement in a box, and what parts its articles."""
    if way.cut == "across":
        upper, lower = _across(way, box)
        _place(sheet, groups, group, way.parts[0], upper)
        sheet.fill(box.left, upper.top + upper.height + GRID.gap / 2, box.width, 0.8, Tone.RULE)
        _place(sheet, groups, group, way.parts[1], lower)
    elif way.cut == "between":
        wide = GRID.width(way.parts[0].columns)
        _place(sheet, groups, group, way.parts[0], replace(box, width=wide))
        sheet.fill(box.left + wide + GRID.gutter / 2, box.top, 0.8, box.height, Tone.RULE)
        left = box.left + wide + GRID.gutter
        _place(
            sheet, groups, group, way.parts[1], replace(box, left=left, width=box.width - wide - GRID.gutter)
        )
    elif group is None:
        _place_group(sheet, groups, way, box)
    else:
        text = group.galleys[way.piece]
        set_article(sheet, text, way.columns, (box.left, box.top), box.height)
        sheet.frames.append(ArticleFrame(text.id, text.article.headline, (box,)))


def _place_group(sheet: Sheet, groups: Sequence[_Group], way: Arrangement, box: Region) -> None:
    group = groups[way.piece]
    if group.labelled:
        set_section(sheet, group.galleys[0], way.columns, (box.left, box.top))
        box = replace(box, top=box.top + _LABEL, height=box.height - _LABEL)
    _place(sheet, groups, group, way.parts[0], box)


def _across(way: Arrangement, box: Region) -> tuple[Region, Region]:
    """Share a height among two arrangements, the spare according to how much each can take."""
    upper, lower = way.parts
    spare = box.height - way.low
    take = (upper.high - upper.low, lower.high - lower.low)
    share = take[0] / sum(take) if sum(take) > 0 else 0.5
    if spare > sum(take):
        share = upper.low / (upper.low + lower.low)
    height = upper.low + spare * share
    rest = box.top + height + GRID.gap
    return replace(box, height=height), replace(box, top=rest, height=box.height - height - GRID.gap)
