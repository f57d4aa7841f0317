"""Large lines gathered to title blocks: kicker, headline, deck, and the byline below them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from baoguan.domain.article import Role
from baoguan.domain.page import BlockRole
from baoguan.layout.bylines import byline_of, name_byline
from baoguan.layout.labels import is_known
from baoguan.layout.marks import ends_sentence
from baoguan.layout.places.frame import Box, Mark, Sheet, around
from baoguan.layout.places.walls import Walls

_MAIN = 1.28
"""How much larger than the text a headline is."""
_PART = 1.06
_LONGEST = 60
_MUCH, _SOME = 0.85, 0.8
"""How large other lines of a headline are at least, to its largest: as set, as recognised."""
_ROUGH = 1.02
_LATIN_BYLINE = re.compile(r"(?:By|From|Von|Par|Door|Af|Av|Di|Por) +(?:[A-ZÀ-Þ]|our |a |the ).{1,50}$")


@dataclass(slots=True, eq=False)
class Title:
    """A title block: its lines from top to bottom with their roles; ``box`` is around all of them."""

    lines: list[tuple[Mark, Role]] = field(default_factory=list)
    zone: int = 0

    @property
    def box(self) -> Box:
        """The smallest box around its lines."""
        return around(mark for mark, _ in self.lines)

    @property
    def size(self) -> float:
        """The size of its headline."""
        return max(mark.size for mark, _ in self.lines)


def titles_of(
    marks: Iterable[Mark], sheet: Sheet, walls: Walls, zones: dict[int, int]
) -> tuple[list[Title], list[Mark]]:
    """Return the title blocks of a page and the lines that are in none."""
    left = sorted(marks, key=lambda mark: mark.top)
    seeds = sorted((mark for mark in left if _is_main(mark, sheet)), key=lambda mark: (-mark.size, mark.top))
    taken: set[int] = set()
    titles: list[Title] = []
    for seed in seeds:
        if seed.number in taken:
            continue
        block = _grown(seed, left, taken, sheet, walls, zones)
        taken.update(mark.number for mark in block)
        titles.append(Title(_roles(block, seed, sheet.noise), zones.get(seed.number, 0)))
    return titles, [mark for mark in left if mark.number not in taken]


def _is_main(mark: Mark, sheet: Sheet) -> bool:
    if mark.role is BlockRole.HEADING:
        return True
    text = mark.text
    if mark.role is not BlockRole.TEXT or len(text) > _LONGEST or len(text) < 2:
        return False
    letters = sum(char.isalpha() for char in text)
    return (
        mark.size >= max(_MAIN, 1.12 * sheet.noise) * sheet.size and letters >= 2 and 2 * letters >= len(text)
    )


def _grown(
    seed: Mark, marks: Sequence[Mark], taken: set[int], sheet: Sheet, walls: Walls, zones: dict[int, int]
) -> list[Mark]:
    """Return the lines of the title block around its largest line."""
    if seed.turned:
        return _upright_more([seed], marks, taken, zones)
    block = [seed, *_row_of(seed, [mark for mark in marks if mark.number not in taken], walls)]
    for upward in (True, False):
        while True:
            edge = (
                min(block, key=lambda mark: mark.top) if upward else max(block, key=lambda mark: mark.bottom)
            )
            found = _next(edge, seed, block, marks, taken, sheet, walls, zones, upward)
            if found is None:
                break
            block.append(found)
            free = [mark for mark in marks if mark.number not in taken and mark not in block]
            block += _row_of(found, free, walls)
    return _in_rows(block)


def _row_of(mark: Mark, marks: Sequence[Mark], walls: Walls) -> list[Mark]:
    """Return the other pieces of a large line that was read in pieces: as high, as large, close by."""
    row = [mark]
    for found in row:
        row += [
            other
            for other in marks
            if other not in row
            and not other.turned
            and other.role == mark.role
            and 0.75 < other.size / mark.size < 1.33
            and other.abreast(found) > 0.6 * min(other.height, found.height)
            and -0.7 * mark.size < -other.beside(found) < 1.3 * mark.size
            and _is_one(other, found, marks)
            and walls.beside(*sorted((other, found), key=lambda each: each.left)) < 0.5
        ]
    return row[1:]


def _is_one(piece: Mark, other: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether two pieces side by side are one line: they touch, or text below runs across the white.

    Where a gutter goes on below the white, they are headlines of two columns.
    """
    left, right = sorted((piece, other), key=lambda each: each.left)
    if right.left - left.right < 0.1 * left.size:
        return True
    middle = (left.right + right.left) / 2
    below = max(left.bottom, right.bottom)
    near = (
        mark
        for mark in marks
        if mark.size < 0.8 * left.size and -0.5 * mark.size < mark.top - below < 12 * mark.size
    )
    return any(mark.left < middle - mark.size and mark.right > middle + mark.size for mark in near)


