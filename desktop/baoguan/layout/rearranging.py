"""What a reader says of a layout by hand, done to it; every line stays in exactly one part."""

from collections.abc import Sequence
from itertools import groupby

from baoguan.domain.article import RUNNING_TEXT, TITLE_BLOCK, PageLayout, Role
from baoguan.domain.rearrangement import Gathered, Rearrangement, Recast, Reframed, Reordered
from baoguan.layout.drafts import Draft, DraftPage, Part, Source, drafted, finished
from baoguan.layout.framing import reframe
from baoguan.layout.pieces import add, goes_on, piece_of, taken
from baoguan.layout.recasting import demote, recast


def rearrange(layout: PageLayout, source: Source, acts: Sequence[Rearrangement]) -> PageLayout:
    """Return the layout as the acts leave it, in their order; lines that it does not have are nothing."""
    page = drafted(layout, source)
    for act in acts:
        match act:
            case Gathered():
                _gather(page, act, source)
            case Recast():
                recast(page, act, source)
            case Reordered():
                _reorder(page, act, source)
            case Reframed():
                reframe(page, act, source)
    return finished(page, source)


def _gather(page: DraftPage, act: Gathered, source: Source) -> None:
    target = page.holder(act.to) if act.to else None
    if act.to and target is None:
        return
    lines = [line for line in act.lines if page.holder(line) is not target or target is None]
    homes = [home for line in lines if (home := page.holder(line))]
    if target is None and len(set(map(id, homes))) == 1 and set(homes[0].lines()) <= set(lines):
        return
    pieces = taken(page, lines, whole_figures=True)
    if not pieces:
        return
    if target is None:
        target = Draft(section=homes[0].section if homes else None)
        at = page.articles.index(homes[0]) + 1 if homes else len(page.articles)
        page.articles.insert(at, target)
    for home in homes:
        if not home.parts and home is not target:
            target.jumps += home.jumps
            home.jumps = []
    _append(target, pieces, source)


def _append(target: Draft, pieces: Sequence[Part], source: Source) -> None:
    """Put passages behind what an article has; headings over text that follows other text are subheads."""
    target.made = None
    texted = any(part.role in RUNNING_TEXT for part in target.parts)
    brings = any(piece.role in RUNNING_TEXT for piece in pieces)
    for piece in pieces:
        headed = any(part.role is Role.HEADLINE for part in target.parts)
        if piece.role in TITLE_BLOCK and headed:
            piece.role = Role.SUBHEAD if texted and brings else Role.DECK
        if piece.role is Role.LEAD and texted:
            piece.role = Role.BODY
        before = target.parts[-1] if target.parts else None
        if before and goes_on(before, piece, source):
            add(before, piece)
        else:
            target.parts.append(piece)
    if not texted and not any(part.role is Role.LEAD for part in target.parts):
        first = next((part for part in target.parts if part.role is Role.BODY), None)
        if first:
            first.role = Role.LEAD


def _reorder(page: DraftPage, act: Reordered, source: Source) -> None:
    home = next((found for line in act.lines if (found := page.holder(line))), None)
    if home is None:
        return
    owners = {line: part for part in home.parts if not part.figure for line in part.lines}
    wanted = [line for line in dict.fromkeys(act.lines) if line in owners]
    if not wanted:
        return
    order = list(owners)
    first = min(order.index(line) for line in wanted)
    rest = [line for line in order if line not in wanted]
    order = [*rest[:first], *wanted, *rest[first:]]
    parts: list[Part] = []
    for _, run in groupby(order, key=lambda line: id(owners[line])):
        lines = list(run)
        piece = piece_of(owners[lines[0]], lines)
        if parts and goes_on(parts[-1], piece, source):
            add(parts[-1], piece)
        else:
            parts.append(piece)
    home.parts = [*parts, *(part for part in home.parts if part.figure)]
    main = next((part for part in parts if part.role is Role.HEADLINE), None)
    if main:
        demote(home, main)
    home.made = None
