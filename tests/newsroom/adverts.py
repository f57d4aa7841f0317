"""Prints what is paid for: display advertisements in frames, and small notices one below the other."""

import random
from dataclasses import dataclass, field

from newsroom.plots import Article, Faces, Grid, Plot, Style, slots
from newsroom.prose import Prose
from newsroom.setting import Compositor, SetLine
from newsroom.sheet import Sheet, Type
from newsroom.truth import Face, Figure, Role, Story

_GROUNDS = ("", "", "#f3ead7", "#e6eef2", "#2b3a42")
_DARK = "#2b3a42"


@dataclass(slots=True)
class Display:
    """A display advertisement to be printed into (u, v), ``long`` by ``deep``."""

    sheet: Sheet
    prose: Prose
    chance: random.Random
    name: str
    u: float
    v: float
    long: float
    deep: float
    size: float
    paragraph: int = 0
    texts: list[str] = field(default_factory=list)

    def print(self) -> None:
        """Print frame, ground, slogan, offers and address, and in broad ones a picture; tell the sheet of
        it.
        """
        first = len(self.sheet.lines)
        ground = self.chance.choice(_GROUNDS)
        if ground:
            self.sheet.tint(self.u, self.v, self.long, self.deep, ground)
        self.sheet.frame(self.u, self.v, self.long, self.deep, 0.8)
        ink = "#ffffff" if ground == _DARK else "#111111"
        pictures = self._picture()
        u = self.u + 10 + (0.38 * self.long if pictures else 0.0)
        long = self.u + self.long - 10 - u
        slogan = self._slogan(u, long, ink)
        story = Story(
            self.name, "advertisement", (), headline=slogan, paragraphs=tuple(self.texts), figures=pictures
        )
        self.sheet.tell(story, first)

    def _picture(self) -> tuple[str, ...]:
        if self.long < 20 * self.size or self.deep < 9 * self.size or self.chance.random() < 0.5:
            return ()
        box = self.sheet.place(self.u + 8, self.v + 8, 0.38 * self.long - 8, self.deep - 16)
        name = f"{self.name}-1"
        seed = self.chance.randrange(1 << 30)
        self.sheet.figures.append(Figure(name, box, "advertisement", seed, self.name))
        return (name,)

    def _slogan(self, u: float, long: float, ink: str) -> str:
        slogan = self.prose.fitting("slogan", 12).replace(" ", "")
        size = min(long / (len(slogan) + 0.5), 0.28 * self.deep, 5.0 * self.size)
        offers = self._offers(long, size)
        used = 1.2 * size + sum(1.5 * each for _, each in offers)
        gap = max((self.deep - 16 - used) / (len(offers) + 2), 0.0)
        v = self.v + 8 + gap
        v = self._line(slogan, Role.HEADLINE, size, Face.SANS_BOLD, (u, v, long), ink) + gap
        for text, each in offers:
            v = self._line(text, Role.BODY, each, Face.SANS, (u, v, long), ink) + gap
            self.texts.append(text)
        return slogan

    def _offers(self, long: float, size: float) -> list[tuple[str, float]]:
        room = self.deep - 20 - 1.2 * size
        found: list[tuple[str, float]] = []
        for _ in range(self.chance.randint(4, 8)):
            each = self.size * self.chance.choice((1.0, 1.3, 1.7, 2.2))
            text = self.prose.fitting("offer", int(long / each) - 1)
            if room > 1.7 * each and len(text) * each < long and text not in [told for told, _ in found]:
                found.append((text, each))
                room -= 1.5 * each
        return found

    def _line(
        self, text: str, role: Role, size: float, face: Face, place: tuple[float, float, float], ink: str
    ) -> float:
        u, v, long = place
        set_line = Compositor(text, face, size, vertical=self.sheet.vertical).line(10_000)
        how = Type(role, size, face, self.name, self.paragraph, ink=ink)
        self.sheet.put(set_line, u + (long - set_line.length) / 2, v, how)
        self.paragraph += 1
        return v + 1.35 * size


def notices(sheet: Sheet, grid: Grid, prose: Prose, chance: random.Random, prefix: str, plot: Plot) -> None:
    """Print notices down the columns of a plot, a thin rule after each, as many as there is room for."""
    article = Article(sheet, grid, prose, chance, prefix, plot, Style(), Faces())
    room = slots(article)
    at, count, misses = 0, 0, 0
    while at < len(room) and misses < 12:
        text = prose.write("notice")
        lines = _set(text, grid, vertical=sheet.vertical)
        end = at + len(lines)
        if end > len(room) or room[at][0] != room[end - 1][0]:
            misses += 1
            at = _next_column(room, at) if misses % 4 == 0 else at
            continue
        count += 1
        name, first = f"{prefix}{count}", len(sheet.lines)
        for set_line, (column, v) in zip(lines, room[at:end], strict=True):
            sheet.put(set_line, grid.lefts[column], v, Type(Role.BODY, grid.size, Face.SANS, name))
        sheet.tell(Story(name, "notice", (), paragraphs=(text,)), first)
        column, v = room[end - 1]
        sheet.rule(grid.lefts[column], v + 0.5 * (grid.size + grid.leading), grid.width, 0.3)
        at, misses = end, 0


def _next_column(room: list[tuple[int, float]], at: int) -> int:
    return next((place for place in range(at, len(room)) if room[place][0] != room[at][0]), len(room))


def _set(text: str, grid: Grid, *, vertical: bool) -> list[SetLine]:
    compositor = Compositor(text, Face.SANS, grid.size, vertical=vertical)
    lines = []
    while not compositor.done:
        lines.append(compositor.line(grid.width))
    return lines
