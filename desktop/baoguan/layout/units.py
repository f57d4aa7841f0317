"""The units a page consists of: headings, paragraphs as the source has them, bylines, notes, figures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from baoguan.domain.article import Byline, Join
from baoguan.domain.page import BlockRole
from baoguan.layout.bylines import byline_of
from baoguan.layout.choices import Choices
from baoguan.layout.lines import Habits, Line
from baoguan.layout.marks import EVEN, Balance, balance, breaks_off, ends_sentence
from baoguan.layout.notes import is_dateline, is_jump, is_note

HARD_BREAK = "line-break"


class Kind(StrEnum):
    """What a unit is."""

    HEADING = "heading"
    TEXT = "text"
    BYLINE = "byline"
    NOTE = "note"
    FIGURE = "figure"
    ASIDE = "aside"
    """A jump line: 下转第三版."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more source lines with one role.

    ``gap`` counts the empty lines before it; ``image`` says that the source marks an image here;
    ``inset`` that it interrupted another paragraph; ``credit`` is a figure's.
    """

    kind: Kind
    text: str
    lines: tuple[int, ...]
    level: int = 0
    gap: int = 0
    indent: int = 0
    joins: tuple[Join, ...] = ()
    balance: Balance = EVEN
    byline: Byline | None = None
    image: bool = False
    credit: str = ""
    inset: bool = False
    confidence: float = 1.0

    @property
    def line(self) -> int:
        """The unit's first source line."""
        return self.lines[0]


def units_of(lines: Sequence[Line], habits: Habits, choices: Choices) -> list[Unit]:
    """Return the units of a page in source order: every line in exactly one."""
    units: list[Unit] = []
    run: list[Line] = []
    for line in lines:
        if not line.text and line.role is BlockRole.HEADING:
            continue
        goes_on = bool(run) and line.gap == 0 and _is_plain(line) and _goes_on(run[-1], line, habits)
        if goes_on and choices.holds("join", (run[-1].number, line.number), _wrap_confidence(run[-1], line)):
            run.append(line)
            continue
        if run:
            units.append(_text(run))
        run = [line] if _is_plain(line) else []
        if not run:
            units.append(_standing(line))
    if run:
        units.append(_text(run))
    if units and is_dateline(units[0].text):
        units[0] = replace(units[0], kind=Kind.NOTE)
    return units


def joined(parts: Sequence[Unit], seams: Sequence[tuple[str, float]]) -> Unit:
    """Return one paragraph made of several; each seam is the rule it was closed by and a confidence."""
    if len(parts) == 1:
        return parts[0]
    joins = list(parts[0].joins)
    at = len(parts[0].text)
    for before, part, (rule, confidence) in zip(parts, parts[1:], seams, strict=False):
        joins.append(Join(at, before.lines[-1], part.line, rule, round(confidence, 2)))
        joins.extend(replace(old, at=old.at + at) for old in part.joins)
        at += len(part.text)
    return replace(
        parts[0],
        text="".join(part.text for part in parts),
        lines=tuple(line for part in parts for line in part.lines),
        joins=tuple(joins),
    )


def _is_plain(line: Line) -> bool:
    if line.role is BlockRole.TEXT:
        return byline_of(line.text, line.number) is None and not is_note(line.text) and not is_jump(line.text)
    return False


def _standing(line: Line) -> Unit:
    """Return the unit of a line that stands for itself."""
    lines = (line.number,)
    if line.role is BlockRole.IMAGE:
        return Unit(Kind.FIGURE, _alternative(line.text), lines, gap=line.gap, image=True)
    byline = byline_of(line.text, line.number)
    if byline:
        return Unit(Kind.BYLINE, line.text, lines, gap=line.gap, byline=byline)
    if is_note(line.text):
        return Unit(Kind.NOTE, line.text, lines, gap=line.gap)
    if is_jump(line.text):
        return Unit(Kind.ASIDE, line.text, lines, gap=line.gap)
    if _too_much_for_a_heading(line.text):
        return Unit(Kind.TEXT, line.text, lines, gap=line.gap, balance=balance(line.text))
    return Unit(Kind.HEADING, line.text, lines, line.level, line.gap)


def _alternative(text: str) -> str:
    """Return an image's alternative text where it is a caption, not a file's name or the word image."""
    return text if sum(1 for char in text if "\u3400" <= char <= "\u9fff") >= 4 else ""


def _too_much_for_a_heading(text: str) -> bool:
    """Tell whether a parser marked running text as a heading."""
    return len(text) > 80 or (
        len(text) > 24 and (text.endswith(("。", ",", "，", "；", ";")) or "。" in text)
    )


def _text(run: list[Line]) -> Unit:
    text = "".join(line.text for line in run)
    joins, at = [], 0
    for line, following in pairwise(run):
        at += len(line.text)
        joins.append(Join(at, line.number, following.number, HARD_BREAK, _wrap_confidence(line, following)))
    return Unit(
        Kind.TEXT,
        text,
        tuple(line.number for line in run),
        gap=run[0].gap,
        indent=run[0].indent,
        joins=tuple(joins),
        balance=balance(text),
    )


def _wrap_confidence(line: Line, following: Line) -> float:
    return 0.8 if ends_sentence(line.text) else 0.97


def _goes_on(line: Line, following: Line, habits: Habits) -> bool:
    """Tell whether a line and the one right below it are one paragraph broken by the line's width."""
    if not habits.wrap:
        return False
    if habits.indents and following.indent >= 2 > 0:
        return False
    full = line.width + line.indent >= habits.wrap - 6
    if full:
        return True
    if ends_sentence(line.text) or following.indent > line.indent:
        return False
    return breaks_off(line.text) or bool(balance(line.text).opened)
