"""Lines taken out of the passages they are in, and put together to passages again."""

from collections.abc import Iterable
from itertools import groupby

from baoguan.domain.article import RUNNING_TEXT, Role
from baoguan.layout.drafts import DraftPage, Part, Source
from baoguan.layout.marks import ends_sentence

BY_HAND = "by-hand"


def goes_on(before: Part, piece: Part, source: Source) -> bool:
    """Tell whether running text goes on in the passage that has come behind it."""
    running = (Role.LEAD, Role.BODY)
    return before.role in running and piece.role in running and not ends_sentence(source.text(before.lines))


def add(before: Part, piece: Part) -> None:
    """Make two passages one."""
    before.breaks |= piece.breaks | {piece.lines[0]: (BY_HAND, 1.0)}
    before.lines += piece.lines


def taken(page: DraftPage, lines: Iterable[int], whole_figures: bool = False) -> list[Part]:
    """Take lines out of whatever they are in; return them as passages in the order of reading.

    With ``whole_figures``, a figure all of whose lines are taken comes along, its frame and all.
    """
    wanted = set(lines)
    pieces: list[Part] = []
    for draft in page.articles:
        if wanted.isdisjoint(draft.lines()):
            continue
        draft.made = None
        draft.parts = [rest for part in draft.parts for rest in _parted(part, wanted, pieces, whole_figures)]
    page.figures = [rest for part in page.figures for rest in _parted(part, wanted, pieces, whole_figures)]
    loose = [note.source_line for note in page.notes] + [label.source_line for label in page.sections]
    pieces += [Part(Role.BODY, [line]) for line in loose if line in wanted]
    page.notes = [note for note in page.notes if note.source_line not in wanted]
    page.sections = [label for label in page.sections if label.source_line not in wanted]
    return pieces


def _parted(part: Part, wanted: set[int], pieces: list[Part], whole_figures: bool) -> list[Part]:
    """Return what is left of a passage without lines; add what is taken to the pieces."""
    gone = [line for line in part.lines if line in wanted]
    if not gone:
        return [part]
    if part.figure:
        if whole_figures and len(gone) == len(part.lines):
            pieces.append(part)
            return []
        pieces.append(Part(Role.BODY, gone))
        rest = [line for line in part.lines if line not in wanted]
        kept = piece_of(part, rest)
        return [kept] if rest or kept.region else []
    if part.role not in RUNNING_TEXT:
        pieces.append(piece_of(part, gone))
        rest = [line for line in part.lines if line not in wanted]
        return [piece_of(part, rest)] if rest else []
    left: list[Part] = []
    for gone_too, run in groupby(part.lines, key=lambda line: line in wanted):
        (pieces if gone_too else left).append(piece_of(part, list(run)))
    return left


def piece_of(part: Part, lines: list[int]) -> Part:
    """Return a part of a passage that holds these of its lines."""
    return Part(
        part.role,
        lines,
        part.made,
        {line: why for line, why in part.breaks.items() if line in lines[1:]},
        part.confidence,
        part.region,
        part.kind,
        [line for line in part.credit if line in lines],
        part.figure,
    )
