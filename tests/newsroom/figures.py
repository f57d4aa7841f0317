"""Puts pictures with their captions and credits, and boxed insets, into the plot of an article."""

from newsroom.plots import Article, Block, columns
from newsroom.setting import Compositor
from newsroom.truth import Figure, Role

_CAPTION = 0.92
_GROUNDS = ("#ececec", "#eef2f5", "#f5efe3", "#ffffff")


def set_figure(article: Article, first: int, last: int, top: float, kind: str = "photograph") -> Block | None:
    """Print a picture over columns of the page, caption and credit below, text kept out; nothing where no
    room is.
    """
    grid, chance = article.grid, article.chance
    u, wide = grid.lefts[first], grid.across(first, last)
    deep = wide * chance.uniform(0.55, 0.8)
    room = min(article.plot.bottom(column) for column in range(first, last + 1)) - top
    if deep + 8 * grid.leading > room:
        return None
    name = f"{article.name}-{len(article.figures) + 1}"
    size = grid.size * _CAPTION
    caption, credit = article.prose.write("caption"), article.prose.naming("credit")[0]
    v = _lettering(article, caption, Role.CAPTION, (u, top + deep + 0.4 * size, wide), name)
    v = _lettering(article, credit, Role.CREDIT, (u, v, wide), name)
    box = article.sheet.place(u, top, wide, deep)
    article.figures.append(name)
    seed = chance.randrange(1 << 30)
    article.sheet.figures.append(Figure(name, box, kind, seed, article.name, caption, credit))
    lines = -(-(v + 0.3 * size - top) // grid.leading)
    block = Block(first, last, top, top + lines * grid.leading)
    article.blocks.append(block)
    return block


def _lettering(
    article: Article, text: str, role: Role, place: tuple[float, float, float], figure: str
) -> float:
    u, v, wide = place
    size = article.grid.size * _CAPTION
    compositor = Compositor(text, article.faces.lead, size, vertical=article.sheet.vertical)
    while not compositor.done:
        set_line = compositor.line(wide)
        shift = wide - set_line.length if role is Role.CREDIT else 0.0
        article.sheet.put(set_line, u + shift, v, article.how(role, size, article.faces.lead, figure=figure))
        v += 1.35 * size
    article.paragraph += 1
    return v


def set_inset(article: Article, first: int, last: int, bottom: float) -> None:
    """Print a box at the foot of columns, on a ground of its own: a heading and a paragraph in other type."""
    grid, chance = article.grid, article.chance
    lines = chance.randint(11, 16)
    top = bottom - lines * grid.leading
    if top - article.plot.top(first) < lines * grid.leading:
        return
    u, wide = grid.lefts[first], grid.across(first, last)
    deep = bottom - top - 0.35 * grid.leading
    article.sheet.tint(u, top, wide, deep, chance.choice(_GROUNDS))
    article.sheet.frame(u, top, wide, deep)
    inner = columns(u + 6, wide - 12, 1, grid.size, grid.leading, 0.0)
    v = top + 6
    for kind, role, face in (
        ("subhead", Role.INSET, article.faces.strong),
        ("paragraph", Role.INSET, article.faces.lead),
    ):
        room = int((top + deep - v - 4) / grid.leading) * int(inner.width / grid.size) - int(
            inner.width / grid.size
        )
        text = article.prose.paragraph(room) if kind == "paragraph" else article.prose.fitting(kind, 12)
        compositor = Compositor(text, face, grid.size, vertical=article.sheet.vertical)
        indent = 2 * grid.size if kind == "paragraph" else 0.0
        while text and not compositor.done:
            set_line = compositor.line(inner.width, indent)
            article.sheet.put(set_line, inner.lefts[0], v, article.how(role, grid.size, face))
            v, indent = v + grid.leading, 0.0
        article.paragraph += 1
    article.blocks.append(Block(first, last, top - 0.65 * grid.leading, bottom))
