"""Sets the title block of an article: section label, kicker, headline, deck, and the bylines below it."""

from dataclasses import dataclass

from newsroom.plots import Article, Block
from newsroom.setting import Compositor
from newsroom.truth import Face, Role

_SIZES = ((4.6, 6.4), (3.1, 4.2), (2.2, 2.9), (1.55, 1.9))
"""The least and the greatest size of a headline, in sizes of the text, by rank."""
_KICKERS = (2.2, 1.7, 1.4, 1.2)
_DECKS = (2.0, 1.5, 1.3, 1.1)
_RED = "#b3261e"


@dataclass(slots=True)
class _Stack:
    """Lines put one below the other across columns; ``v`` is where the next begins."""

    article: Article
    u: float
    wide: float
    v: float

    def add(
        self, text: str, role: Role, size: float, face: Face, stretch: float = 1.0, ink: str = "#111111"
    ) -> None:
        """Put a text, in as many lines as it takes, each centred."""
        article = self.article
        compositor = Compositor(text, face, size, stretch, article.sheet.vertical)
        while not compositor.done:
            rest = sum(map(compositor.width_of, text[compositor.at :]))
            rows = -(-rest // self.wide)
            set_line = compositor.line(self.wide if rows == 1 else min(self.wide, rest / rows + size))
            shift = (self.wide - set_line.length) / 2
            how = article.how(role, size, face, stretch=stretch, ink=ink)
            article.sheet.put(set_line, self.u + shift, self.v, how)
            self.v += size * (1.18 if size > 20 else 1.35)
        article.paragraph += 1
        self.v += 0.1 * size


def set_title(article: Article) -> None:
    """Print the title block over the columns its style names, and keep text out of its place."""
    grid, plot, style = article.grid, article.plot, article.style
    if style.upright:
        _upright(article)
        return
    first, last = plot.first + style.span[0], plot.first + style.span[1]
    top = plot.top(first) + style.drop
    stack = _Stack(article, grid.lefts[first], grid.across(first, last), top)
    if style.section:
        stack.add(style.section, Role.SECTION, grid.size * 1.15, article.faces.strong, ink=_RED)
    if style.kicker:
        _part(article, stack, "kicker", Role.KICKER, grid.size * _KICKERS[style.rank])
    _headline(article, stack)
    if style.deck:
        _part(article, stack, "deck", Role.DECK, grid.size * _DECKS[style.rank])
    if style.byline and not style.inline:
        _byline(article, stack)
    lines = -(-(stack.v + 0.5 * grid.size - top) // grid.leading)
    article.blocks.append(Block(first, last, top, top + lines * grid.leading))


def _headline(article: Article, stack: _Stack) -> None:
    least, most = _SIZES[article.style.rank]
    body = article.grid.size
    size = round(2 * body * article.chance.uniform(least, most)) / 2
    rows = 1 if stack.wide / size > 9 else 2
    em = article.prose.em
    most = int(stack.wide / size / em)
    text = article.style.headline or article.prose.fitting("headline", most * rows, most // 2)
    while (
        len(text) * size * em * (1.3 if em < 1 else 1) > (stack.wide - (rows - 1) * size) * rows
        and size > body * 1.3
    ):
        size -= 0.5
    article.story["headline"] = text
    face, stretch = article.chance.choice(article.faces.heads), article.chance.choice(article.faces.stretches)
    red = article.faces.red and article.style.rank == 0 and article.chance.random() < 0.5
    stack.add(text, Role.HEADLINE, size, face, stretch, _RED if red else "#111111")


def _part(article: Article, stack: _Stack, kind: str, role: Role, size: float) -> None:
    text = article.prose.fitting(kind, int(stack.wide / size))
    if len(text) * size <= stack.wide:
        article.story[kind] = text
        stack.add(text, role, size, article.faces.lead)


def _byline(article: Article, stack: _Stack) -> None:
    size = article.grid.size
    text, names = article.prose.naming("byline", int(stack.wide / size) + 4)
    if len(text) * size <= stack.wide:
        article.story |= {"bylines": (text,), "authors": names}
        stack.add(text, Role.BYLINE, size, article.faces.lead)


def _upright(article: Article) -> None:
    """Print the headline as one vertical line in the first column, beside text that is set horizontally."""
    grid, plot = article.grid, article.plot
    size = round(2 * grid.size * article.chance.uniform(2.2, 3.2)) / 2
    text = article.prose.fitting("headline", int((plot.deep - 2 * grid.leading) / size) - 1).replace(" ", "")
    while len(text) * size > plot.deep - grid.leading:
        size -= 0.5
    article.story["headline"] = text
    face = article.chance.choice(article.faces.heads)
    set_line = Compositor(text, face, size, vertical=True).line(plot.deep)
    u = grid.lefts[plot.first] + (grid.width - size) / 2
    how = article.how(Role.HEADLINE, size, face)
    article.sheet.put(set_line, u, plot.top(plot.first), how, upright=True)
    article.paragraph += 1
    article.blocks.append(Block(plot.first, plot.first, plot.top(plot.first), plot.bottom(plot.first)))
