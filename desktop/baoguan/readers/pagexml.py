"""PAGE XML of any year: regions in their reading order, lines with words and glyphs, tagged articles."""

from pathlib import Path

from baoguan.domain.errors import SourceEmpty
from baoguan.domain.language import Bilingual
from baoguan.domain.page import BlockRole, GivenArticle, Imprint, PageImage, PageScan
from baoguan.readers.pagexml_order import Order, reading_order
from baoguan.readers.pagexml_regions import Piece, Regions
from baoguan.readers.xml_image import picture_beside
from baoguan.readers.xml_imprint import beside
from baoguan.readers.xml_sheet import Sheet
from baoguan.readers.xml_tree import Element, below, number, read_tree

_LARGER = 3


class PageXmlSource:
    """A PAGE file: one page."""

    format = "page"

    def __init__(self, path: Path, name: str | None) -> None:
        self._path = path
        self._page = page_of(read_tree(path, name or path.name), name or path.name)
        self._image = picture_beside(path, self._page.get("imageFilename", ""))
        self.files = (path, *([self._image.file] if self._image else []))

    def __len__(self) -> int:
        """Return 1."""
        return 1

    def scan(self, part: int) -> PageScan:
        """Read the page."""
        return read_page_xml(self._page, self._image, beside(self._path, Imprint(), 1), part)

    def close(self) -> None:
        """Hold nothing open: nothing to do."""


def open_page_xml(path: Path, name: str | None) -> PageXmlSource:
    """Open a PAGE file, calling it ``name``; raise a ``SourceError``."""
    return PageXmlSource(path, name)


def page_of(root: Element, name: str) -> Element:
    """Return the page of a PAGE file; raise SourceEmpty where it has none."""
    page = next(below(root, "Page"), None)
    if page is None:
        raise SourceEmpty(
            Bilingual(f"“{name}”里没有版面。", f'"{name}" holds no page.'),
            Bilingual("请检查文件是否完整。", "Check that the file is complete."),
        )
    return page


def read_page_xml(page: Element, image: PageImage | None, imprint: Imprint, part: int) -> PageScan:
    """Return a page in pixels of its picture, in the order and with the articles that the file tells."""
    width, height = number(page.get("imageWidth")) or 0.0, number(page.get("imageHeight")) or 0.0
    scale = image.width / width if image and width else 1.0
    if image:
        width, height = float(image.width), float(image.height)
    sheet = Sheet(width, height)
    regions = Regions(page, sheet, scale)
    order = reading_order(page)
    pieces = regions.in_order(order.regions)
    own = _own_articles(order, pieces)
    articles: dict[str, list[int]] = {}
    for piece in pieces:
        place = sheet.add(piece.rows, piece.told.role, piece.told.level, piece.region)
        name = piece.article or own.get(piece.outer, "")
        if place is not None and name:
            articles.setdefault(name, []).append(place)
    wide, high = sheet.size()
    return PageScan(
        tuple(sheet.blocks),
        "utf-8",
        imprint,
        width=wide,
        height=high,
        image=image,
        ordered=bool(order.regions),
        rulings=tuple(regions.rulings),
        articles=tuple(GivenArticle(tuple(places), name) for name, places in articles.items()),
        files=(image.file,) if image else (),
        part=part,
    )


def _own_articles(order: Order, pieces: list[Piece]) -> dict[str, str]:
    """Return the group of each region whose group is an article.

    A group is one where it is called so. Where none is called anything, groups are articles if most of the
    larger ones, and of those with a heading, begin with it.
    """
    if any(piece.article for piece in pieces):
        return {}
    if order.named:
        return {region: group for region, group in order.groups.items() if group in order.named}
    groups: dict[str, list[bool]] = {}
    for piece in pieces:
        if group := order.groups.get(piece.outer):
            groups.setdefault(group, []).append(piece.told.role is BlockRole.HEADING)
    begun = sum(headings[0] for headings in groups.values())
    headed = sum(any(headings) for headings in groups.values())
    larger = [headings[0] for headings in groups.values() if len(headings) >= _LARGER]
    return dict(order.groups) if begun > 1 and 2 * begun > headed and 2 * sum(larger) >= len(larger) else {}
