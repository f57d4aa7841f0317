"""Paragraphs cut at a column end find their continuation, past captions and whole other paragraphs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from baoguan.layout.bylines import has_dateline
from baoguan.layout.choices import Choices
from baoguan.layout.lines import Habits
from baoguan.layout.marks import QUOTES, Balance, breaks_off, ends_sentence, follow, starts_inside
from baoguan.layout.seam import Seams
from baoguan.layout.units import Kind, Unit, joined

_PARAGRAPHS_BETWEEN = 3
_ADJACENT = 0.9
_PAST_FIGURE = 0.8
_PAST_PARAGRAPH = (0.0, -1.5, -2.5)
_TAKE_ADJACENT = -1.4
_TAKE_DISTANT = -0.5


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    between: int
    figures: int
    score: float


def rejoin(units: Sequence[Unit], habits: Habits, seams: Seams, choices: Choices) -> list[Unit]:
    """Return the units with cut paragraphs made whole; each interrupting paragraph follows as an inset."""
    taken: set[int] = set()
    whole: dict[int, Unit] = {}
    insets: set[int] = set()
    for at, unit in enumerate(units):
        if at in taken or unit.kind is not Kind.TEXT:
            continue
        last, state = at, unit.balance
        while (found := _continuation(units, last, unit, state, taken, habits, seams)) is not None:
            confidence = _confidence(found, units[last], habits)
            following = units[found.at]
            if not choices.holds("join", (units[last].lines[-1], following.line), confidence):
                break
            insets.update(_interrupting(units, last, found, taken))
            unit = joined(unit, following, _rule(found), confidence)
            state = follow(state, following.balance)
            taken.add(found.at)
            last = found.at
        whole[at] = unit
    return [
        _marked(whole.get(at, unit), at in insets, choices)
        for at, unit in enumerate(units)
        if at not in taken
    ]


def is_open(unit: Unit, state: Balance, habits: Habits) -> bool:
    """Tell whether a paragraph is unfinished: no sentence end, or a bracket left open."""
    if not unit.text or not habits.punctuated and not breaks_off(unit.text):
        return False
    return not ends_sentence(unit.text) or bool(state.opened)


def _continuation(
    units: Sequence[Unit],
    last: int,
    whole: Unit,
    state: Balance,
    taken: set[int],
    habits: Habits,
    seams: Seams,
) -> _Candidate | None:
    tail = units[last]
    if not is_open(tail, state, habits):
        return None
    candidates = list(_candidates(units, last, whole, state, taken, habits, seams))
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate.score)
    least = _TAKE_ADJACENT if best.between == 0 else _TAKE_DISTANT
    return best if best.score >= least else None


def _candidates(
    units: Sequence[Unit],
    last: int,
    whole: Unit,
    state: Balance,
    taken: set[int],
    habits: Habits,
    seams: Seams,
) -> list[_Candidate]:
    found: list[_Candidate] = []
    between = figures = unfinished = 0
    for at in range(last + 1, len(units)):
        unit = units[at]
        if unit.kind in (Kind.HEADING, Kind.BYLINE) or between > _PARAGRAPHS_BETWEEN - 1 or figures > 4:
            break
        if unit.kind is Kind.TEXT and at not in taken:
            score = _score(units[last], whole, state, unit, habits, seams) - 2.0 * unfinished
            found.append(_Candidate(at, between, figures, score + _nearness(between, figures)))
            between += 1
            unfinished += not ends_sentence(unit.text)
        elif unit.kind is not Kind.TEXT:
            figures += 1
    return found


def _nearness(between: int, figures: int) -> float:
    if between:
        return _PAST_PARAGRAPH[between - 1]
    return _PAST_FIGURE if figures else _ADJACENT


def _score(tail: Unit, whole: Unit, state: Balance, unit: Unit, habits: Habits, seams: Seams) -> float:
    score = seams.score(tail.text[-8:], unit.text[:12]) + _fit(state, unit)
    if ends_sentence(tail.text):
        score -= 2.5
    if habits.indents:
        score += -3.0 if unit.indent >= 2 else 1.5
    if has_dateline(unit.text):
        score -= 3.0
    if breaks_off(tail.text):
        score += 0.3
    elif len(whole.text) < 12 and not tail.joins and not ends_sentence(unit.text):
        score -= 1.2
    if _is_listed(unit.text):
        score -= 2.0
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
    return len(text) > 1 and (
        text[0] in "■□●◆▲△★☆○◇•·①②③④⑤⑥⑦⑧⑨" or text.startswith(("- ", "* ", "+ ", "| ", "> "))
    )


def _interrupting(units: Sequence[Unit], last: int, found: _Candidate, taken: set[int]) -> list[int]:
    between = [at for at in range(last + 1, found.at) if units[at].kind is Kind.TEXT and at not in taken]
    if len(between) == 1 and _stands_alone(units[between[0]]):
        return between
    return []


def _stands_alone(unit: Unit) -> bool:
    return ends_sentence(unit.text) and unit.balance == Balance((), ()) and not starts_inside(unit.text)


def _rule(found: _Candidate) -> str:
    if found.between:
        return "past-paragraph"
    return "past-figure" if found.figures else "column-break"


def _confidence(found: _Candidate, tail: Unit, habits: Habits) -> float:
    least = _TAKE_ADJACENT if found.between == 0 else _TAKE_DISTANT
    return min(0.99, 1 / (1 + math.exp(-(0.6 + 0.8 * (found.score - least)))))


def _marked(unit: Unit, interrupted: bool, choices: Choices) -> Unit:
    if interrupted and choices.holds("inset", unit.lines, 0.7):
        return replace(unit, inset=True)
    return unit
