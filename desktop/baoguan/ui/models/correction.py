"""A statistic as a form shows it, and as it reads once a reader changed the form."""

from dataclasses import dataclass, replace

from baoguan.domain.interval import days_of
from baoguan.domain.statistic import Kind, Relation, Statistic
from baoguan.ui.models.typed import Unreadable, read_number
from baoguan.ui.models.wording import number_text


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the fields; ``unit`` is a code, or a unit as people write it (亿元)."""

    first: str
    last: str
    relation: Relation
    unit: str
    kind: Kind
    measure: str
    subject: str
    time_text: str
    time_iso: str
    place: str


def form_of(statistic: Statistic) -> Form:
    """Return what the fields show of a statistic."""
    ends = (statistic.value, None) if statistic.value is not None else (statistic.low, statistic.high)
    first, last = ("" if end is None else number_text(end) for end in ends)
    return Form(
        first, last, statistic.relation, statistic.unit or "", statistic.kind, statistic.measure,
        statistic.subject, statistic.time_text, statistic.time_iso or "", statistic.place,
    )  # fmt: skip


def corrected(statistic: Statistic, form: Form) -> Statistic:
    """Return a statistic as a form says it; raise ``Unreadable`` for a number that is none.

    A number whose text was left alone keeps all its figures. Without a time of its own in days, the time
    that was read stays, and follows from the words where those are others.
    """
    shown = form_of(statistic)
    changed = replace(
        statistic, relation=form.relation, unit=form.unit or None, kind=form.kind, measure=form.measure,
        subject=form.subject, time_text=form.time_text, place=form.place,
        time_iso=form.time_iso or (statistic.time_iso if form.time_text else None),
    )  # fmt: skip
    if (form.first, form.last) == (shown.first, shown.last):
        return changed
    first, last = read_number(form.first), read_number(form.last)
    if first is None and last is None:
        raise Unreadable(form.first)
    if first is None or last is None:
        return replace(changed, value=last if first is None else first, low=None, high=None)
    return replace(changed, value=None, low=first, high=last)


def is_time(iso: str) -> bool:
    """Return whether a text is an ISO date or interval, or nothing."""
    return not iso or any(day is not None for day in days_of(iso))
