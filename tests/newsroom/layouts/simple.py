"""A small page with a single story."""

from newsroom.heads import folio
from newsroom.layouts.order import Order, workbench
from newsroom.makeup import make_up
from newsroom.plots import Plot, Style, columns
from newsroom.prose import Era
from newsroom.sheet import Sheet
from newsroom.truth import NewsPage

_WIDTH, _HEIGHT, _MARGIN = 595.0, 842.0, 45.0


def compose(order: Order) -> NewsPage:
    """Return the page that is ordered."""
    bench = workbench("simple", order, Sheet(_WIDTH, _HEIGHT), Era.MODERN, 8)
    chance = bench.chance
    count, size = chance.randint(2, 3), chance.choice((9.0, 10.0, 10.5))
    grid = columns(_MARGIN, _WIDTH - 2 * _MARGIN, count, size, size * 1.55, 2.0 * size)
    top = folio(bench.sheet, bench.head, chance, bench.prose.write("sectionname"), _MARGIN)
    bottom = top + int((_HEIGHT - _MARGIN - top) / grid.leading) * grid.leading
    style = Style(
        1,
        (0, count - 1),
        kicker=chance.random() < 0.5,
        deck=chance.random() < 0.5,
        lead=chance.random() < 0.5,
        photo=chance.choice((0, 1, 2)),
        onward=order.onward,
        back=order.carried.page if order.carried else "",
        headline=order.carried.headline if order.carried else "",
    )
    make_up(bench.article(grid, Plot(0, (top,) * count, (bottom,) * count), style))
    return bench.finish()
