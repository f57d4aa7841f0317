"""What a layout is asked for, and how it hands over a page."""

import random
from dataclasses import dataclass, field

from newsroom.heads import Head, head_of
from newsroom.plots import Article, Faces, Grid, Plot, Style
from newsroom.prose import Era, Prose
from newsroom.setting import Compositor
from newsroom.sheet import Sheet, Type
from newsroom.truth import Face, NewsPage, Role


@dataclass(frozen=True, slots=True)
class Carried:
    """An article that began on another page: its name, its headline, and where it comes from."""

    name: str
    headline: str
    page: str


@dataclass(frozen=True, slots=True)
class Order:
    """A page to compose: its seed; in an issue also its place, its head, where its first article goes on,
    what it takes over.
    """

    seed: int
    sequence: int = 0
    head: Head | None = None
    onward: str = ""
    carried: Carried | None = None


@dataclass(slots=True)
class Workbench:
    """A page in the making: the sheet, who writes, the dice, and the names given so far."""

    layout: str
    order: Order
    sheet: Sheet
    prose: Prose
    chance: random.Random
    head: Head
    faces: Faces = field(default_factory=Faces)
    named: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def name(self, kind: str = "a") -> str:
        """Return the next name of a kind on this page: p3a1."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"p{self.head.sequence}{kind}{self.counts[kind]}"

    def article(self, grid: Grid, plot: Plot, style: Style) -> Article:
        """Return an article to be made up in a plot."""
        carried = self.order.carried if style.back else None
        name = carried.name if carried else self.name()
        return Article(self.sheet, grid, self.prose, self.chance, name, plot, style, self.faces)

    def page_note(self, u: float, v: float, size: float) -> None:
        """Print a line about the whole page."""
        text = self.prose.fill(self.prose.chance.choice(self.prose.phrases("pagenote")))
        set_line = Compositor(text, Face.SANS, size, vertical=self.sheet.vertical).line(10_000)
        self.sheet.put(set_line, u, v, Type(Role.PAGE_NOTE, size, Face.SANS))

    def finish(self, *, colour: bool = True, paper: str = "#ffffff") -> NewsPage:
        """Return the page as it is now."""
        sheet, head = self.sheet, self.head
        return NewsPage(
            seed=self.order.seed,
            layout=self.layout,
            width=sheet.width,
            height=sheet.height,
            vertical=sheet.vertical,
            title=head.title,
            date=head.date,
            date_text=head.date_text,
            number=head.number,
            number_text=head.number_text,
            sequence=head.sequence,
            lines=tuple(sheet.lines),
            stories=tuple(sheet.stories),
            figures=tuple(sheet.figures),
            rulings=tuple(sheet.rulings),
            tints=tuple(sheet.tints),
            jumps=tuple(sheet.jumps),
            paper=paper,
            colour=colour,
        )


def workbench(layout: str, order: Order, sheet: Sheet, era: Era, last: int) -> Workbench:
    """Return a workbench whose dice are those of the layout and the seed; pages are numbered up to
    ``last``.
    """
    chance = random.Random(f"{layout} {order.seed} {order.sequence}")
    prose = Prose(chance, era)
    head = order.head or head_of(prose, chance, order.sequence or chance.randint(1, last))
    return Workbench(layout, order, sheet, prose, chance, head)
