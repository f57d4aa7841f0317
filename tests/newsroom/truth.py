"""What a newspaper page of the newsroom truly holds: lines, articles, figures, in points from its upper
left.
"""

import dataclasses
import datetime
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple


class Box(NamedTuple):
    """A rectangle: in points on a page, in pixels once it is scaled."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends to the right."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def scaled(self, factor: float) -> "Box":
        """Return the same place on a page whose unit is another."""
        return Box(self.left * factor, self.top * factor, self.width * factor, self.height * factor)

    def grown(self, by: float) -> "Box":
        """Return the box with ``by`` more on each side."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


def around(boxes: "list[Box] | tuple[Box, ...]") -> Box:
    """Return the smallest box around all."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    return Box(left, top, max(b.right for b in boxes) - left, max(b.bottom for b in boxes) - top)


class Role(StrEnum):
    """What a printed line is; the names are those of the program where it has one."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    SUBHEAD = "subhead"
    INSET = "inset"
    NOTE = "note"
    CAPTION = "caption"
    CREDIT = "credit"
    TABLE = "table"
    FIGURE = "figure"
    """Lettering inside a figure."""
    JUMP = "jump"
    PAGE_NOTE = "page note"
    MASTHEAD = "masthead"
    FOLIO = "folio"


TITLE_BLOCK = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
RUNNING = frozenset({Role.LEAD, Role.BODY, Role.SUBHEAD})
FURNITURE = frozenset({Role.MASTHEAD, Role.FOLIO, Role.SECTION, Role.PAGE_NOTE})


class Face(StrEnum):
    """A cut of type; the value names the file in resources/fonts."""

    SERIF = "Serif-Regular"
    SERIF_BOLD = "Serif-Bold"
    SANS = "Sans-Regular"
    SANS_BOLD = "Sans-Bold"


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: ``boxes`` holds the em box of every code point of ``text``, spaces too.

    ``article`` and ``figure`` are names, empty where it belongs to none; ``paragraph`` numbers the
    passages of an article. ``leftward`` lines are horizontal and read from the right; ``stretch`` is how
    much wider than high its glyphs are set; ``indented`` begins and ``last`` ends a paragraph; the last
    character of a ``hyphen`` line is one that the word it divides does not have.
    """

    text: str
    box: Box
    boxes: tuple[Box, ...]
    role: Role
    size: float
    face: Face = Face.SERIF
    article: str = ""
    paragraph: int = 0
    figure: str = ""
    vertical: bool = False
    leftward: bool = False
    stretch: float = 1.0
    ink: str = "#111111"
    indented: bool = False
    last: bool = False
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: ``kind`` is photograph, drawing, chart or advertisement; ``seed`` is what it is drawn
    from.
    """

    name: str
    box: Box
    kind: str
    seed: int
    article: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """An article, notice or advertisement: ``genre`` says which; ``lines`` are places in
    ``NewsPage.lines``.
    """

    name: str
    genre: str
    lines: tuple[int, ...]
    section: str = ""
    kicker: str = ""
    headline: str = ""
    deck: str = ""
    bylines: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Jump:
    """A line that sends the reader to another page: ``onward`` to it (下转), else back from it (上接)."""

    article: str
    page: str
    onward: bool
    line: int


@dataclass(frozen=True, slots=True)
class Tint:
    """A patch of ground colour behind an inset or a headline."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class NewsPage:
    """A composed page and all that is true of it; ``lines`` and ``stories`` stand in the order of reading.

    Width, height and all boxes are in points. ``date_text`` and ``number_text`` are as printed.
    """

    seed: int
    layout: str
    width: float
    height: float
    vertical: bool
    title: str
    date: datetime.date
    date_text: str
    number: str
    number_text: str
    sequence: int
    lines: tuple[Line, ...]
    stories: tuple[Story, ...]
    figures: tuple[Figure, ...] = ()
    rulings: tuple[Box, ...] = ()
    tints: tuple[Tint, ...] = ()
    jumps: tuple[Jump, ...] = ()
    paper: str = "#ffffff"
    colour: bool = True

    def story(self, name: str) -> Story:
        """Return the article of that name."""
        return next(story for story in self.stories if story.name == name)

    def lines_of(self, name: str) -> tuple[Line, ...]:
        """Return the lines of an article in the order of reading."""
        return tuple(line for line in self.lines if line.article == name)

    def text(self) -> str:
        """Return every line in the order of reading, one a row."""
        return "\n".join(line.text for line in self.lines)

    def to_json(self) -> str:
        """Return the truth as JSON."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False, default=str)

    def save(self, path: Path) -> None:
        """Write the truth as JSON."""
        path.write_text(self.to_json(), encoding="utf-8")


def load(path: Path) -> NewsPage:
    """Return a page from the JSON that ``save`` wrote."""
    return from_json(path.read_text(encoding="utf-8"))


def from_json(text: str) -> NewsPage:
    """Return the page that ``to_json`` told of."""
    told: dict[str, Any] = json.loads(text)
    told["date"] = datetime.date.fromisoformat(told["date"])
    told["lines"] = tuple(_line(each) for each in told["lines"])
    told["stories"] = tuple(
        Story(**{key: _tuple(value) for key, value in each.items()}) for each in told["stories"]
    )
    told["figures"] = tuple(Figure(**each | {"box": Box(*each["box"])}) for each in told["figures"])
    told["rulings"] = tuple(Box(*each) for each in told["rulings"])
    told["tints"] = tuple(Tint(Box(*each["box"]), each["colour"]) for each in told["tints"])
    told["jumps"] = tuple(Jump(**each) for each in told["jumps"])
    return NewsPage(**told)


def _line(told: dict[str, Any]) -> Line:
    places = {"box": Box(*told["box"]), "boxes": tuple(Box(*each) for each in told["boxes"])}
    return Line(**told | places | {"role": Role(told["role"]), "face": Face(told["face"])})


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
