"""A page of the 1930s and 1940s: vertical traditional text in rows, read from the right, headlines beside
it.
"""

from newsroom.adverts import Display, notices
from newsroom.heads import leftward, pillar
from newsroom.layouts.order import Order, Workbench, workbench
from newsroom.makeup import make_up
from newsroom.plan import Ground, plots
from newsroom.plots import Faces, Grid, Plot, Style, columns
from newsroom.prose import Era
from newsroom.sheet import Sheet
from newsroom.truth import Face, NewsPage

_WIDTH, _HEIGHT, _MARGIN = 1100.0, 1560.0, 56.0


def compose(order: Order) -> NewsPage:
    """Return the page that is ordered; the rows of the page are the columns of its grid."""
    bench = workbench("vertical", order, Sheet(_HEIGHT, _WIDTH, vertical=True), Era.REPUBLIC, 4)
    bench.faces = Faces(Face.SERIF, Face.SERIF, Face.SERIF_BOLD, (Face.SERIF_BOLD, Face.SANS_BOLD), (1.0,))
    chance = bench.chance
    size = chance.choice((9.0, 9.5, 10.0))
    grid = columns(_MARGIN, _HEIGHT - 2 * _MARGIN, chance.randint(10, 13), size, size * 1.3, 1.1 * size)
    leftward(bench.sheet, bench.head, _MARGIN)
    last = len(grid.lefts) - 1
    paid = chance.randint(2, 4) if chance.random() < 0.8 else 0
    grounds = _grounds(bench, grid, last - paid)
    share = sum(ground.size for ground in grounds)
    place = 0
    for ground in grounds:
        count = max(1, round(chance.randint(10, 18) * ground.size / share))
        for plot in plots(ground, count, chance, 0.25):
            _article(bench, grid, plot, place)
            place += 1
    _rows(bench, grid, last - paid)
    if paid:
        _paid(bench, grid, last - paid + 1, last)
    return bench.finish(colour=False, paper="#ffffff")


def _grounds(bench: Workbench, grid: Grid, last: int) -> list[Ground]:
    leading = grid.leading
    bottom = _MARGIN + int((_WIDTH - 2 * _MARGIN) / leading) * leading
    if bench.head.sequence != 1:
        return [Ground(0, last, _MARGIN, bottom, leading)]
    rows = 3
    foot = pillar(bench.sheet, bench.head, bench.chance, grid.across(0, rows - 1), _MARGIN)
    top = bottom - int((bottom - foot) / leading) * leading
    return [Ground(0, rows - 1, top, bottom, leading), Ground(rows, last, _MARGIN, bottom, leading)]


def _article(bench: Workbench, grid: Grid, plot: Plot, place: int) -> None:
    chance, wide = bench.chance, plot.width
    rank = 0 if place == 0 and wide >= 5 else (1 if wide >= 4 else 2 if wide >= 2 else 3)
    span = wide if wide < 3 else chance.randint(2, min(wide, 5))
    carried = bench.order.carried if place == 1 else None
    style = Style(
        rank,
        (0, span - 1),
        kicker=wide >= 2 and chance.random() < 0.4,
        deck=wide >= 2 and chance.random() < 0.5,
        byline=wide >= 3 and chance.random() < 0.3,
        inline=chance.random() < 0.15,
        subheads=0.04,
        photo=chance.choice((0, 0, 2)) if wide >= 3 and plot.deep > 30 * grid.leading else 0,
        onward=bench.order.onward if place == 0 else "",
        back=carried.page if carried else "",
        headline=carried.headline if carried else "",
    )
    make_up(bench.article(grid, plot, style))
    if plot.tops[0] > _MARGIN + 1:
        u, v = grid.lefts[plot.first], plot.tops[0] - 0.65 * grid.leading
        bench.sheet.rule(u, v, grid.across(plot.first, plot.last), 0.6)


def _rows(bench: Workbench, grid: Grid, last: int) -> None:
    """Print the thin rulings between rows that no headline stands across, and a frame around the page."""
    half = 0.5 * grid.gutter
    lines = bench.sheet.lines
    for row in range(last):
        y = grid.right(row) + half
        crossing = sorted(
            (line.box.left - 3, line.box.right + 3) for line in lines if line.box.top < y < line.box.bottom
        ) + sorted(
            (f.box.left - 3, f.box.right + 3) for f in bench.sheet.figures if f.box.top < y < f.box.bottom
        )
        x = _MARGIN
        for left, right in [*sorted(crossing), (_WIDTH - _MARGIN, _WIDTH)]:
            if left - x > 12:
                bench.sheet.rule(y, _WIDTH - left, 0.4, left - x)
            x = max(x, right)
    bench.sheet.frame(_MARGIN - 8, _MARGIN - 8, _HEIGHT - 2 * _MARGIN + 16, _WIDTH - 2 * _MARGIN + 16, 1.2)


def _paid(bench: Workbench, grid: Grid, first: int, last: int) -> None:
    """Fill the lowest rows with displays and notices."""
    chance, leading = bench.chance, grid.leading
    bottom = _MARGIN + int((_WIDTH - 2 * _MARGIN) / leading) * leading
    u, long = grid.lefts[first], grid.across(first, last)
    bench.sheet.rule(u - 0.5 * grid.gutter, _MARGIN, 1.0, bottom - _MARGIN)
    v = _MARGIN
    small = bottom - chance.randint(22, 34) * leading
    while v < small - 8 * leading:
        deep = min(chance.randint(9, 18) * leading, small - v)
        place = (u, v, long, deep - 0.4 * leading)
        Display(bench.sheet, bench.prose, chance, bench.name("d"), *place, grid.size).print()
        v += deep
    count = last - first + 1
    notices(
        bench.sheet,
        grid,
        bench.prose,
        chance,
        bench.name("n") + "-",
        Plot(first, (v,) * count, (bottom,) * count),
    )