def _in_rows(block: Sequence[Mark]) -> list[Mark]:
    """Return lines from top to bottom, those at one height from left to right."""
    rows: list[list[Mark]] = []
    for mark in sorted(block, key=lambda mark: mark.top):
        if rows and mark.abreast(rows[-1][0]) > 0.6 * min(mark.height, rows[-1][0].height):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return [mark for row in rows for mark in sorted(row, key=lambda mark: mark.left)]


def _upright_more(
    block: list[Mark], marks: Sequence[Mark], taken: set[int], zones: dict[int, int]
) -> list[Mark]:
    """Add the other lines of a headline that runs across the lines of the text."""
    seed = block[0]
    for mark in marks:
        near = mark.turned and mark is not seed and mark.number not in taken
        if (
            near
            and mark.size > 0.5 * seed.size
            and 0 <= -mark.beside(seed) < 1.2 * seed.size
            and mark.abreast(seed) > 0.5 * min(mark.height, seed.height)
            and zones.get(mark.number, 0) == zones.get(seed.number, 0)
        ):
            block.append(mark)
    return sorted(block, key=lambda mark: mark.left)


def _next(
    edge: Mark,
    seed: Mark,
    block: Sequence[Mark],
    marks: Sequence[Mark],
    taken: set[int],
    sheet: Sheet,
    walls: Walls,
    zones: dict[int, int],
    upward: bool,
) -> Mark | None:
    """Return the line above or below a title block that belongs to it, if there is one."""
    wide = around(block)
    near: list[tuple[float, Mark]] = []
    for mark in marks:
        if mark.number in taken or mark in block or mark.turned:
            continue
        gap = edge.top - mark.bottom if upward else mark.top - edge.bottom
        if not -0.3 * mark.size <= gap <= 0.9 * max(edge.size, 1.4 * sheet.size):
            continue
        if mark.beside(wide) > 0.3 * min(mark.width, wide.width):
            near.append((gap, mark))
    if not near:
        return None
    gap, found = min(near, key=lambda each: each[0])
    pieces = [found, *_row_of(found, marks, walls)]
    abreast = [mark for _, mark in near if mark not in pieces and mark.abreast(found) > 0.5 * found.size]
    above, below = (found, edge) if upward else (edge, found)
    if abreast or walls.between(above, below) or zones.get(found.number, 0) != zones.get(seed.number, 0):
        return None
    return found if _belongs(found, seed, wide, sheet, upward) else None


def _belongs(mark: Mark, seed: Mark, wide: Box, sheet: Sheet, upward: bool) -> bool:
    if mark.role is BlockRole.HEADING:
        return True
    if mark.role is BlockRole.BYLINE:
        return not upward
    if len(mark.text) > _LONGEST or (mark.size > 1.02 * seed.size and mark.size > _MAIN * sheet.size):
        return False
    centred = abs(mark.middle - seed.middle) < 1.5 * mark.size
    if not upward and signs(mark):
        return centred or mark.width < 0.6 * wide.width
    if mark.size >= _MAIN * sheet.size:
        return not ends_sentence(mark.text)
    inside = wide.left - 3 * mark.size <= mark.left and mark.right <= wide.right + 3 * mark.size
    large = mark.size >= max(_PART, 1.04 * sheet.noise) * sheet.size or mark.bold
    return centred and large and inside and not ends_sentence(mark.text)


def _roles(block: Sequence[Mark], seed: Mark, noise: float) -> list[tuple[Mark, Role]]:
    """Return the lines of a title block with their roles: what is as large as its largest is the headline."""
    least = _MUCH if noise < _ROUGH else _SOME
    main = [at for at, mark in enumerate(block) if mark.size > least * seed.size or _level(mark, seed)]
    found: list[tuple[Mark, Role]] = []
    for at, mark in enumerate(block):
        if main[0] <= at <= main[-1]:
            role = Role.HEADLINE
        elif at == 0 and _labels(mark, block[1]):
            role = Role.SECTION
        elif at < main[0]:
            role = Role.KICKER
        elif mark.role is BlockRole.BYLINE or signs(mark):
            role = Role.BYLINE
        else:
            role = Role.DECK
        found.append((mark, role))
    return found


def signs(mark: Mark) -> bool:
    """Tell whether a line under a headline says who wrote the article."""
    text = mark.text
    return bool(byline_of(text, mark.number) or name_byline(text, mark.number) or _LATIN_BYLINE.match(text))


def _labels(mark: Mark, below: Mark) -> bool:
    """Tell whether the first line of a title block is a column label: short, smaller, of another size."""
    text = mark.text.strip("【】[]「」■□●◆▲★·•—|▌ ")
    return len(text) >= 2 and is_known(text) and mark.size < 0.9 * below.size


def _level(mark: Mark, seed: Mark) -> bool:
    """Tell whether a line of a title block stands in the row of its largest."""
    return mark.abreast(seed) > 0.6 * min(mark.height, seed.height)
