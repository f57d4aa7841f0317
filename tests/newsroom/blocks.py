"""Runs of lines that a vendor's program sees as one block: one role, one article, one column; and their
words.
"""

import re
from dataclasses import dataclass

from newsroom.truth import Box, Line, NewsPage, Role, around

_WORDS = {
    "line": re.compile(r".+"),
    "word": re.compile(r"[!-~]+|[^ ]"),
    "character": re.compile(r"[^ ]"),
}


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Neighbouring lines of a page; ``name`` is its number among the blocks, 1 first."""

    name: int
    role: Role
    article: str
    figure: str
    lines: tuple[Line, ...]

    @property
    def box(self) -> Box:
        """The smallest box around its lines."""
        return around([line.box for line in self.lines])

    @property
    def text(self) -> str:
        """The characters of its lines."""
        return "".join(line.text for line in self.lines)


def blocks(page: NewsPage) -> list[TextBlock]:
    """Return the blocks of a page in the order of reading; every line is in exactly one."""
    runs: list[list[Line]] = []
    for line in page.lines:
        if runs and _together(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    named = enumerate(runs, 1)
    return [TextBlock(name, run[0].role, run[0].article, run[0].figure, tuple(run)) for name, run in named]


def words(line: Line, kind: str) -> list[tuple[int, int]]:
    """Return where the words of a line begin and end: ``line`` is all of it, ``word`` a run of Latin or
    one character.
    """
    return [found.span() for found in _WORDS[kind].finditer(line.text)]


def box_of(line: Line, start: int, end: int) -> Box:
    """Return the box around characters of a line."""
    return around(line.boxes[start:end])


def _together(one: Line, other: Line) -> bool:
    if _kin(one) != _kin(other):
        return False
    gap = one.box.left - other.box.right if one.vertical else other.box.top - one.box.bottom
    return 0 <= gap < 1.5 * one.size and _overlap(one.box, other.box, upright=one.vertical)


def _kin(line: Line) -> tuple[object, ...]:
    return line.role, line.article, line.figure, line.paragraph, line.vertical


def _overlap(one: Box, other: Box, *, upright: bool) -> bool:
    if upright:
        return min(one.bottom, other.bottom) > max(one.top, other.top)
    return min(one.right, other.right) > max(one.left, other.left)
