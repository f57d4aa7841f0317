"""A service page of today: articles beside a table, a weather box and a list."""

from newsroom.adverts import notices
from newsroom.heads import folio
from newsroom.layouts.order import Order, Workbench, workbench
from newsroom.makeup import make_up
from newsroom.panels import listing, table, weather
from newsroom.plan import Ground, plots
from newsroom.plots import Grid, Plot, Style, columns
from newsroom.prose import Era
from newsroom.sheet import Sheet
from newsroom.truth import NewsPage

_WIDTH, _HEIGHT, _MARGIN = 780.0, 1100.0, 44.0


def compose(order: Order) -> NewsPage:
    """Return the page that is ordered."""
    bench = workbench("mixed", order, Sheet(_WIDTH, _HEIGHT), Era.MODERN, 8)
    chance = bench.chance
    size = chance.choice((8.5, 9.0))
    grid = columns(_MARGIN, _WIDTH - 2 * _MARGIN, chance.randint(4, 5), size, size * 1.5, 1.7 * size)
    top = folio(bench.sheet, bench.head, chance, bench.prose.write("sectionname"), _MARGIN)
    lines = int((_HEIGHT - _MARGIN - top) / grid.leading)
    middle = top + int(lines * chance.uniform(0.45, 0.6)) * grid.leading
    bottom = top + lines * grid.leading
    ground = Ground(0, len(grid.lefts) - 1, top, middle - grid.leading, grid.leading)
    for place, plot in enumerate(plots(ground, chance.randint(2, 4), chance)):
        _article(bench, grid, plot, place)
    bench.sheet.rule(grid.lefts[0], middle - 0.6 * grid.leading, grid.across(0, ground.last), 0.8)
    _panels(bench, grid, middle, bottom)
    return bench.finish()


def _article(bench: Workbench, grid: Grid, plot: Plot, place: int) -> None:
    chance, wide = bench.chance, plot.width
    carried = bench.order.carried if place == 0 else None
    style = Style(
        min(3, max(1, 4 - wide)),
        (0, wide - 1),
        byline=chance.random() < 0.8,
        photo=1 if wide >= 3 and chance.random() < 0.5 else 0,
        section=bench.prose.write("sectionname") if chance.random() < 0.2 else "",
        onward=bench.order.onward if place == 0 else "",
        back=carried.page if carried else "",
        headline=carried.headline if carried else "",
    )
    make_up(bench.article(grid, plot, style))


def _panels(bench: Workbench, grid: Grid, top: float, bottom: float) -> None:
    """Print the table over two columns, the forecast below it, a list and notices in the others."""
    chance, sheet, prose = bench.chance, bench.sheet, bench.prose
    step = grid.leading
    forecast = bottom - 10 * step
    table(sheet, grid, prose, chance, bench.name("t"), Plot(0, (top,) * 2, (forecast - 1.5 * step,) * 2))
    weather(sheet, grid, prose, chance, bench.name("w"), Plot(0, (forecast,) * 2, (bottom,) * 2))
    half = top + int((bottom - top) / step / 2) * step
    wide = len(grid.lefts) - 2
    listing(sheet, grid, prose, chance, bench.name("l"), Plot(2, (top,) * wide, (half - step,) * wide))
    sheet.rule(grid.lefts[2], half - 0.5 * step, grid.across(2, len(grid.lefts) - 1), 0.5)
    notices(sheet, grid, prose, chance, bench.name("n") + "-", Plot(2, (half,) * wide, (bottom,) * wide))
