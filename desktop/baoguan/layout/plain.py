"""Headings of pages whose source marks none, and bare authors' names under headlines."""

from collections.abc import Sequence
from dataclasses import replace

from baoguan.layout.bylines import has_dateline, name_byline
from baoguan.layout.choices import Choices
from baoguan.layout.lines import Habits, width
from baoguan.layout.marks import EVEN, balance, breaks_off, ends_sentence, greets, is_numbered, starts_inside
from baoguan.layout.seam import Seams
from baoguan.layout.units import Kind, Unit

_LONGEST = 32
_FORBIDDEN = "。;；,，、:：…)）》"


def find_headings(units: Sequence[Unit], habits: Habits, seams: Seams, choices: Choices) -> list[Unit]:
    """Return the units with short lines that head a text turned into headings, if the source marks none."""
    found = list(units)
    if habits.marked:
        return found
    for at in range(len(found) - 2, -1, -1):
        if _may_head(found[at]) and _heads(found, at, habits, seams):
            confidence = 0.9 if found[at].gap or at == 0 else 0.75
            if choices.holds("heading", found[at].lines, confidence):
                found[at] = replace(found[at], kind=Kind.HEADING, confidence=confidence)
    return found


def find_names(units: Sequence[Unit], choices: Choices) -> list[Unit]:
    """Return the units with a bare name between a headline and its text turned into a byline."""
    found = list(units)
    for at in range(1, len(found) - 1):
        unit = found[at]
        if unit.kind not in (Kind.TEXT, Kind.HEADING) or len(unit.lines) > 1 or len(unit.text) > 6:
            continue
        between = found[at - 1].kind is Kind.HEADING and found[at + 1].kind is Kind.TEXT
        byline = name_byline(unit.text, unit.line) if between and len(found[at + 1].text) > 20 else None
        if byline and choices.holds("byline-name", unit.lines, byline.confidence):
            found[at] = replace(unit, kind=Kind.BYLINE, byline=byline)
    return found


def _may_head(unit: Unit) -> bool:
    text = unit.text
    if unit.kind is not Kind.TEXT or len(unit.lines) > 1 or not 2 <= len(text) <= _LONGEST:
        return False
    if text[-1] in _FORBIDDEN or starts_inside(text) or balance(text) != EVEN or "。" in text:
        return False
    return sum(text.count(mark) for mark in ",，") <= 1 and any(char.isalpha() for char in text)


def _heads(units: Sequence[Unit], at: int, habits: Habits, seams: Seams) -> bool:
    unit, following = units[at], units[at + 1]
    if habits.wrap and unit.gap == 0 and at and width(unit.text) + unit.indent >= habits.wrap - 2:
        return False
    if _still_open(units, at, habits, seams):
        return False
    if following.kind in (Kind.HEADING, Kind.BYLINE):
        return True
    if following.kind is Kind.FIGURE:
        return at + 2 < len(units)
    if following.kind is Kind.TEXT and greets(following.text):
        return True
    if following.kind is Kind.NOTE or len(following.text) <= len(unit.text):
        return False
    if following.indent >= 2 > unit.indent or has_dateline(following.text):
        return True
    if not habits.punctuated:
        return len(following.text) > 2 * len(unit.text)
    return len(following.text) > 24 and not _runs_on(unit, following, seams)


def _still_open(units: Sequence[Unit], at: int, habits: Habits, seams: Seams) -> bool:
    """Tell whether the paragraph above waits for a continuation that this line rather is."""
    above = units[at - 1] if at else None
    if is_numbered(units[at].text):
        return False
    if above is None or above.kind is not Kind.TEXT or ends_sentence(above.text) or not habits.punctuated:
        return False
    if breaks_off(above.text) or above.balance.opened:
        return True
    return len(above.text) > _LONGEST and seams.score(above.text, units[at].text) > -0.5


def _runs_on(unit: Unit, following: Unit, seams: Seams) -> bool:
    """Tell whether a short line and the paragraph below it are one sentence."""
    if starts_inside(following.text) or following.balance.closed:
        return True
    return following.gap == 0 and seams.score(unit.text, following.text) > 2.0
