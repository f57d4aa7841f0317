"""Writes a page as PAGE XML of any year from 2013 to 2019."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from newsroom.blocks import TextBlock, blocks, box_of, words
from newsroom.truth import Box, Line, NewsPage, Role
from newsroom.writers.alto import save
from newsroom.writers.scan import write_scan

YEARS = ("2013-07-15", "2016-07-15", "2017-07-15", "2018-07-15", "2019-07-15")
_SPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/"
_TYPES = {
    Role.HEADLINE: "heading",
    Role.KICKER: "heading",
    Role.DECK: "heading",
    Role.SUBHEAD: "heading",
    Role.CAPTION: "caption",
    Role.CREDIT: "credit",
    Role.MASTHEAD: "header",
    Role.SECTION: "header",
    Role.FOLIO: "page-number",
    Role.INSET: "floating",
    Role.BYLINE: "credit",
}


@dataclass(frozen=True, slots=True)
class PageXml:
    """A flavour: ``parts`` are line, word or glyph; ``grouped`` puts each article into a group of the
    reading order.
    """

    year: str = "2019-07-15"
    dpi: int = 300
    parts: str = "line"
    grouped: bool = True
    custom: bool = False


DEFAULT = PageXml()


def write_page_xml(page: NewsPage, path: Path, flavour: PageXml = DEFAULT, image: bool = False) -> Path:
    """Write a page's PAGE file, and its image (PNG) beside it where wanted."""
    picture = path.with_suffix(".png")
    save(page_xml(page, flavour, picture.name), path)
    if image:
        write_scan(page, picture, flavour.dpi)
    return path


def page_xml(page: NewsPage, flavour: PageXml, image: str) -> etree._Element:
    """Return the root of a page's PAGE XML; ``image`` is the file name it gives for the picture."""
    made = _Maker(flavour)
    root = etree.Element(made.named("PcGts"), nsmap={None: _SPACE + flavour.year})
    metadata = made.add(root, "Metadata")
    made.add(metadata, "Creator").text = "newsroom"
    for name in ("Created", "LastChange"):
        made.add(metadata, name).text = f"{page.date}T00:00:00"
    sheet = made.add(root, "Page", imageFilename=image, imageWidth=made.number(page.width))
    sheet.set("imageHeight", made.number(page.height))
    found = blocks(page)
    made.order(sheet, found)
    for block in found:
        made.region(sheet, block)
    for figure in page.figures:
        made.coords(made.add(sheet, "ImageRegion", id=f"img_{figure.name}"), figure.box)
    for place, ruling in enumerate(page.rulings, 1):
        made.coords(made.add(sheet, "SeparatorRegion", id=f"sep_{place}"), ruling)
    return root


class _Maker:
    def __init__(self, flavour: PageXml) -> None:
        self.flavour, self.scale = flavour, flavour.dpi / 72

    def named(self, name: str) -> str:
        return f"{{{_SPACE}{self.flavour.year}}}{name}"

    def add(self, parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        return etree.SubElement(parent, self.named(name), attributes)

    def number(self, points: float) -> str:
        return str(round(points * self.scale))

    def coords(self, parent: etree._Element, box: Box) -> None:
        corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
        points = " ".join(f"{self.number(x)},{self.number(y)}" for x, y in corners)
        self.add(parent, "Coords", points=points)

    def order(self, sheet: etree._Element, found: list[TextBlock]) -> None:
        """Add the reading order: regions one after the other, those of an article in a group of their own."""
        group = self.add(self.add(sheet, "ReadingOrder"), "OrderedGroup", id="order")
        articles: dict[str, etree._Element] = {}
        for index, block in enumerate(found):
            inside = group
            if self.flavour.grouped and block.article:
                if block.article not in articles:
                    told = {"id": f"group_{block.article}", "index": str(index)}
                    articles[block.article] = self.add(group, "OrderedGroupIndexed", **told)
                inside = articles[block.article]
            self.add(inside, "RegionRefIndexed", index=str(index), regionRef=f"r{block.name}")

    def region(self, sheet: etree._Element, block: TextBlock) -> None:
        kind = _TYPES.get(block.role, "paragraph")
        region = self.add(sheet, "TextRegion", id=f"r{block.name}", type=kind)
        if self.flavour.custom:
            region.set("custom", f"readingOrder {{index:{block.name};}} structure {{type:{kind};}}")
        self.coords(region, block.box)
        for place, line in enumerate(block.lines, 1):
            self.line(region, line, f"r{block.name}l{place}")
        self.text(region, "\n".join(line.text for line in block.lines))

    def line(self, region: etree._Element, line: Line, name: str) -> None:
        element = self.add(region, "TextLine", id=name)
        self.coords(element, line.box)
        if line.vertical:
            middle = line.box.left + line.box.width / 2
            ends = ((middle, line.box.top), (middle, line.box.bottom))
        else:
            foot = line.box.top + 0.88 * line.size
            ends = ((line.box.left, foot), (line.box.right, foot))
        self.add(element, "Baseline", points=" ".join(f"{self.number(x)},{self.number(y)}" for x, y in ends))
        if self.flavour.parts != "line":
            for place, (start, end) in enumerate(words(line, "word"), 1):
                self.word(element, line, start, end, f"{name}w{place}")
        self.text(element, line.text)

    def word(self, element: etree._Element, line: Line, start: int, end: int, name: str) -> None:
        word = self.add(element, "Word", id=name)
        self.coords(word, box_of(line, start, end))
        if self.flavour.parts == "glyph":
            for place in range(start, end):
                glyph = self.add(word, "Glyph", id=f"{name}g{place}")
                self.coords(glyph, line.boxes[place])
                self.text(glyph, line.text[place])
        self.text(word, line.text[start:end])

    def text(self, parent: etree._Element, text: str) -> None:
        self.add(self.add(parent, "TextEquiv", conf="0.96"), "Unicode").text = text
