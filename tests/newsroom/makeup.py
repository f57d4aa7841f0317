"""Makes up one article in its plot: title block across columns, figures, an inset, and text that flows
around.
"""

from dataclasses import replace

from newsroom.figures import set_figure, set_inset
from newsroom.plots import Article, Plot, columns
from newsroom.texts import set_text
from newsroom.titles import set_title
from newsroom.truth import Story


def make_up(article: Article) -> None:
    """Print an article into its plot and tell the sheet what it is; captions and insets are read after the
    text.
    """
    sheet, plot, style = article.sheet, article.plot, article.style
    first = len(sheet.lines)
    set_title(article)
    titled = len(sheet.lines)
    if style.photo:
        _place_photo(article)
    if style.inset:
        start = plot.first + article.chance.randint(0, plot.width - style.inset)
        covered = range(start, start + style.inset)
        if not any(
            block.first <= c <= block.last and block.bottom > plot.bottom(c) - 1
            for block in article.blocks
            for c in covered
        ):
            set_inset(article, covered[0], covered[-1], min(plot.bottom(column) for column in covered))
    aside = sheet.lines[titled:]
    del sheet.lines[titled:]
    set_text(article)
    sheet.lines.extend(aside)
    story = Story(
        article.name, article.genre, (), style.section, figures=tuple(article.figures), **article.story
    )
    sheet.tell(story, first)


def _place_photo(article: Article) -> None:
    """Put the figure below the title block, at the top of the last columns, or in the middle of them."""
    plot, style, title = article.plot, article.style, article.blocks[0]
    start = plot.last - style.photo + 1
    under = title.bottom if start <= title.last and title.top <= plot.top(start) + 1 else plot.top(start)
    if start > title.last or style.drop == 0:
        down = article.chance.choice((0, 0, 6, 12)) * article.grid.leading
        kind = article.chance.choice(("photograph", "photograph", "photograph", "drawing"))
        set_figure(article, start, plot.last, under + down, kind)


def boxed(article: Article, count: int, pad: float, colour: str) -> Article:
    """Return the article in a frame on a ground: its plot, which must be a rectangle, divided anew inside."""
    grid, plot = article.grid, article.plot
    u, wide = grid.lefts[plot.first], grid.across(plot.first, plot.last)
    top, bottom = plot.tops[0], plot.bottoms[0]
    if colour:
        article.sheet.tint(u, top, wide, bottom - top, colour)
    article.sheet.frame(u, top, wide, bottom - top)
    inner = columns(u + pad, wide - 2 * pad, count, grid.size, grid.leading, 1.6 * grid.size)
    style = replace(
        article.style, span=(0, count - 1), photo=min(article.style.photo, count), inset=0, drop=0.0
    )
    return replace(
        article, grid=inner, style=style, plot=Plot(0, (top + pad,) * count, (bottom - pad,) * count)
    )
