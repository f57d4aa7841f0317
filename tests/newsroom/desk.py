"""Gives out pages: one a seed and layout, the same every time."""

from collections.abc import Callable
from functools import lru_cache

from newsroom.layouts import broadsheet
from newsroom.truth import NewsPage

LAYOUTS: dict[str, Callable[[int], NewsPage]] = {"broadsheet": broadsheet.compose}


@lru_cache(maxsize=64)
def page(seed: int, layout: str = "broadsheet") -> NewsPage:
    """Return the page of a seed in a layout."""
    return LAYOUTS[layout](seed)
