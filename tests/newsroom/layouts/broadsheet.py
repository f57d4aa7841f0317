"""A broadsheet of today: five to eight columns, headlines across them, pictures, boxes, advertisements at
the foot.
"""

from dataclasses import replace

from newsroom.adverts import Display, notices
from newsroom.heads import folio, masthead
from newsroom.layouts.order import Order, Workbench, workbench
from newsroom.makeup import boxed, make_up
from newsroom.plan import Ground, plots
from newsroom.plots import Faces, Grid, Plot, Style, columns
from newsroom.prose import Era
from newsroom.sheet import Sheet
from newsroom.truth import NewsPage

_WIDTH, _HEIGHT, _MARGIN = 1105.0, 1530.0, 52.0
_GROUNDS = ("", "", "#f2f2f2", "#f6f0e4", "#eaf1f5")


def compose(order: Order) -> NewsPage:
    """Return the page that is ordered."""
    bench = workbench("broadsheet", order, Sheet(_WIDTH, _HEIGHT), Era.MODERN, 8)
    bench.faces = Faces(red=True)
    chance = bench.chance
    size = chance.choice((9.0, 9.5, 10.0))
    grid = columns(_MARGIN, _WIDTH - 2 * _MARGIN, chance.randint(5, 8), size, size * 1.5, 1.8 * size)
    top = _top(bench)
    foot = _HEIGHT - _MARGIN - size
    if chance.random() < 0.35:
        bench.page_note(_MARGIN, foot, size)
        foot -= grid.leading
    lines = int((foot - top) / grid.leading)
    paid = chance.randint(13, 20) if chance.random() < 0.55 else 0
    bottom = top + (lines - paid) * grid.leading
    ground = Ground(0, len(grid.lefts) - 1, top, bottom - (grid.leading if paid else 0), grid.leading)
    ruled = chance.random() < 0.6
    for place, plot in enumerate(plots(ground, chance.randint(5, 9), chance)):
        _article(bench, grid, plot, place)
        if ruled and plot.tops[0] > top:
            v = plot.tops[0] - 0.62 * grid.leading
            bench.sheet.rule(grid.lefts[plot.first], v, grid.across(plot.first, plot.last), 0.5)
    if paid:
        _paid(bench, grid, bottom, top + lines * grid.leading)
    return bench.finish()


def _top(bench: Workbench) -> float:
    if bench.head.sequence == 1:
        return masthead(bench.sheet, bench.head, bench.chance, _MARGIN)
    return folio(bench.sheet, bench.head, bench.chance, bench.prose.write("sectionname"), _MARGIN)


def _article(bench: Workbench, grid: Grid, plot: Plot, place: int) -> None:
    style = _style(bench, plot, place, plot.deep / grid.leading)
    article = bench.article(grid, plot, style)
    if plot.straight and plot.width >= 2 and place and not style.back and bench.chance.random() < 0.25:
        count = max(plot.width - bench.chance.randint(0, 1), 1)
        article = boxed(article, count, 9.0, bench.chance.choice(_GROUNDS))
    make_up(article)


def _style(bench: Workbench, plot: Plot, place: int, lines: float) -> Style:
    chance, wide = bench.chance, plot.width
    rank = 0 if place == 0 and wide >= 4 else min(3, max(1, 4 - wide))
    span = wide if wide < 3 or chance.random() < 0.6 else chance.randint(2, wide - 1)
    return replace(
        Style(rank, (0, span - 1)),
        kicker=rank < 2 and chance.random() < 0.7,
        deck=rank < 2 and chance.random() < 0.6,
        byline=chance.random() < 0.9,
        inline=chance.random() < 0.3,
        lead=rank == 0 and chance.random() < 0.7,
        photo=chance.choice((0, 1, 2)) if wide >= 3 and lines > 24 else 0,
        inset=1 if wide >= 3 and lines > 34 and chance.random() < 0.35 else 0,
        section=bench.prose.write("sectionname") if chance.random() < 0.15 else "",
        onward=bench.order.onward if place == 0 else "",
        back=bench.order.carried.page if place == 1 and bench.order.carried else "",
        headline=bench.order.carried.headline if place == 1 and bench.order.carried else "",
    )


def _paid(bench: Workbench, grid: Grid, top: float, bottom: float) -> None:
    """Fill the foot of the page with displays and, at times, small notices in the last columns."""
    chance, last = bench.chance, len(grid.lefts) - 1
    bench.sheet.rule(grid.lefts[0], top - 0.6 * grid.leading, grid.across(0, last), 1.0)
    small = chance.randint(1, 3) if chance.random() < 0.6 else 0
    first = 0
    while first <= last - small:
        wide = min(chance.randint(2, 4), last - small - first + 1)
        u, long = grid.lefts[first], grid.across(first, first + wide - 1)
        place = (u, top, long, bottom - top - 0.3 * grid.leading)
        Display(bench.sheet, bench.prose, chance, bench.name("d"), *place, grid.size).print()
        first += wide
    if small:
        plot = Plot(last - small + 1, (top,) * small, (bottom,) * small)
        notices(bench.sheet, grid, bench.prose, chance, bench.name("n") + "-", plot)
