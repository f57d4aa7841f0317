"""The strips of an article, in order, to its paragraphs and subheads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baoguan.domain.article import Role
from baoguan.domain.page import BlockRole
from baoguan.layout.bylines import byline_of, has_dateline
from baoguan.layout.drafts import Part
from baoguan.layout.jumps import jump_of
from baoguan.layout.marks import breaks_off, ends_sentence, starts_inside
from baoguan.layout.notes import is_jump
from baoguan.layout.places.frame import Mark
from baoguan.layout.places.strips import BULLETS, Strip, is_row

COLUMN_BREAK = "column-break"
_SUBHEAD = 26


@dataclass(frozen=True, slots=True)
class Stood:
    """A line with what its column says of it."""

    mark: Mark
    strip: Strip
    first: bool

    @property
    def indented(self) -> bool:
        """Tell whether it begins as paragraphs do."""
        return 0.7 < self.strip.indent(self.mark) < 4.5 or self.mark.text.startswith(BULLETS)

    @property
    def closing(self) -> bool:
        """Tell whether it ends before its column does."""
        return self.strip.short(self.mark) > 1.2


def parts_of(strips: Sequence[Strip]) -> list[Part]:
    """Return the passages of strips that are read one after the other."""
    stood = [Stood(mark, strip, at == 0) for strip in strips for at, mark in enumerate(strip.marks)]
    indents = _indents(stood)
    parts: list[Part] = []
    before: Stood | None = None
    for line in stood:
        if line.strip.table:
            _add_cell(parts, line, before)
            before = line
            continue
        part = parts[-1] if parts else None
        if part and before and before.strip is line.strip and is_row(before.mark, line.mark):
            part.lines.append(line.mark.number)
            before = line
            continue
        role = _role(line)
        if part and before and part.role is role and _goes_on(before, line, role, indents):
            if line.first:
                part.breaks[line.mark.number] = (COLUMN_BREAK, _confidence(before, line))
            part.lines.append(line.mark.number)
        else:
            parts.append(Part(role, [line.mark.number], confidence=1.0 if role is not Role.SUBHEAD else 0.9))
        before = line
    return parts


def _add_cell(parts: list[Part], line: Stood, before: Stood | None) -> None:
    """Add a cell to its row; every row is a passage of its own."""
    same = before is not None and before.strip is line.strip and line.mark.left > before.mark.left
    if same and parts:
        parts[-1].lines.append(line.mark.number)
    else:
        parts.append(Part(Role.INSET, [line.mark.number]))


def with_lead(parts: Iterable[Part]) -> list[Part]:
    """Return the passages with the first body paragraph as the lead."""
    found = list(parts)
    first = next((part for part in found if part.role is Role.BODY), None)
    if first:
        first.role = Role.LEAD
    return found


def _indents(stood: Sequence[Stood]) -> bool:
    """Tell whether paragraphs of a text begin inside the column."""
    return any(line.indented and not is_centred(line) for line in stood)


def _role(line: Stood) -> Role:
    if is_jump(line.mark.text) or jump_of(line.mark.text, line.mark.number):
        return Role.NOTE
    if line.mark.role is BlockRole.BYLINE or _is_byline(line):
        return Role.BYLINE
    if _is_subhead(line):
        return Role.SUBHEAD
    return Role.BODY


def _is_byline(line: Stood) -> bool:
    """Tell whether a line at the beginning or the end of a strip, away from its edges, says who wrote it."""
    ends = line.mark in (line.strip.marks[0], line.strip.marks[-1])
    text, short = line.mark.text, line.strip.short(line.mark)
    away = short > 4.0 or (short < 1.2 and line.strip.indent(line.mark) > 4.0)
    return ends and away and not has_dateline(text) and byline_of(text, line.mark.number) is not None


def _is_subhead(line: Stood) -> bool:
    text = line.mark.text
    if len(text) > _SUBHEAD or ends_sentence(text) or starts_inside(text) or breaks_off(text):
        return False
    if line.mark.bold and any(not mark.bold for mark in line.strip.marks):
        return True
    return is_centred(line) and len(line.strip.marks) > 1


def is_centred(line: Stood) -> bool:
    """Tell whether a line stands in the middle of its column, away from both its edges."""
    indent, short = line.strip.indent(line.mark), line.strip.short(line.mark)
    return min(indent, short) > 1.0 and abs(indent - short) < 0.8


def _goes_on(before: Stood, line: Stood, role: Role, indents: bool) -> bool:
    if role is Role.SUBHEAD:
        return not line.first and not before.closing
    if role in (Role.NOTE, Role.BYLINE):
        return False
    if line.indented:
        return False
    if indents:
        return not (before.closing and ends_sentence(before.mark.text) and line.strip is before.strip)
    return not (before.closing and ends_sentence(before.mark.text))


def _confidence(before: Stood, line: Stood) -> float:
    if before.closing or ends_sentence(before.mark.text):
        return 0.7
    return 0.95
