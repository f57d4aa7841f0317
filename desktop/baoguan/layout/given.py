"""Pages whose source separates its articles itself: taken as it is."""

from collections.abc import Sequence

from baoguan.domain.article import Jump, PageNote, Role
from baoguan.domain.page import Block, BlockRole, GivenArticle, PageScan
from baoguan.layout.drafts import Draft, DraftPage, Part, Source
from baoguan.layout.places.frame import sheet_of
from baoguan.layout.places.paragraphs import parts_of, with_lead
from baoguan.layout.places.strips import Strip


def given_page(scan: PageScan, source: Source) -> DraftPage:
    """Return the articles that a source gives, in its order; what is in none of them becomes notes."""
    page = DraftPage()
    strips = _strips(scan)
    taken: set[int] = set()
    for article in scan.articles:
        places = [place for place in dict.fromkeys(article.blocks) if place not in taken]
        taken.update(places)
        page.articles.append(_draft(article, places, scan.blocks, strips, source))
    for place, block in enumerate(scan.blocks):
        if place in taken:
            continue
        if block.role is BlockRole.IMAGE and block.region:
            page.figures.append(_picture(block, source))
        else:
            page.notes += [PageNote(source.texts[line], line) for line in _lines(block, source)]
    return page


def _draft(
    article: GivenArticle,
    places: Sequence[int],
    blocks: Sequence[Block],
    strips: dict[int, Strip],
    source: Source,
) -> Draft:
    found = Draft(genre=article.genre)
    run: list[Strip] = []
    main = _main([blocks[place] for place in places], article.title)
    for place in places:
        block = blocks[place]
        lines = _lines(block, source)
        if place in strips and block.role in (BlockRole.TEXT, BlockRole.TABLE):
            run.append(strips[place])
            continue
        found.parts += parts_of(run)
        run = []
        if block.role is BlockRole.IMAGE:
            found.parts.append(_picture(block, source))
        elif lines:
            _add(found, block, lines, block is main)
    found.parts = with_lead([*found.parts, *parts_of(run)])
    if article.name:
        found.jumps = [Jump(0, 0, True, "", "", article.name)]
    return found


def _add(draft: Draft, block: Block, lines: list[int], is_main: bool) -> None:
    """Add a block that is no running text of known place, with the role its source gives it."""
    parts = draft.parts
    if block.role is BlockRole.CAPTION:
        figure = next((part for part in reversed(parts) if part.figure), None)
        if figure is None:
            parts.append(Part(Role.CAPTION, lines, figure=True))
        elif figure.lines:
            figure.credit += lines
            figure.lines += lines
        else:
            figure.lines += lines
        return
    texted = any(part.role in (Role.BODY, Role.LEAD) for part in parts)
    headed = any(part.role is Role.HEADLINE for part in parts)
    if block.role is BlockRole.HEADING:
        role = Role.HEADLINE if is_main else Role.SUBHEAD if texted else Role.DECK if headed else Role.KICKER
    else:
        role = Role.BYLINE if block.role is BlockRole.BYLINE else Role.BODY
    parts.append(Part(role, lines))


def _main(blocks: Sequence[Block], title: str) -> Block | None:
    """Return the headline among an article's headings: the one its title names, else the largest."""
    headings = [block for block in blocks if block.role is BlockRole.HEADING and block.text.strip()]
    if not headings:
        return None
    bare = "".join(title.split())
    named = [
        block for block in headings if bare and "".join(block.text.split()) in (bare, bare[: len(block.text)])
    ]
    if named:
        return named[0]
    return max(
        headings, key=lambda block: (-block.level, max((line.size for line in block.printed), default=0.0))
    )


def _picture(block: Block, source: Source) -> Part:
    return Part(Role.CAPTION, _lines(block, source), region=block.region, figure=True)


def _lines(block: Block, source: Source) -> list[int]:
    return [line for line in block.lines if line in source.texts]


def _strips(scan: PageScan) -> dict[int, Strip]:
    """Return the blocks of running text as strips of the page's frame."""
    found: dict[int, Strip] = {}
    for mark in sheet_of(scan).marks:
        if mark.role in (BlockRole.TEXT, BlockRole.TABLE):
            strip = found.setdefault(mark.block, Strip([], mark.left, mark.right))
            strip.marks.append(mark)
            strip.left, strip.right = min(strip.left, mark.left), max(strip.right, mark.right)
    return found
