"""The order in which lines are told, as well as their places alone tell it: column after column."""

from collections.abc import Sequence
from typing import NamedTuple

from baoguan.readers.recognition.scales import Line, sides
from baoguan.readers.recognition.upright import is_upright

_NEAR = 1.2
_ALIKE = 1.5
_SHARED = 0.5


class _Place(NamedTuple):
    """A line as if it were level: from where to where it reaches, how far down it is, and its height."""

    begin: float
    end: float
    down: float
    height: float
    line: Line


def ordered(lines: Sequence[Line]) -> list[Line]:
    """Return lines in runs of neighbours of one size, runs from the top; of upright pages, from the right."""
    upright = is_upright(lines)
    runs: list[list[_Place]] = []
    for place in sorted((_place(line, upright) for line in lines), key=lambda place: place.down):
        above = [run for run in runs if _continues(run[-1], place)]
        run = max(above, key=lambda run: run[-1].down, default=None)
        if run is None:
            runs.append([place])
        else:
            run.append(place)
    runs.sort(key=lambda run: (run[0].down, run[0].begin))
    return [place.line for run in runs for place in run]


def _place(line: Line, upright: bool) -> _Place:
    left, top, right, bottom = sides(line[0])
    if upright:
        return _Place(top, bottom, -right, right - left, line)
    return _Place(left, right, top, bottom - top, line)


def _continues(last: _Place, place: _Place) -> bool:
    """Tell whether a line stands close below another, is about as high and shares its column."""
    gap = place.down - last.down - last.height
    low, high = sorted((last.height, place.height))
    shared = min(last.end, place.end) - max(last.begin, place.begin)
    shorter = min(last.end - last.begin, place.end - place.begin)
    return -low < gap < _NEAR * low and high < _ALIKE * low and shared > _SHARED * shorter
