"""The forms that a page is read from: how each is written, and how its pixels lead back to the page."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import newsroom
from newsroom import NewsPage, Wear

_DPI = 150
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write pages, the wear it does to them, and whether it holds a whole issue."""

    write: Callable[[list[NewsPage], Path], Path]
    wear: Wear = newsroom.CLEAN
    issue: bool = False


def _scan(wear: Wear, dpi: int) -> Callable[[list[NewsPage], Path], Path]:
    return lambda pages, folder: newsroom.write_scan(pages[0], folder / "page.png", dpi, wear)


def _alto(pages: list[NewsPage], folder: Path) -> Path:
    flavour = newsroom.Alto("3", "pixel", _DPI, by_place=True)
    return newsroom.write_alto(pages[0], folder / "page.xml", flavour)


FORMS: dict[str, Form] = {
    "perfect": Form(lambda pages, folder: folder),
    "pdf": Form(lambda pages, folder: newsroom.write_pdf(pages, folder / "page.pdf")),
    "alto": Form(_alto),
    "mets": Form(
        lambda pages, folder: newsroom.write_issue(pages, folder / "issue", image=False), issue=True
    ),
    "page": Form(lambda pages, folder: newsroom.write_page_xml(pages[0], folder / "page.xml")),
    "hocr": Form(lambda pages, folder: newsroom.write_hocr(pages, folder / "page.hocr", _DPI)),
    "scan": Form(_scan(newsroom.CLEAN, 200)),
    "worn": Form(_scan(newsroom.WORN, 250), newsroom.WORN),
    "bilevel": Form(_scan(newsroom.BILEVEL, 300), newsroom.BILEVEL),
}


def back(page: NewsPage, wear: Wear, width: float, height: float) -> Callable[[float, float], Point]:
    """Return how a pixel of a scan of that size leads to a point of the page, its skew undone."""
    angle = math.radians(wear.skew)
    cos, sin = math.cos(angle), math.sin(angle)

    def lead(x: float, y: float) -> Point:
        across, down = x - width / 2, y - height / 2
        return (
            (across * cos - down * sin + width / 2) * page.width / width,
            (across * sin + down * cos + height / 2) * page.height / height,
        )

    return lead
