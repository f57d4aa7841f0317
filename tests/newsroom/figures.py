"""Puts pictures with their captions and credits, and boxed insets, into the plot of an article."""

from newsroom.plots import Article, Block
from newsroom.setting import Compositor
from newsroom.truth import Face, Figure, Role

_CAPTION = 0.92


def set_figure(article: Article, first: int, last: int, top: float, kind: str = "photograph") -> Block:
    """Print a picture over columns of the page, its caption and credit below, and keep text out of its place."""
    grid, chance = article.grid, article.chance
    u, wide = grid.lefts[first], grid.across(first, last)
    deep = wide * chance.uniform(0.55, 0.8)
    name = f"{article.name}-{len(article.figures) + 1}"
    size = grid.size * _CAPTION
    caption = article.prose.write("caption")
    credit = _credit(article)
    v = _lettering(article, caption, Role.CAPTION, u, top + deep + 0.4 * size, wide, name)
    v = _lettering(article, credit, Role.CREDIT, u, v, wide, name, right=True)
    box = article.sheet.place(u, top, wide, deep)
    article.figures.append(name)
    article.sheet.figures.append(
        Figure(name, box, kind, chance.randrange(1 << 30), article.name, caption, credit)
    )
    lines = -(-(v + 0.3 * size - top) // grid.leading)
    block = Block(first, last, top, top + lines * grid.leading)
    article.blocks.append(block)
    return block


def _credit(article: Article) -> str:
    pattern = article.chance.choice(article.prose.era.CREDITS)
    return str(pattern.replace("{name}", article.prose.name()))


def _lettering(
    article: Article,
    text: str,
    role: Role,
    u: float,
    v: float,
    wide: float,
    figure: str,
    *,
    right: bool = False,
) -> float:
    size = article.grid.size * _CAPTION
    face = Face.SANS
    compositor = Compositor(text, face, size, vertical=article.sheet.vertical)
    while not compositor.done:
        set_line = compositor.line(wide)
        shift = wide - set_line.length if right else 0.0
        article.sheet.put(set_line, u + shift, v, article.how(role, size, face, figure=figure))
        v += 1.35 * size
    article.paragraph += 1
    return v
