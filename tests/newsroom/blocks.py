"""Runs of lines that a vendor's program sees as one block: one role, one article, one column."""

from dataclasses import dataclass

from newsroom.truth import Box, Line, NewsPage, Role, around


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Neighbouring lines of a page; ``name`` is its number among the blocks, 1 first, as the files call it."""

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
    return [
        TextBlock(place + 1, run[0].role, run[0].article, run[0].figure, tuple(run))
        for place, run in enumerate(runs)
    ]


def _together(one: Line, other: Line) -> bool:
    same = (one.role, one.article, one.figure, one.paragraph) == (
        other.role,
        other.article,
        other.figure,
        other.paragraph,
    )
    if not same or one.vertical != other.vertical:
        return False
    if one.vertical:
        return 0 <= one.box.left - other.box.right < 1.5 * one.size and _overlap(
            one.box, other.box, upright=True
        )
    return 0 <= other.box.top - one.box.bottom < 1.5 * one.size and _overlap(
        one.box, other.box, upright=False
    )


def _overlap(one: Box, other: Box, *, upright: bool) -> bool:
    if upright:
        return min(one.bottom, other.bottom) > max(one.top, other.top)
    return min(one.right, other.right) > max(one.left, other.left)
