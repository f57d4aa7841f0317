"""Lines given another role by hand."""

from collections.abc import Iterable

from baoguan.domain.article import RUNNING_TEXT, PageNote, Role, SectionLabel
from baoguan.domain.rearrangement import Recast
from baoguan.layout.drafts import Draft, DraftPage, Part, Source
from baoguan.layout.framing import print_with_figure
from baoguan.layout.pieces import piece_of, taken


def recast(page: DraftPage, act: Recast, source: Source) -> None:
    """Print lines as what the reader says they are."""
    lines = page.known(act.lines)
    if act.role is None or act.role is Role.SECTION:
        homes = [home for line in lines if (home := page.holder(line))]
        for piece in taken(page, lines):
            text = [(source.texts.get(line, ""), line) for line in piece.lines]
            if act.role is None:
                page.notes += [PageNote(*told) for told in text]
            else:
                page.sections += [SectionLabel(*told) for told in text]
        for home in homes if act.role else ():
            home.section, home.section_confidence = source.text(sorted(lines)), 1.0
        return
    homeless = [line for line in lines if page.holder(line) is None]
    for home in _homes(page, lines):
        _recast_in(page, home, [line for line in home.lines() if line in lines], act.role, source)
    if homeless:
        pieces = taken(page, homeless)
        draft = Draft(pieces)
        page.articles.append(draft)
        _recast_in(page, draft, draft.lines(), act.role, source)


def _homes(page: DraftPage, lines: Iterable[int]) -> list[Draft]:
    found: list[Draft] = []
    for line in lines:
        home = page.holder(line)
        if home and home not in found:
            found.append(home)
    return found


def _recast_in(page: DraftPage, home: Draft, lines: list[int], role: Role, source: Source) -> None:
    """Give lines of one article another role, where they stand."""
    at = _split_at(home, lines[0])
    ahead = home.parts[:at]
    pieces = taken(page, lines)
    at = sum(any(part is one for one in ahead) for part in home.parts)
    for piece in pieces:
        piece.role = role
    if role in (Role.CAPTION, Role.CREDIT):
        print_with_figure(home, lines, role, source)
        return
    if role not in RUNNING_TEXT:
        pieces = [Part(role, lines)]
    home.parts[at:at] = pieces
    if role is Role.HEADLINE:
        demote(home, pieces[0])


def _split_at(home: Draft, line: int) -> int:
    """Cut the passage that a line stands in before it; return the place among the passages where it is."""
    at = next(at for at, part in enumerate(home.parts) if line in part.lines)
    part = home.parts[at]
    cut = part.lines.index(line)
    if part.figure or cut == 0:
        return at
    home.parts[at : at + 1] = [piece_of(part, part.lines[:cut]), piece_of(part, part.lines[cut:])]
    home.made = None
    return at + 1


def demote(home: Draft, main: Part) -> None:
    """Leave an article one headline: those before it are kickers, those after it decks."""
    at = home.parts.index(main)
    for place, part in enumerate(home.parts):
        if part.role is Role.HEADLINE and part is not main:
            part.role = Role.KICKER if place < at else Role.DECK
