"""Paragraphs cut at a column end find their continuation, past captions and whole other paragraphs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from baoguan.layout.bylines import has_dateline
from baoguan.layout.choices import Choices
from baoguan.layout.lines import Habits
from baoguan.layout.marks import (
    EVEN,
    QUOTES,
    Balance,
    breaks_off,
    ends_sentence,
    follow,
    greets,
    is_numbered,
    starts_inside,
)
from baoguan.layout.seam import Seams
from baoguan.layout.units import Kind, Unit, joined

_PARAGRAPHS_BETWEEN = 3
_FIGURES = 4
_FRAGMENT = 12
_CAPTION = 30
# Evidence in nats, chosen by cutting the sample page and the tests' pages at random places.
_UNFINISHED = 4.5
_ADJACENT = 0.8
_PAST_FIGURE = 0.7
_PAST_PARAGRAPH = (0.0, -1.5, -2.5)
_TAKE_ADJACENT = -1.4
_TAKE_DISTANT = -0.5


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    between: int
    figures: int
    score: float

    @property
    def least(self) -> float:
        """The score from which on it is taken."""
        return _TAKE_ADJACENT if self.between == 0 else _TAKE_DISTANT

    @property
    def taken(self) -> bool:
        """Tell whether the rules alone take it."""
        return self.score >= self.least


def rejoin(units: Sequence[Unit], habits: Habits, seams: Seams, choices: Choices) -> list[Unit]:
    """Return the units with cut paragraphs made whole; each interrupting paragraph follows as an inset."""
    taken: set[int] = set()
    insets: set[int] = set()
    whole: dict[int, Unit] = {}
    for at, unit in enumerate(units):
        if at in taken or unit.kind is not Kind.TEXT:
            continue
        chain, seams_closed, state, size = [at], [], unit.balance, len(unit.text)
        while found := _continuation(units, chain, size, state, taken, habits, seams):
            confidence = _confidence(found)
            lines = (units[chain[-1]].lines[-1], units[found.at].line)
            rule = "join" if found.taken else "stop"
            if found.taken is not choices.holds(rule, lines, confidence):
                break
            insets.update(_interrupting(units, chain[-1], found.at, taken))
            state = follow(state, units[found.at].balance)
            size += len(units[found.at].text)
            chain.append(found.at)
            seams_closed.append((_rule(found), confidence))
            taken.add(found.at)
        whole[at] = joined([units[part] for part in chain], seams_closed)
    return [
        _marked(whole.get(at, unit), at in insets, choices)
        for at, unit in enumerate(units)
        if at not in taken
    ]


def is_open(unit: Unit, state: Balance, habits: Habits) -> bool:
    """Tell whether a paragraph is unfinished: no sentence end, or a bracket left open."""
    if not unit.text or greets(unit.text) or not (habits.punctuated or breaks_off(unit.text)):
        return False
    return not ends_sentence(unit.text) or bool(state.opened)


def _continuation(
    units: Sequence[Unit],
    chain: Sequence[int],
    size: int,
    state: Balance,
    taken: set[int],
    habits: Habits,
    seams: Seams,
) -> _Candidate | None:
    """Return the likeliest continuation of a paragraph that is open, likely or not."""
    tail = units[chain[-1]]
    if not is_open(tail, state, habits):
        return None
    fragment = len(chain) == 1 and size < _FRAGMENT and not breaks_off(tail.text)
    found: list[_Candidate] = []
    between = figures = unfinished = 0
    for at in range(chain[-1] + 1, len(units)):
        unit = units[at]
        if unit.kind in (Kind.HEADING, Kind.BYLINE) or between >= _PARAGRAPHS_BETWEEN or figures > _FIGURES:
            break
        if unit.kind is not Kind.TEXT:
            figures += 1
        elif at not in taken:
            score = _score(tail, state, unit, habits, seams) - _UNFINISHED * unfinished
            score -= 1.2 if fragment and not ends_sentence(unit.text) else 0.0
            found.append(_Candidate(at, between, figures, score + _nearness(between, figures)))
            between += 1
            unfinished += not ends_sentence(unit.text)
    return max(found, key=lambda candidate: candidate.score, default=None)


def _nearness(between: int, figures: int) -> float:
    if between:
        return _PAST_PARAGRAPH[between - 1]
    return _PAST_FIGURE if figures else _ADJACENT


def _score(tail: Unit, state: Balance, unit: Unit, habits: Habits, seams: Seams) -> float:
    """Return evidence, in nats, that a paragraph goes on where ``tail`` stops."""
    score = seams.score(tail.text[-8:], unit.text[:12]) + _fit(state, unit)
    if ends_sentence(tail.text):
        score -= 2.5
    if habits.indents:
        score += -3.0 if unit.indent >= 2 else 1.5
    if has_dateline(unit.text):
        score -= 3.0
    if tail.text[-1] in ":：":
        score -= 0.5
    elif breaks_off(tail.text):
        score += 0.3
    if _is_listed(unit.text):
        score -= 3.0
    return score


def _fit(state: Balance, unit: Unit) -> float:
    """Return evidence from marks: an open one wants its closing one, a closing one its opening one."""
    closed = unit.balance.closed
    if state.opened and closed:
        return 3.0 if closed[0] in state.opened else -1.0
    if closed:
        return -2.5
    if state.opened and ends_sentence(unit.text):
        return -2.0 if state.opened[-1] not in QUOTES else -1.2
    return 0.0


def _is_listed(text: str) -> bool:
    return is_numbered(text) or text.startswith((*"■□●◆▲△★☆○◇•·", "- ", "* ", "+ ", "| ", "> "))


def _interrupting(units: Sequence[Unit], last: int, following: int, taken: set[int]) -> list[int]:
    between = [at for at in range(last + 1, following) if units[at].kind is Kind.TEXT and at not in taken]
    if len(between) == 1 and _stands_alone(units[between[0]]):
        return between
    return []


def _stands_alone(unit: Unit) -> bool:
    return ends_sentence(unit.text) and unit.balance == EVEN and not starts_inside(unit.text)


def _rule(found: _Candidate) -> str:
    if found.between:
        return "past-paragraph"
    return "past-figure" if found.figures else "column-break"


def _confidence(found: _Candidate) -> float:
    margin = found.score - found.least if found.taken else found.least - found.score
    return 1 / (1 + math.exp(-(0.6 + 0.8 * margin)))


def _marked(unit: Unit, interrupted: bool, choices: Choices) -> Unit:
    if interrupted and len(unit.text) <= _CAPTION and choices.holds("caption", unit.lines, 0.65):
        return replace(unit, kind=Kind.FIGURE, confidence=0.65)
    if interrupted and choices.holds("inset", unit.lines, 0.7):
        return replace(unit, inset=True)
    return unit
