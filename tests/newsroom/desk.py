"""Gives out pages and issues: one a seed and layout, the same every time."""

from collections.abc import Callable
from functools import lru_cache

from newsroom.heads import Head
from newsroom.layouts import broadsheet, dense, latin, mixed, simple, vertical
from newsroom.layouts.order import Carried, Order
from newsroom.prose import chinese
from newsroom.truth import NewsPage

LAYOUTS: dict[str, Callable[[Order], NewsPage]] = {
    "broadsheet": broadsheet.compose,
    "dense": dense.compose,
    "vertical": vertical.compose,
    "simple": simple.compose,
    "mixed": mixed.compose,
    "latin": latin.compose,
}


@lru_cache(maxsize=64)
def page(seed: int, layout: str = "broadsheet") -> NewsPage:
    """Return the page of a seed in a layout."""
    return LAYOUTS[layout](Order(seed))


@lru_cache(maxsize=16)
def issue(seed: int, layout: str = "broadsheet", pages: int = 2) -> tuple[NewsPage, ...]:
    """Return the pages of an issue; the first article of each page but the last goes on on the next, under
    its name.
    """
    found: list[NewsPage] = []
    for sequence in range(1, pages + 1):
        onward = str(sequence + 1) if sequence < pages else ""
        found.append(LAYOUTS[layout](Order(seed, sequence, _head(found, sequence), onward, _carried(found))))
    return tuple(found)


def _head(found: list[NewsPage], sequence: int) -> Head | None:
    if not found:
        return None
    first = found[0]
    number = first.number.replace("1", str(sequence))
    spelled = number if first.layout in ("broadsheet", "simple", "mixed") else chinese(sequence)
    text = number if first.layout == "latin" else f"第{spelled}版"
    return Head(first.title, first.date, first.date_text, number, text, sequence)


def _carried(found: list[NewsPage]) -> Carried | None:
    if not found or not any(jump.onward for jump in found[-1].jumps):
        return None
    jump = next(jump for jump in found[-1].jumps if jump.onward)
    return Carried(jump.article, found[-1].story(jump.article).headline, found[-1].number)
