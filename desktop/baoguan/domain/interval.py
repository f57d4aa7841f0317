"""The days between which an ISO 8601 time lies, as statistics bear it."""

import re
from calendar import monthrange
from datetime import date

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


def days_of(iso: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a date or interval; None for an open or unreadable end.

    ``2022`` is a year, ``2022-09`` a month, ``2019/2021`` both years and what is between, ``../2022-09`` all
    up to the end of September, ``2022-09/..`` all from its beginning.
    """
    first, _, last = iso.partition("/")
    return _day(first, last=False), _day(last or first, last=True)


def _day(part: str, *, last: bool) -> date | None:
    """Return the first or the last day of a year, month or day."""
    found = _PART.fullmatch(part.strip())
    if found is None:
        return None
    year, month, day = (int(one) if one else None for one in found.groups())
    try:
        filled = month or (12 if last else 1)
        return date(year or 1, filled, day or (monthrange(year or 1, filled)[1] if last else 1))
    except ValueError:
        return None
