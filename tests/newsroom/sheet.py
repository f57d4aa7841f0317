"""An empty page that type, pictures and rulings are put on; one that is set vertically is laid out lying
on its side.

Places on a sheet are (u, v): u runs along a line of type, v from line to line. On a horizontal page that
is x and y; on a vertical page u runs down and v from the right edge to the left, so that the same make-up
serves both: columns become rows of upright lines, and a headline above its text becomes one to the right
of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsroom.faces import ASCENT
from newsroom.setting import SetLine
from newsroom.truth import RUNNING, Box, Face, Figure, Jump, Line, Role, Story, Tint, around


@dataclass(frozen=True, slots=True)
class Type:
    """How a line is set: role, cut, size in points, and whose it is."""

    role: Role
    size: float
    face: Face = Face.SERIF
    article: str = ""
    paragraph: int = 0
    figure: str = ""
    stretch: float = 1.0
    ink: str = "#111111"


@dataclass(slots=True)
class Sheet:
    """Collects what is printed; ``long`` is the extent of u, ``deep`` that of v, in points."""

    long: float
    deep: float
    vertical: bool = False
    lines: list[Line] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    rulings: list[Box] = field(default_factory=list)
    tints: list[Tint] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)

    @property
    def width(self) -> float:
        """The page's width as it is read."""
        return self.deep if self.vertical else self.long

    @property
    def height(self) -> float:
        """The page's height as it is read."""
        return self.long if self.vertical else self.deep

    def place(self, u: float, v: float, long: float, deep: float) -> Box:
        """Return where a rectangle of the sheet stands on the page."""
        if self.vertical:
            return Box(self.deep - v - deep, u, deep, long)
        return Box(u, v, long, deep)

    def put(self, set_line: SetLine, u: float, v: float, how: Type, *, upright: bool = False) -> None:
        """Print a line of type whose em boxes begin at (u, v); ``upright`` sets it down a horizontal page."""
        if not set_line.text:
            return
        placed = zip(set_line.starts, set_line.widths, strict=True)
        if upright:
            boxes = tuple(Box(u, v + start, how.size, wide) for start, wide in placed)
        else:
            boxes = tuple(self.place(u + start, v, wide, how.size) for start, wide in placed)
        self._print(set_line, boxes, how, vertical=self.vertical or upright)

    def put_leftward(self, set_line: SetLine, right: float, top: float, how: Type) -> None:
        """Print a horizontal line that is read from the right, on a page of either kind, from its right
        end.
        """
        placed = zip(set_line.starts, set_line.widths, strict=True)
        boxes = tuple(Box(right - start - wide, top, wide, how.size) for start, wide in placed)
        self._print(set_line, boxes, how, vertical=False, leftward=True)

    def _print(
        self, set_line: SetLine, boxes: tuple[Box, ...], how: Type, *, vertical: bool, leftward: bool = False
    ) -> None:
        self.lines.append(
            Line(
                text=set_line.text,
                box=around(boxes),
                boxes=boxes,
                role=how.role,
                size=how.size,
                face=how.face,
                article=how.article,
                paragraph=how.paragraph,
                figure=how.figure,
                vertical=vertical,
                leftward=leftward,
                stretch=how.stretch,
                ink=how.ink,
                indented=set_line.starts[0] > 0.5 * how.size and how.role in RUNNING,
                last=set_line.last,
                hyphen=set_line.hyphen,
            )
        )

    def rule(self, u: float, v: float, long: float, deep: float) -> None:
        """Print a ruling line (or a thin bar)."""
        self.rulings.append(self.place(u, v, long, deep))

    def frame(self, u: float, v: float, long: float, deep: float, weight: float = 0.6) -> None:
        """Print four rulings around a rectangle."""
        self.rule(u, v, long, weight)
        self.rule(u, v + deep - weight, long, weight)
        self.rule(u, v, weight, deep)
        self.rule(u + long - weight, v, weight, deep)

    def tint(self, u: float, v: float, long: float, deep: float, colour: str) -> None:
        """Print a patch of ground colour, below everything else."""
        self.tints.append(Tint(self.place(u, v, long, deep), colour))

    def tell(self, story: Story, first: int) -> None:
        """Take in an article whose lines are those printed from ``first`` on that bear its name."""
        own = (place for place in range(first, len(self.lines)) if self.lines[place].article == story.name)
        self.stories.append(replace(story, lines=tuple(own)))


def baseline(line: Line) -> float:
    """Return the baseline of a horizontal line on its page, in points."""
    return line.box.top + ASCENT * line.size


def texts(lines: Iterable[Line]) -> str:
    """Return the characters of lines, joined as they are read."""
    return "".join(line.text for line in lines)
