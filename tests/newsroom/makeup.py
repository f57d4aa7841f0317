"""Makes up one article in its plot: title block across columns, figures, an inset, and text that flows around them."""

from newsroom.figures import set_figure
from newsroom.plots import Article
from newsroom.texts import set_text
from newsroom.titles import set_title
from newsroom.truth import Story


def make_up(article: Article) -> None:
    """Print an article into its plot and tell the sheet what it is."""
    sheet, plot, style = article.sheet, article.plot, article.style
    first = len(sheet.lines)
    set_title(article)
    titled = len(sheet.lines)
    if style.photo:
        below = (
            article.blocks[0].bottom
            if plot.last - style.photo + 1 <= article.blocks[0].last
            else plot.top(plot.last)
        )
        set_figure(article, plot.last - style.photo + 1, plot.last, below)
    captions = sheet.lines[titled:]
    del sheet.lines[titled:]
    set_text(article)
    sheet.lines.extend(captions)
    story = Story(article.name, "article", (), style.section, figures=tuple(article.figures), **article.story)
    sheet.tell(story, first)
