"""Pictures of a PDF page: strips put together again, and whether one of them is the page itself, scanned."""

from collections.abc import Iterable

from baoguan.domain.page import Block, BlockRole
from baoguan.readers.pdf_ink import Plate
from baoguan.readers.pdf_sheet import Sheet

_WHOLE = 0.7
"""Share of the page that a scan of it covers: it is the page, not a picture on it."""
_TOUCH = 1.5
"""Pixels between the strips that a program cut one picture into."""


def joined(plates: Iterable[Plate]) -> list[Plate]:
    """Return the pictures of a page, those together again that lie edge to edge or over each other."""
    found: list[Plate] = []
    for plate in sorted(plates, key=lambda plate: (plate.region.top, plate.region.left)):
        place = next((at for at, other in enumerate(found) if _belong(other, plate)), None)
        if place is None:
            found.append(plate)
        else:
            found[place] = _together(found[place], plate)
    return found


def _belong(one: Plate, other: Plate) -> bool:
    a, b = one.region, other.region
    both = a.with_(b)
    level = abs(a.top - b.top) + abs(a.bottom - b.bottom) < 2 * _TOUCH
    plumb = abs(a.left - b.left) + abs(a.right - b.right) < 2 * _TOUCH
    beside = level and -_TOUCH <= b.left - a.right <= _TOUCH
    below = plumb and -_TOUCH <= b.top - a.bottom <= _TOUCH
    inside = both in (a, b)
    return beside or below or inside


def _together(one: Plate, other: Plate) -> Plate:
    region = one.region.with_(other.region)
    finest = max(_fineness(one), _fineness(other))
    return Plate(region, round(region.width * finest), round(region.height * finest))


def _fineness(plate: Plate) -> float:
    """Return the pixels of a picture to one of the page, whichever way it is turned."""
    return max(plate.width, plate.height) / max(plate.region.width, plate.region.height, 1.0)


def whole(plates: Iterable[Plate], sheet: Sheet) -> Plate | None:
    """Return the picture that is the page itself, if one is."""
    least = _WHOLE * sheet.width * sheet.height
    return next((each for each in plates if each.region.width * each.region.height >= least), None)


def fineness(plates: Iterable[Plate], sheet: Sheet) -> float:
    """Return the pixels that the scan of a page has to one of the sheet, 0 where the page is no scan."""
    page = whole(plates, sheet)
    return _fineness(page) if page else 0.0


def pictures(plates: Iterable[Plate], sheet: Sheet) -> tuple[Block, ...]:
    """Return the pictures on a page as blocks, the page's own scan aside."""
    page = whole(plates, sheet)
    return tuple(Block("", (), BlockRole.IMAGE, region=plate.region) for plate in plates if plate is not page)
