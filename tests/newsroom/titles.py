"""Sets the title block of an article: kicker, headline, deck, and the bylines below it."""

from newsroom.plots import Article, Block
from newsroom.setting import Compositor
from newsroom.truth import Face, Role

_SIZES = ((42.0, 60.0), (28.0, 38.0), (20.0, 26.0), (14.0, 17.0))
"""The least and the greatest size of a headline in points, by rank."""
_AIR = 0.35


def set_title(article: Article) -> None:
    """Print the title block over the columns its style names, and keep text out of its place."""
    grid, plot, style = article.grid, article.plot, article.style
    first, last = plot.first + style.title[0], plot.first + style.title[1]
    top = plot.top(first) + style.drop
    wide = grid.across(first, last)
    v = top
    if style.section and article.section_inside:
        v = _line(article, style.section, Role.SECTION, 10.0, article.strong, first, v, wide)
    if style.rank < 2 and article.chance.random() < 0.7:
        v = _part(article, "kicker", Role.KICKER, grid.size * (1.7 if style.rank else 2.2), first, v, wide)
    v = _headline(article, first, v, wide)
    if style.rank < 2 and article.chance.random() < 0.6:
        v = _part(article, "deck", Role.DECK, grid.size * (1.5 if style.rank else 2.0), first, v, wide)
    if not style.inline and article.chance.random() < 0.9:
        v = _byline(article, first, v, wide)
    v += 0.5 * grid.size
    lines = -(-(v - top) // grid.leading)
    article.blocks.append(Block(first, last, top, top + lines * grid.leading))


def _headline(article: Article, first: int, v: float, wide: float) -> float:
    least, most = _SIZES[article.style.rank]
    scale = article.grid.size / 9.0
    size = round(article.chance.uniform(least, most) * scale)
    rows = 1 if wide / size > 9 else 2
    text = article.prose.fitting("headline", int(wide / size) * rows, int(wide / size * 0.5))
    while len(text) * size > wide * rows and size > article.grid.size * 1.2:
        size -= 1
    article.story["headline"] = text
    face = article.chance.choice((Face.SERIF_BOLD, Face.SANS_BOLD))
    stretch = article.chance.choice((1.0, 1.0, 0.9))
    ink = article.headline_ink if article.style.rank == 0 else "#111111"
    return _rows(article, text, Role.HEADLINE, float(size), face, first, v, wide, stretch, ink)


def _part(article: Article, kind: str, role: Role, size: float, first: int, v: float, wide: float) -> float:
    text = article.prose.fitting(kind, int(wide / size))
    if len(text) * size > wide:
        return v
    article.story[kind] = text
    face = Face.SANS if role is Role.DECK else article.lead
    return _line(article, text, role, size, face, first, v, wide)


def _byline(article: Article, first: int, v: float, wide: float) -> float:
    prose, size = article.prose, article.grid.size
    pattern = article.chance.choice(
        [each for each in prose.era.BYLINES if len(each) * size < wide + 4 * size] or [""]
    )
    names = tuple(prose.name() for _ in range(pattern.count("{name}")))
    text = pattern
    for name in names:
        text = text.replace("{name}", name, 1)
    if not text or len(text) * size > wide:
        return v
    article.story |= {"bylines": (text,), "authors": names}
    return _line(article, text, Role.BYLINE, size, article.lead, first, v, wide)


def _line(
    article: Article, text: str, role: Role, size: float, face: Face, first: int, v: float, wide: float
) -> float:
    return _rows(article, text, role, size, face, first, v, wide, 1.0, "#111111")


def _rows(
    article: Article,
    text: str,
    role: Role,
    size: float,
    face: Face,
    first: int,
    v: float,
    wide: float,
    stretch: float,
    ink: str,
) -> float:
    compositor = Compositor(text, face, size, stretch, article.sheet.vertical)
    while not compositor.done:
        rest = sum(map(compositor.width_of, text[compositor.at :]))
        share = wide if rest <= wide else min(wide, max(rest / -(-rest // wide) + size, 0.55 * wide))
        set_line = compositor.line(share)
        if not compositor.done and set_line.length < share:
            pass
        shift = (wide - set_line.length) / 2 if article.centred else 0.0
        article.sheet.put(
            set_line,
            article.grid.lefts[first] + shift,
            v,
            article.how(role, size, face, stretch=stretch, ink=ink),
        )
        v += size * (1 + _AIR * (0.5 if size > 20 else 1))
    article.paragraph += 1
    return v + 0.1 * size
