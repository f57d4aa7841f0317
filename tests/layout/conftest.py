"""Small newspaper pages written for these tests, in several styles, beside the sample page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from baoguan.domain.article import PageLayout
from baoguan.domain.page import PageScan
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.paths import seeds
from baoguan.readers.reading import open_source

PAGES = Path(__file__).with_name("pages")


@pytest.fixture
def scan_of() -> Callable[[str], PageScan]:
    """Return a function from a page's file name to its scan; ``sample`` is the shipped one."""

    def scan(name: str) -> PageScan:
        return open_source(seeds() / "000_093351186b2237d2.txt" if name == "sample" else PAGES / name).scan(0)

    return scan


@pytest.fixture
def layout_of(scan_of: Callable[[str], PageScan]) -> Callable[[str], PageLayout]:
    """Return a function from a page's file name to its layout."""
    return lambda name: lay_out(scan_of(name), vocabulary)
