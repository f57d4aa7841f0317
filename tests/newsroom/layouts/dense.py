"""A page of the 1950s to 1980s: dense horizontal text in small type, articles walled in by ruling lines."""

from dataclasses import replace

from newsroom.adverts import Display, notices
from newsroom.heads import ear, strip
from newsroom.layouts.order import Order, Workbench, workbench
from newsroom.makeup import boxed, make_up
from newsroom.plan import Ground, plots
from newsroom.plots import Faces, Grid, Plot, Style, columns
from newsroom.prose import Era
from newsroom.sheet import Sheet
from newsroom.truth import Face, NewsPage

_WIDTH, _HEIGHT, _MARGIN = 1085.0, 1540.0, 46.0


def compose(order: Order) -> NewsPage:
    """Return the page that is ordered."""
    bench = workbench("dense", order, Sheet(_WIDTH, _HEIGHT), Era.COLLECTIVE, 4)
    bench.faces = Faces(
        Face.SERIF, Face.SERIF, Face.SANS_BOLD, (Face.SERIF_BOLD, Face.SANS_BOLD), (1.0, 1.0, 0.85, 1.12)
    )
    chance = bench.chance
    size = chance.choice((8.0, 8.5, 9.0))
    grid = columns(_MARGIN, _WIDTH - 2 * _MARGIN, chance.randint(6, 9), size, size * 1.28, 1.7 * size)
    whole, top = _ground(bench, grid)
    paid = (
        chance.randint(14, 22) * grid.leading
        if bench.head.sequence in (3, 4) and chance.random() < 0.8
        else 0.0
    )
    air = grid.leading if paid else 0.0
    grounds = [replace(ground, bottom=ground.bottom - paid - air) for ground in whole]
    share = sum(ground.size for ground in grounds)
    place = 0
    for ground in grounds:
        count = max(1, round(chance.randint(12, 18) * ground.size / share))
        for plot in plots(ground, count, chance, 0.4):
            _article(bench, grid, plot, place)
            _walls(bench, grid, plot, top)
            place += 1
    if paid:
        _paid(bench, grid, whole[0].bottom - paid, whole[0].bottom)
    return bench.finish(colour=False)


def _ground(bench: Workbench, grid: Grid) -> tuple[list[Ground], float]:
    """Print the head of the page; return what is left to divide, and where it begins."""
    last, leading = len(grid.lefts) - 1, grid.leading
    foot = _HEIGHT - _MARGIN
    if bench.head.sequence != 1:
        top = strip(bench.sheet, bench.head, _MARGIN)
        bottom = top + int((foot - top) / leading) * leading
        return [Ground(0, last, top, bottom, leading)], top
    wide = 2 if last < 7 else 3
    top = ear(bench.sheet, bench.head, bench.chance, grid.across(0, wide - 1), _MARGIN)
    bottom = top + int((foot - top) / leading) * leading
    above = bottom - int((bottom - _MARGIN) / leading) * leading
    left = Ground(0, wide - 1, top, bottom, leading)
    return [Ground(wide, last, above, bottom, leading), left], above


def _article(bench: Workbench, grid: Grid, plot: Plot, place: int) -> None:
    chance, wide, lines = bench.chance, plot.width, plot.deep / grid.leading
    carried = bench.order.carried if place == 1 else None
    rank = 0 if place == 0 and wide >= 4 else min(3, max(1, 4 - wide))
    span = wide if wide < 3 or chance.random() < 0.45 else chance.randint(2, wide - 1)
    start = 0 if chance.random() < 0.8 else chance.randint(0, wide - span)
    style = Style(
        rank,
        (start, start + span - 1),
        drop=_drop(bench, grid, lines) if wide >= 3 and rank else 0.0,
        upright=wide >= 2 and plot.straight and lines < 34 and not carried and chance.random() < 0.2,
        kicker=rank < 2 and chance.random() < 0.5,
        deck=rank < 2 and chance.random() < 0.4,
        byline=chance.random() < 0.4,
        inline=chance.random() < 0.2,
        subheads=0.05,
        photo=chance.choice((0, 0, 1, 2)) if wide >= 3 and lines > 28 else 0,
        onward=bench.order.onward if place == 0 else "",
        back=carried.page if carried else "",
        headline=carried.headline if carried else "",
    )
    article = bench.article(grid, plot, style)
    if (
        plot.straight
        and not style.upright
        and wide >= 2
        and lines > 20
        and place
        and not carried
        and chance.random() < 0.15
    ):
        article = boxed(article, wide, 8.0, "")
    make_up(article)


def _drop(bench: Workbench, grid: Grid, lines: float) -> float:
    """Return how far the title stands below text of its own, at times and where there is room."""
    return bench.chance.randint(4, 8) * grid.leading if lines > 40 and bench.chance.random() < 0.15 else 0.0


def _walls(bench: Workbench, grid: Grid, plot: Plot, top: float) -> None:
    """Print rulings above an article and to its right."""
    half = 0.5 * grid.gutter
    for column in range(plot.first, plot.last + 1):
        if plot.top(column) > top + 1:
            u = grid.lefts[column] - (half if column > plot.first else 0.0)
            v = plot.top(column) - 0.6 * grid.leading
            bench.sheet.rule(u, v, grid.right(column) - u, 0.6)
    if plot.last < len(grid.lefts) - 1:
        u, v = grid.right(plot.last) + half, plot.top(plot.last)
        bench.sheet.rule(u, v, 0.6, plot.bottom(plot.last) - v)


def _paid(bench: Workbench, grid: Grid, top: float, bottom: float) -> None:
    last = len(grid.lefts) - 1
    split = last - 2
    bench.sheet.rule(grid.lefts[0], top - 0.5 * grid.leading, grid.across(0, last), 1.0)
    first = 0
    while first < split:
        wide = min(2, split - first)
        u, long = grid.lefts[first], grid.across(first, first + wide - 1)
        place = (u, top, long, bottom - top)
        Display(bench.sheet, bench.prose, bench.chance, bench.name("d"), *place, grid.size).print()
        first += wide
    plot = Plot(split, (top,) * (last - split + 1), (bottom,) * (last - split + 1))
    notices(bench.sheet, grid, bench.prose, bench.chance, bench.name("n") + "-", plot)
