"""Describing a place in a text so that it is found again when the text has changed."""

from itertools import takewhile

from baoguan.domain.annotation import Target
from baoguan.domain.article import Span

_AROUND = 32


def describe(text: str, span: Span | None) -> Target:
    """Return a Target for a span of a text; None targets the whole text."""
    if span is None:
        return Target()
    start, end = span
    return Target(
        start, end, text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    )


def find(text: str, target: Target) -> Span | None:
    """Return where a Target stands in a text, or None where the text no longer holds it.

    Tries the recorded position, then the exact quote where its surroundings agree best, then the
    place between its surroundings (Hypothesis's order: position, quote, context).
    """
    if not target.exact:
        return Span(0, 0)
    if text[target.start : target.end] == target.exact:
        return Span(target.start, target.end)
    return _by_quote(text, target) or _by_surroundings(text, target)


def _by_quote(text: str, target: Target) -> Span | None:
    places: list[Span] = []
    start = text.find(target.exact)
    while start >= 0:
        places.append(Span(start, start + len(target.exact)))
        start = text.find(target.exact, start + 1)
    if not places:
        return None
    return max(places, key=lambda span: (_agreement(text, span, target), -abs(span.start - target.start)))


def _agreement(text: str, span: Span, target: Target) -> int:
    """Return how many characters next to a span are those recorded around the target."""
    before = _shared(text[max(0, span.start - _AROUND) : span.start][::-1], target.prefix[::-1])
    return before + _shared(text[span.end : span.end + _AROUND], target.suffix)


def _shared(left: str, right: str) -> int:
    """Return how many first characters two texts share."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _by_surroundings(text: str, target: Target) -> Span | None:
    """Return what stands between the recorded surroundings, if it is about as long as the quote."""
    if len(target.prefix) < 4 or len(target.suffix) < 4:
        return None
    before = text.find(target.prefix)
    while before >= 0:
        start = before + len(target.prefix)
        end = text.find(target.suffix, start)
        if end > start and end - start <= 2 * len(target.exact) + 8:
            return Span(start, end)
        before = text.find(target.prefix, before + 1)
    return None
