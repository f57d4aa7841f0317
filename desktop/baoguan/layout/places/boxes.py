"""What stands in a frame: an advertisement, an inset of an article, or articles of its own."""

from collections.abc import Sequence
from itertools import groupby

from baoguan.domain.article import Role
from baoguan.layout.drafts import Draft, Part
from baoguan.layout.places.frame import Box, Mark, around
from baoguan.layout.places.notices import NOTICE
from baoguan.layout.places.paragraphs import parts_of
from baoguan.layout.places.strips import Strip
from baoguan.layout.places.threads import Thread

_LONG = 5
_DISPLAY = 1.15


def marks_of(thread: Thread) -> list[Mark]:
    """Return all lines of a thread in order."""
    titled = [mark for mark, _ in thread.title.lines] if thread.title else []
    return [*titled, *(mark for strip in thread.strips for mark in strip.marks)]


def zone_of(thread: Thread) -> int:
    """Return the frame a thread stands in, 0 for none."""
    return thread.title.zone if thread.title else thread.strips[0].zone


def by_zone(threads: Sequence[Thread]) -> dict[int, list[Thread]]:
    """Return the threads of each frame."""
    ordered = sorted(threads, key=zone_of)
    return {zone: list(run) for zone, run in groupby(ordered, key=zone_of) if zone}


def is_inset(threads: Sequence[Thread]) -> bool:
    """Tell whether what stands in a frame has no headline of its own, but running text."""
    return not any(thread.title for thread in threads) and not is_display(threads)


def is_display(threads: Sequence[Thread], size: float = 0.0) -> bool:
    """Tell whether lines are set as advertisements are: hardly any text, in several sizes or all large."""
    if any(_is_prose(strip) for thread in threads for strip in thread.strips):
        return False
    if sum(thread.title is not None for thread in threads) > 1:
        return True
    marks = [mark for thread in threads for mark in marks_of(thread)]
    largest = max(mark.size for mark in marks)
    rest = [mark for mark in marks if mark.size < 0.95 * largest]
    sizes = {round(4 * mark.size / largest) for mark in marks}
    large = sum(len(mark.text) for mark in rest if size and mark.size > _DISPLAY * size)
    return len(sizes) >= 3 or not rest or 2 * large > sum(len(mark.text) for mark in rest)


def _is_prose(strip: Strip) -> bool:
    """Tell whether lines fill their column, as running text does."""
    full = sum(strip.indent(mark) < 0.7 and strip.short(mark) < 1.2 for mark in strip.marks)
    return len(strip.marks) >= _LONG and 3 * full >= len(strip.marks)


def loose_displays(threads: Sequence[Thread], size: float) -> list[list[Thread]]:
    """Return the groups of large lines without text that stand close below each other outside any frame."""
    left = [thread for thread in threads if not zone_of(thread) and len(_text(thread)) < 2]
    groups: list[list[Thread]] = []
    while left:
        group = [left.pop(0)]
        for member in group:
            near = [thread for thread in left if _is_near(member, thread, size)]
            left = [thread for thread in left if thread not in near]
            group += near
        if len(group) > 1 and any(thread.title for thread in group) and is_display(group, size):
            groups.append(group)
    return groups


def _text(thread: Thread) -> list[Mark]:
    return [mark for strip in thread.strips for mark in strip.marks]


def _is_near(one: Thread, other: Thread, size: float) -> bool:
    above, below = sorted((around(marks_of(one)), around(marks_of(other))), key=lambda box: box.top)
    return above.beside(below) > 0.5 * min(above.width, below.width) and below.top - above.bottom < 4 * size


def display(threads: Sequence[Thread]) -> Draft:
    """Return what is set as an advertisement: its largest line is the headline, each other one a passage.

    Lines of one size are running text.
    """
    marks = sorted((mark for thread in threads for mark in marks_of(thread)), key=_row)
    main = max(marks, key=lambda mark: (mark.size, -mark.top))
    titled = any(thread.title for thread in threads)
    if not titled and main.size < _DISPLAY * min(mark.size for mark in marks):
        return Draft([part for thread in threads for part in parts_of(thread.strips)], genre="advertisement")
    heading = Part(Role.HEADLINE, [main.number])
    rest = [Part(Role.BODY, [mark.number]) for mark in marks if mark is not main]
    return Draft([heading, *rest], genre="advertisement")


def inset(threads: Sequence[Thread]) -> list[Part]:
    """Return the passages of an inset."""
    parts = [part for thread in threads for part in parts_of(thread.strips)]
    for part in parts:
        part.role = Role.INSET
    return parts


def is_notice(thread: Thread) -> bool:
    """Tell whether a text without a headline is a small notice."""
    if thread.title or not thread.strips:
        return False
    marks = marks_of(thread)
    text = "".join(mark.text for mark in marks)
    return len(marks) <= 14 and NOTICE.search(text) is not None


def _row(mark: Box) -> tuple[float, float]:
    return (mark.top, mark.left)
