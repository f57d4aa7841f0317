"""Prints tables, weather boxes and lists: rows and cells instead of running text."""

import random

from newsroom.plots import Grid, Plot
from newsroom.prose import Prose
from newsroom.setting import Compositor
from newsroom.sheet import Sheet, Type
from newsroom.truth import Face, Role, Story

_TABLES = (
    ("主要农产品批发价格", ("品名", "今日价", "昨日价", "涨跌"), "crop"),
    ("各区县前三季度经济指标", ("地区", "总产值", "增速", "位次"), "place"),
    ("联赛积分榜", ("球队", "场次", "胜", "积分"), "company"),
    ("国内客运航班时刻", ("目的地", "开", "到", "票价"), "place"),
)


def table(sheet: Sheet, grid: Grid, prose: Prose, chance: random.Random, name: str, plot: Plot) -> None:
    """Print a ruled table with its title into a plot; each row is a line of cells with white between."""
    first = len(sheet.lines)
    title, heads, kind = chance.choice(_TABLES)
    u, wide = grid.lefts[plot.first], grid.across(plot.first, plot.last)
    v = _centred(
        sheet, title, (u, plot.tops[0], wide), Type(Role.HEADLINE, grid.size * 1.7, Face.SANS_BOLD, name)
    )
    step = grid.leading * 1.15
    rows = max(int((plot.bottoms[0] - v) / step), 2)
    shares = (0.0, 0.46, 0.66, 0.84)
    texts = []
    for row in range(rows):
        cells = (
            heads if row == 0 else (prose.fitting(kind, 6), *(_figure(chance, head) for head in heads[1:]))
        )
        sheet.rule(u, v - 0.2 * grid.leading, wide, 0.8 if row < 2 else 0.25)
        for cell, share in zip(cells, shares, strict=True):
            how = Type(Role.TABLE, grid.size, Face.SANS_BOLD if row == 0 else Face.SANS, name, row + 1)
            sheet.put(Compositor(cell, how.face, how.size).line(10_000), u + 4 + share * wide, v, how)
        texts.append("".join(cells))
        v += step
    sheet.rule(u, v - 0.2 * grid.leading, wide, 0.8)
    sheet.tell(Story(name, "table", (), headline=title, paragraphs=tuple(texts)), first)


def _figure(chance: random.Random, head: str) -> str:
    if head in ("场次", "胜", "积分", "位次"):
        return str(chance.randint(1, 40))
    if head in ("开", "到"):
        return f"{chance.randint(6, 23)}:{chance.randint(10, 59)}"
    number = chance.uniform(0.5, 980)
    return f"{number / 20:.1f}%" if head in ("增速", "涨跌") else f"{number:.2f}"


def weather(sheet: Sheet, grid: Grid, prose: Prose, chance: random.Random, name: str, plot: Plot) -> None:
    """Print a boxed forecast on a ground of its own."""
    first = len(sheet.lines)
    u, wide = grid.lefts[plot.first], grid.across(plot.first, plot.last)
    top, deep = plot.tops[0], plot.bottoms[0] - plot.tops[0]
    sheet.tint(u, top, wide, deep, "#e6eef2")
    sheet.frame(u, top, wide, deep)
    how = Type(Role.HEADLINE, grid.size * 1.6, Face.SANS_BOLD, name)
    v = _centred(sheet, "天气预报", (u, top + 6, wide), how)
    texts: list[str] = []
    for text in chance.sample(prose.phrases("weather"), len(prose.phrases("weather"))):
        filled = prose.fill(text)
        compositor = Compositor(filled, Face.SANS, grid.size)
        lines = []
        while not compositor.done:
            lines.append(compositor.line(wide - 12))
        if v + len(lines) * grid.leading > top + deep - 4:
            break
        texts.append(filled)
        for set_line in lines:
            sheet.put(set_line, u + 6, v, Type(Role.BODY, grid.size, Face.SANS, name, len(texts)))
            v += grid.leading
    sheet.tell(Story(name, "weather", (), headline="天气预报", paragraphs=tuple(texts)), first)


def listing(sheet: Sheet, grid: Grid, prose: Prose, chance: random.Random, name: str, plot: Plot) -> None:
    """Print a list of short entries, each behind a mark, in the columns of a plot."""
    first = len(sheet.lines)
    u, wide = grid.lefts[plot.first], grid.across(plot.first, plot.last)
    how = Type(Role.HEADLINE, grid.size * 1.9, Face.SANS_BOLD, name)
    top = _centred(sheet, "一周热线", (u, plot.tops[0], wide), how) + 0.3 * grid.leading
    sheet.rule(u, top - 0.3 * grid.leading, wide, 0.5)
    texts: list[str] = []
    for column in range(plot.first, plot.last + 1):
        v = top
        while v + 2 * grid.leading < plot.bottom(column):
            text = "●" + prose.fitting("headline", int(grid.width / grid.size) - 1)
            set_line = Compositor(text, Face.SANS, grid.size).line(grid.width)
            texts.append(set_line.text)
            sheet.put(
                set_line, grid.lefts[column], v, Type(Role.BODY, grid.size, Face.SANS, name, len(texts))
            )
            v += grid.leading
    sheet.tell(Story(name, "list", (), headline="一周热线", paragraphs=tuple(texts)), first)


def _centred(sheet: Sheet, text: str, place: tuple[float, float, float], how: Type) -> float:
    u, v, wide = place
    set_line = Compositor(text, how.face, how.size).line(10_000)
    sheet.put(set_line, u + (wide - set_line.length) / 2, v, how)
    return v + 1.5 * how.size
