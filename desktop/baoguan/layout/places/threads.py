"""Which strip is read after which, and which title block heads which: all decided together.

Costs are nats, chosen on composed pages; what they weigh is common to newspapers: text goes on below or at
the top of the next column, a headline stands over the columns of its article, a paragraph begins inside.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from baoguan.layout.choices import Choices
from baoguan.layout.places.following import alone, follow
from baoguan.layout.places.ground import HEADED, MOST, Ground, titles_over
from baoguan.layout.places.heading import heads
from baoguan.layout.places.matching import cheapest
from baoguan.layout.places.strips import Strip
from baoguan.layout.places.titles import Title

_CLEAR = 0.93


@dataclass(slots=True, eq=False)
class Thread:
    """Strips that are read one after the other, and the title block over them, if there is one."""

    strips: list[Strip]
    title: Title | None = None


def threads_of(ground: Ground, choices: Choices) -> list[Thread]:
    """Return every strip and every title of a page in exactly one thread."""
    strips, titles = ground.strips, ground.titles
    ground.over = titles_over(ground)
    options: list[dict[int, float]] = []
    for at, strip in enumerate(strips):
        costs = {
            before: cost
            for before, other in enumerate(strips)
            if before != at and (cost := follow(other, strip, ground)) < MOST
        }
        costs |= {
            len(strips) + place: cost - HEADED
            for place, title in enumerate(titles)
            if (cost := heads(title, strip, ground)) < MOST
        }
        options.append(costs)
    single = [alone(strip, ground) for strip in strips]
    chosen = _heard(choices, strips, options, single)
    _cut_circles(chosen, options, len(strips))
    return _gathered(chosen, strips, titles)


def _heard(
    choices: Choices, strips: Sequence[Strip], options: list[dict[int, float]], single: Sequence[float]
) -> list[int | None]:
    """Return the predecessors, none that a reader rejected; tell of every choice that was not a clear one."""
    while True:
        chosen = cheapest(options, single)
        again = False
        for at, before in enumerate(chosen):
            if before is None or before >= len(strips):
                continue
            margin = single[at] - options[at][before]
            confidence = 1 / (1 + math.exp(-0.4 - 0.6 * margin))
            lines = (strips[before].marks[-1].number, strips[at].marks[0].number)
            if confidence < _CLEAR and not choices.holds("column", lines, confidence):
                del options[at][before]
                again = True
        if not again:
            return chosen


def _gathered(chosen: Sequence[int | None], strips: Sequence[Strip], titles: Sequence[Title]) -> list[Thread]:
    after = {before: at for at, before in enumerate(chosen) if before is not None}
    threads = []
    for place, title in enumerate(titles):
        threads.append(Thread(_chain(after, len(strips) + place, strips), title))
    for at, before in enumerate(chosen):
        if before is None:
            threads.append(Thread([strips[at], *_chain(after, at, strips)]))
    return threads


def _chain(after: dict[int, int], at: int, strips: Sequence[Strip]) -> list[Strip]:
    found = []
    while at in after:
        at = after[at]
        found.append(strips[at])
    return found


def _cut_circles(chosen: list[int | None], options: Sequence[dict[int, float]], count: int) -> None:
    """Take the dearest step out of every circle."""
    seen: set[int] = set()
    for start in range(count):
        path: list[int] = []
        at: int | None = start
        while at is not None and at < count and at not in seen and at not in path:
            path.append(at)
            at = chosen[at]
        if at is not None and at in path:
            ring = path[path.index(at) :]
            chosen[max(ring, key=lambda one: options[one].get(chosen[one] or 0, 0.0))] = None
        seen.update(path)
