"""The part of a query text that narrows it to a span of time: read, written, replaced and taken out."""

import re
from collections.abc import Iterator
from datetime import date

from baoguan.domain.article import Span
from baoguan.domain.query import All, AnyOf, DateRange, Node, Query
from baoguan.ui.models.months import number_of

_OPERATORS_BEFORE = re.compile(r"(?<![^\s(（])(?:(?:AND|NOT)\s+)+$")
_FIELD = re.compile(r"[A-Za-z一-鿿]+[:：]$")
_OPERATOR_AFTER = re.compile(r"\s*AND(?=\s|$)")
Months = tuple[str | None, str | None]
"""The first and the last month of a span of time; None for an open end."""
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")


def date_parts(query: Query) -> tuple[DateRange, ...]:
    """Return the spans of time that the whole query is narrowed to, in order of place.

    Those in an alternative or a negation narrow only a part of it, and are left out.
    """
    return tuple(part for part in _needed(query.understood) if isinstance(part, DateRange))


def span_of(query: Query) -> Months | None:
    """Return the first and last month that the query is narrowed to, None for an open end; or None."""
    parts = date_parts(query)
    if not parts:
        return None
    first = max((part.first for part in parts if part.first), default=None)
    last = min((part.last for part in parts if part.last), default=None)
    return _month(first), _month(last)


def dated(query: Query, first: str, last: str) -> str:
    """Return the query text narrowed to the months from ``first`` to ``last``, in either order.

    It replaces the span of time that the text was narrowed to; whatever else was asked stays.
    """
    written = written_span(*sorted((first, last), key=number_of))
    parts = date_parts(query)
    if parts:
        text = _opened(query.text)
        for part in reversed(parts[1:]):
            text = _without(text, part.at)
        kept = _with_brackets(text, parts[0].at)
        return _opened(text[: kept.start] + written + text[kept.end :]).strip()
    text = query.text.strip()
    if isinstance(query.understood, AnyOf):
        text = f"({text})"
    return f"{text} {written}".lstrip()


def undated(query: Query) -> str:
    """Return the query text without the spans of time it is narrowed to."""
    parts = date_parts(query)
    if not parts:
        return query.text
    text = _opened(query.text)
    for part in reversed(parts):
        text = _without(text, part.at)
    return _opened(text).strip() if _holds_together(text) else text.strip()


def written_span(first: str, last: str) -> str:
    """Return months as a part of a query: ``日期:1998-03``, ``日期:1998``, ``日期:[1998-03 TO 1999-02]``."""
    if first.endswith("-01") and last.endswith("-12"):
        first, last = first.removesuffix("-01"), last.removesuffix("-12")
    return f"日期:{first}" if first == last else f"日期:[{first} TO {last}]"


def _month(day: date | None) -> str | None:
    return day.isoformat()[:7] if day else None


def _needed(node: Node | None) -> Iterator[Node]:
    """Yield every part that must hold."""
    if isinstance(node, All):
        for part in node.parts:
            yield from _needed(part)
    elif node is not None:
        yield node


def _without(text: str, at: Span) -> str:
    """Return a text without one part of it, and without the operators that bound it to the others."""
    at = _with_brackets(text, at)
    before = _OPERATORS_BEFORE.sub("", text[: at.start])
    if len(before) < at.start and _with_brackets(text, Span(len(before), at.end)).end > at.end:
        return _without(text, Span(len(before), at.end))
    after = text[at.end :]
    if not before.strip() or before.rstrip()[-1] in _OPENING:
        after = _OPERATOR_AFTER.sub("", after, count=1)
    return _joined(before.rstrip(), after.lstrip())


def _joined(before: str, after: str) -> str:
    """Return two sides as one text, without brackets that now hold one thing: they would be looked for."""
    start, end = _opening(before), _closing(after)
    while start is not None and end is not None:
        inside = [part for part in (before[start + 1 :], after[:end]) if part]
        if len(" ".join(inside).split()) > 1:
            break
        before, after = before[:start] + "".join(inside), after[end + 1 :]
        start, end = _opening(before), _closing(after)
    apart = " " if before and after and before[-1] not in _OPENING and after[0] not in _CLOSING else ""
    return before + apart + after.lstrip()


def _opening(before: str) -> int | None:
    """Return where the bracket stands that is open at the end of a text."""
    deep = 0
    for place in reversed(range(len(before))):
        deep += (before[place] in _CLOSING) - (before[place] in _OPENING)
        if deep < 0:
            return place
    return None


def _closing(after: str) -> int | None:
    """Return where the bracket is closed that is open at the start of a text."""
    deep = 0
    for place, character in enumerate(after):
        deep += (character in _OPENING) - (character in _CLOSING)
        if deep < 0:
            return place
    return None


def _field_name(before: str) -> str:
    """Return the name of the field that a bracket after a text belongs to, empty for none."""
    match = _FIELD.search(before)
    return match[0] if match else ""


def _with_brackets(text: str, at: Span) -> Span:
    """Return a place with the brackets that stand around nothing else."""
    before, after = text[: at.start].rstrip(), text[at.end :].lstrip()
    while before and after and before[-1] in _OPENING and after[0] in _CLOSING:
        start = len(before) - 1
        start -= len(_field_name(text[:start]))
        at = Span(start, len(text) - len(after) + 1)
        before, after = text[: at.start].rstrip(), text[at.end :].lstrip()
    return at


def _is_enclosed(text: str) -> bool:
    """Tell whether one pair of brackets stands around the whole text."""
    inner = text.strip()
    return inner[:1] in _OPENING and _closing(inner[1:]) == len(inner) - 2


def _holds_together(text: str) -> bool:
    """Tell whether brackets around a whole text hold more than one thing: else they are looked for."""
    return _is_enclosed(text) and len(text.strip()[1:-1].split()) > 1


def _opened(text: str) -> str:
    """Return a text with blanks for brackets around all of it, every place in it kept."""
    while _holds_together(text):
        start, end = len(text) - len(text.lstrip()), len(text.rstrip()) - 1
        text = f"{text[:start]} {text[start + 1 : end]} {text[end + 1 :]}"
    return text
