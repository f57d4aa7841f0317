"""Ruling lines of a page: what stands between two places, and which of them frame a part of the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from baoguan.layout.places.frame import Box, Sheet

_MOST = 0.6
"""A frame around more than this share of the page frames the page."""


class Walls:
    """The ruling lines of a page, ``across`` the columns and ``along`` them."""

    def __init__(self, sheet: Sheet) -> None:
        self.size = sheet.size
        lines = [line for ruling in sheet.rulings for line in _edges(ruling, 2 * sheet.size)]
        self.across = sorted((line for line in lines if line.width >= line.height), key=lambda line: line.top)
        self.along = sorted((line for line in lines if line.width < line.height), key=lambda line: line.left)
        self._tops = [line.top for line in self.across]
        self._lefts = [line.left for line in self.along]

    def between(self, above: Box, below: Box, share: float = 0.5) -> bool:
        """Tell whether a line parts two boxes, one below the other."""
        left, right = max(above.left, below.left), min(above.right, below.right)
        slack = 0.3 * self.size
        first = bisect_left(self._tops, above.bottom - slack)
        last = bisect_right(self._tops, below.top + slack)
        need = share * max(right - left, 1.0)
        return any(min(line.right, right) - max(line.left, left) >= need for line in self.across[first:last])

    def beside(self, one: Box, other: Box) -> float:
        """Return the share of the height two boxes have in common along which a line parts them."""
        top, bottom = max(one.top, other.top), min(one.bottom, other.bottom)
        if bottom <= top:
            return 0.0
        slack = 0.3 * self.size
        first = bisect_left(self._lefts, one.right - slack)
        last = bisect_right(self._lefts, other.left + slack)
        held = [min(line.bottom, bottom) - max(line.top, top) for line in self.along[first:last]]
        return max(0.0, sum(height for height in held if height > 0)) / (bottom - top)


def frames_of(walls: Walls, sheet: Sheet) -> list[Box]:
    """Return the boxes that four lines frame, the smallest first; the frame of the page is none."""
    slack = 0.8 * sheet.size
    page = sheet.bounds.width * sheet.bounds.height
    found: list[Box] = []
    for left, right, above, below in _corners(walls, slack):
        box = Box(left.left, above.top, right.right, below.bottom)
        if box.width * box.height < _MOST * page and min(box.width, box.height) > 2 * sheet.size:
            found.append(box)
    return _apart(sorted(found, key=lambda box: box.width * box.height), slack)


def _corners(walls: Walls, slack: float) -> Iterable[tuple[Box, Box, Box, Box]]:
    """Yield the lines left, right, above and below of what they frame: the nearest to each pair abreast."""
    for at, left in enumerate(walls.along):
        for right in walls.along[at + 1 :]:
            if (
                right.left - left.left < 2 * walls.size
                or abs(right.top - left.top) > slack
                or abs(right.bottom - left.bottom) > slack
            ):
                continue
            above = _lid(walls.across, left, right, left.top, slack)
            below = _lid(walls.across, left, right, left.bottom, slack)
            wide = right.right - left.left + 2 * slack
            if above and below and min(above.width, below.width) <= wide:
                yield left, right, above, below


def _lid(across: Sequence[Box], left: Box, right: Box, at: float, slack: float) -> Box | None:
    """Return the line that closes two upright ones at a height."""
    for line in across:
        if (
            abs((line.top + line.bottom) / 2 - at) <= slack
            and line.left <= left.right + slack
            and line.right >= right.left - slack
        ):
            return line
    return None


def _apart(boxes: Iterable[Box], slack: float) -> list[Box]:
    """Leave out boxes that are the same as one before, and boxes that only hold several others in a row."""
    found: list[Box] = []
    for box in boxes:
        inside = [other for other in found if box.holds(other, slack)]
        held = sum(other.width * other.height for other in inside)
        if held < 0.8 * box.width * box.height:
            found.append(box)
    return found


def _edges(ruling: Box, thick: float) -> list[Box]:
    """Return a ruling as it is, or the four edges of a frame that is given as one box."""
    if min(ruling.width, ruling.height) < thick:
        return [ruling]
    left, top, right, bottom = ruling.left, ruling.top, ruling.right, ruling.bottom
    return [
        Box(left, top, right, top),
        Box(left, bottom, right, bottom),
        Box(left, top, left, bottom),
        Box(right, top, right, bottom),
    ]
