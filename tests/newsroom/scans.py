"""Hands a page over as a reader would return it, so that what comes after the readers can be tried without
one.
"""

import random
from pathlib import Path

from baoguan.domain.page import Block, BlockRole, GivenArticle, Imprint, PageImage, PageScan, Region, TextLine
from newsroom.blocks import blocks
from newsroom.truth import Box, Line, NewsPage, Role

_ROLES = {
    Role.HEADLINE: BlockRole.HEADING,
    Role.KICKER: BlockRole.HEADING,
    Role.DECK: BlockRole.HEADING,
    Role.BYLINE: BlockRole.BYLINE,
    Role.CAPTION: BlockRole.CAPTION,
    Role.CREDIT: BlockRole.CAPTION,
    Role.TABLE: BlockRole.TABLE,
    Role.MASTHEAD: BlockRole.FURNITURE,
    Role.FOLIO: BlockRole.FURNITURE,
}


def page_scan(
    page: NewsPage,
    dpi: float = 150,
    *,
    given: bool = False,
    shuffled: int | None = None,
    image: Path | None = None,
) -> PageScan:
    """Return what a perfect reader sees: every line a block of its own without a role, rulings, pictures
    as images.

    ``given`` is what a vendor's package holds: paragraphs as blocks with their roles, articles and order.
    ``shuffled`` is a seed: blocks then stand in an order that says nothing.
    """
    scale = dpi / 72
    runs = [block.lines for block in blocks(page)] if given else [(line,) for line in page.lines]
    roles = [_ROLES.get(run[0].role, BlockRole.TEXT) if given else BlockRole.TEXT for run in runs]
    order = list(range(len(runs)))
    if shuffled is not None:
        random.Random(shuffled).shuffle(order)
    found, number = [], 1
    for place in order:
        found.append(_block(runs[place], roles[place], number, scale))
        number += len(runs[place])
    figures = tuple(
        Block("", (), BlockRole.IMAGE, region=_region(figure.box, scale)) for figure in page.figures
    )
    return PageScan(
        (*found, *figures),
        encoding="",
        imprint=Imprint(page.title, page.date, page.sequence, page.number) if given else Imprint(),
        width=round(page.width * scale),
        height=round(page.height * scale),
        image=_image(page, image, scale) if image else None,
        ordered=given,
        rulings=tuple(_region(ruling, scale) for ruling in page.rulings),
        articles=_articles(page, [runs[place][0] for place in order]) if given else (),
    )


def _region(box: Box, scale: float) -> Region:
    return Region(*box.scaled(scale))


def _image(page: NewsPage, file: Path, scale: float) -> PageImage:
    return PageImage(file, 0, round(page.width * scale), round(page.height * scale), 72 * scale)


def _articles(page: NewsPage, first_lines: list[Line]) -> tuple[GivenArticle, ...]:
    found = []
    for story in page.stories:
        own = tuple(place for place, line in enumerate(first_lines) if line.article == story.name)
        found.append(GivenArticle(own, story.name, story.headline, story.genre))
    return tuple(found)


def _block(lines: tuple[Line, ...], role: BlockRole, number: int, scale: float) -> Block:
    starts = [sum(len(line.text) for line in lines[:place]) for place in range(len(lines))]
    printed = tuple(_printed(line, number + place, scale) for place, line in enumerate(lines))
    region = printed[0].region
    for line in printed[1:]:
        region = region.with_(line.region)
    return Block(
        "".join(line.text for line in lines),
        tuple(line.number for line in printed),
        role,
        level=1 if role is BlockRole.HEADING else 0,
        region=region,
        starts=tuple(starts) if len(starts) > 1 else (),
        printed=printed,
    )


def _printed(line: Line, number: int, scale: float) -> TextLine:
    """Return a line with its cuts, which fall where a line is read from the right."""
    boxes = [box.scaled(scale) for box in line.boxes]
    if line.leftward:
        cuts = [*(box.right for box in boxes), boxes[-1].left]
    elif line.vertical:
        cuts = [*(box.top for box in boxes), boxes[-1].bottom]
    else:
        cuts = [*(box.left for box in boxes), boxes[-1].right]
    return TextLine(
        number,
        line.text,
        _region(line.box, scale),
        tuple(cuts),
        size=line.size * scale,
        bold="Bold" in line.face,
        vertical=line.vertical,
    )
