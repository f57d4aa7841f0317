"""An English page of the 1890s to 1930s: narrow columns between rules, words divided at the ends of lines."""

from newsroom.adverts import notices
from newsroom.heads import running
from newsroom.layouts.order import Order, workbench
from newsroom.makeup import make_up
from newsroom.plan import Ground, plots
from newsroom.plots import Faces, Plot, Style, columns
from newsroom.prose import Era
from newsroom.sheet import Sheet
from newsroom.truth import Face, NewsPage

_WIDTH, _HEIGHT, _MARGIN = 1000.0, 1400.0, 48.0


def compose(order: Order) -> NewsPage:
    """Return the page that is ordered."""
    bench = workbench("latin", order, Sheet(_WIDTH, _HEIGHT), Era.ENGLISH, 8)
    bench.faces = Faces(Face.SERIF, Face.SERIF, Face.SERIF_BOLD, (Face.SERIF_BOLD,), (1.0, 0.9))
    chance = bench.chance
    grid = columns(_MARGIN, _WIDTH - 2 * _MARGIN, chance.randint(5, 7), 9.0, 11.0, 14.0)
    top = running(bench.sheet, bench.head, _MARGIN)
    bottom = top + int((_HEIGHT - _MARGIN - top) / grid.leading) * grid.leading
    last = len(grid.lefts) - 1
    ground = Ground(0, last - 1, top, bottom, grid.leading)
    for place, plot in enumerate(plots(ground, chance.randint(8, 13), chance, 0.15)):
        wide, carried = plot.width, order.carried if place == 1 else None
        style = Style(
            min(3, max(1, 4 - wide)),
            (0, wide - 1),
            deck=wide >= 2 and chance.random() < 0.5,
            byline=chance.random() < 0.3,
            photo=1 if wide >= 3 and chance.random() < 0.3 else 0,
            onward=order.onward if place == 0 else "",
            back=carried.page if carried else "",
            headline=carried.headline if carried else "",
        )
        make_up(bench.article(grid, plot, style))
        if plot.tops[0] > top:
            v = plot.tops[0] - 0.6 * grid.leading
            bench.sheet.rule(grid.lefts[plot.first], v, grid.across(plot.first, plot.last), 0.5)
    notices(bench.sheet, grid, bench.prose, chance, bench.name("n") + "-", Plot(last, (top,), (bottom,)))
    bench.sheet.rule(grid.lefts[last] - grid.gutter / 2, top, 0.5, bottom - top)
    return bench.finish(colour=False)
