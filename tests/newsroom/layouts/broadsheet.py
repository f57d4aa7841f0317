"""A broadsheet of today: five to eight columns, headlines across them, pictures, white space or rules between articles."""

import datetime
import random

from newsroom.makeup import make_up
from newsroom.plan import Ground, plots
from newsroom.plots import Article, Grid, Plot, Style
from newsroom.prose import Prose
from newsroom.setting import Compositor
from newsroom.sheet import Sheet, Type
from newsroom.truth import Face, NewsPage, Role

_WIDTH, _HEIGHT = 1105.0, 1530.0
_WEEKDAYS = "一二三四五六日"


def compose(seed: int) -> NewsPage:
    """Return a page made up with this seed."""
    chance = random.Random(f"broadsheet {seed}")
    prose = Prose(chance)
    sheet = Sheet(_WIDTH, _HEIGHT)
    date = datetime.date(1998, 1, 1) + datetime.timedelta(days=chance.randrange(10_000))
    number = chance.choice(("A0{}", "{}")).format(chance.randint(2, 8))
    title, date_text, number_text = _folio(sheet, prose, date, number)
    grid = _grid(chance)
    top = 110.0
    bottom = top + int((_HEIGHT - 60 - top) / grid.leading) * grid.leading
    ground = Ground(0, len(grid.lefts) - 1, top, bottom, grid.leading)
    ruled = chance.random() < 0.6
    for place, plot in enumerate(plots(ground, chance.randint(5, 10), chance)):
        make_up(Article(sheet, grid, prose, chance, f"a{place + 1}", plot, _style(plot, place, chance)))
        if ruled:
            _rule_above(sheet, grid, plot, top)
    return NewsPage(
        seed, "broadsheet", sheet.width, sheet.height, False, title, date, date_text, number, number_text,
        int(number.strip("A")), tuple(sheet.lines), tuple(sheet.stories), tuple(sheet.figures), tuple(sheet.rulings),
        tuple(sheet.tints), tuple(sheet.jumps),
    )  # fmt: skip


def _grid(chance: random.Random) -> Grid:
    columns = chance.randint(5, 8)
    size = chance.choice((9.0, 9.5, 10.0))
    gutter = chance.choice((1.5, 2.0)) * size
    room = _WIDTH - 2 * 55.0
    fit = int(((room + gutter) / columns - gutter) / size)
    width = fit * size
    gutter = (room - columns * width) / (columns - 1)
    return Grid(
        tuple(55.0 + place * (width + gutter) for place in range(columns)), width, gutter, size, size * 1.5
    )


def _style(plot: Plot, place: int, chance: random.Random) -> Style:
    columns = len(plot.tops)
    lines = (plot.bottoms[0] - plot.tops[0]) / 14
    rank = 0 if place == 0 and columns >= 4 else min(3, max(1, 4 - columns))
    span = columns if columns < 3 or chance.random() < 0.6 else chance.randint(2, columns - 1)
    start = 0 if chance.random() < 0.8 else chance.randint(0, columns - span)
    photo = chance.choice((0, 1, 2)) if columns >= 3 and lines > 24 else 0
    return Style(rank, (start, start + span - 1), photo=photo, inline=chance.random() < 0.3)


def _folio(sheet: Sheet, prose: Prose, date: datetime.date, number: str) -> tuple[str, str, str]:
    title = prose.write("paper")
    date_text = f"{date.year}年{date.month}月{date.day}日 星期{_WEEKDAYS[date.weekday()]}"
    number_text = f"第{number}版" if number.isdigit() else number
    for text, size, face, u, role in (
        (title, 30.0, Face.SERIF_BOLD, 55.0, Role.MASTHEAD),
        (date_text, 11.0, Face.SANS, 760.0, Role.FOLIO),
        (number_text, 22.0, Face.SANS_BOLD, 985.0, Role.FOLIO),
    ):
        set_line = Compositor(text, face, size).line(600)
        sheet.put(set_line, u, 72.0 - size, Type(role, size, face))
    sheet.rule(55.0, 84.0, _WIDTH - 110, 1.2)
    return title, date_text, number_text


def _rule_above(sheet: Sheet, grid: Grid, plot: Plot, top: float) -> None:
    if plot.tops[0] > top:
        v = plot.tops[0] - 0.6 * grid.leading
        sheet.rule(grid.lefts[plot.first], v, grid.across(plot.first, plot.last), 0.5)
