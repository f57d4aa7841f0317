"""Bylines between two stories go to the one above or below, so that the counts agree."""

from baoguan.layout.choices import Choices
from baoguan.layout.stories import Gathered, Story

_UNSIGNED = 1.0
_SIGNED_AGAIN = 1.5
_BELOW = 0.3
_BARRED = 1.2


def sign(found: Gathered, choices: Choices) -> None:
    """Give every waiting byline to a story: each wants one; above is likelier, more so before a label."""
    for waiting, below in zip(found.waiting, _assigned(found), strict=True):
        rule = "byline-below" if below else "byline-above"
        lines = tuple(unit.line for unit in waiting.bylines)
        if not choices.holds(rule, lines, _confidence(found, waiting.above, waiting.below, below)):
            below = not below
        story = found.stories[waiting.below if below else waiting.above]
        story.bylines = [*waiting.bylines, *story.bylines] if below else [*story.bylines, *waiting.bylines]


def _assigned(found: Gathered) -> list[bool]:
    """Return for each waiting group whether it goes below, by the cheapest way through the page.

    A chain: only neighbouring groups share a story, so two costs, for the last one above or below, suffice.
    """
    ways: dict[bool, tuple[float, list[bool]]] = {False: (0.0, [])}
    previous = -1
    for waiting in found.waiting:
        nexts: dict[bool, tuple[float, list[bool]]] = {}
        for below in (False, True):
            options = []
            for came, (cost, path) in ways.items():
                given = came and previous == waiting.above
                options.append((cost + _cost(found, waiting.above, int(given) + (not below)), came, path))
            cost, came, path = min(options, key=lambda option: option[0])
            extra = (_BELOW + _BARRED * waiting.barred) if below else 0.0
            nexts[below] = (cost + extra, [*path, below])
        previous, ways = waiting.below, nexts
    ends = []
    for below, (cost, path) in ways.items():
        last = _cost(found, previous, int(below)) if previous >= 0 else 0.0
        ends.append((cost + last, path))
    return min(ends, key=lambda end: end[0])[1]


def _cost(found: Gathered, at: int, given: int) -> float:
    story = found.stories[at]
    count = len(story.bylines) + int(story.signed) + given
    return _UNSIGNED if count == 0 else _SIGNED_AGAIN * (count - 1)


def _confidence(found: Gathered, above: int, below: int, goes_below: bool) -> float:
    chosen, other = (below, above) if goes_below else (above, below)
    wants, declines = _is_unsigned(found.stories[chosen]), not _is_unsigned(found.stories[other])
    return 0.65 + 0.1 * wants + 0.15 * declines


def _is_unsigned(story: Story) -> bool:
    return not story.bylines and not story.signed
