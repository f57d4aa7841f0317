"""Writes a page as ALTO 2, 3 or 4, or without a namespace, in any of the three units, as their schemas define it."""

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from newsroom.blocks import TextBlock, blocks
from newsroom.truth import Box, Figure, Line, NewsPage, Role
from newsroom.writers.scan import write_scan

_NAMESPACES = {
    "2": "http://www.loc.gov/standards/alto/ns-v2#",
    "3": "http://www.loc.gov/standards/alto/ns-v3#",
    "4": "http://www.loc.gov/standards/alto/ns-v4#",
    "none": "",
}
_WORD = re.compile(r"[A-Za-z0-9.,%+\-/]+|[^ ]")
_UNITS = {"pixel": 0.0, "mm10": 254.0, "inch1200": 1200.0}
_TAGS = {Role.HEADLINE: "Headline", Role.KICKER: "Overline", Role.DECK: "Subheadline", Role.BYLINE: "Author"}


@dataclass(frozen=True, slots=True)
class Alto:
    """A flavour: ``strings`` are what a String element holds, ``line``, ``word`` (a character, or a run of Latin) or ``glyph``."""

    version: str = "3"
    unit: str = "pixel"
    dpi: int = 300
    strings: str = "word"
    tags: bool = True
    confidence: float = 0.93

    @property
    def scale(self) -> float:
        """Units to a point."""
        return (_UNITS[self.unit] or self.dpi) / 72


def write_alto(page: NewsPage, path: Path, flavour: Alto = Alto(), image: bool = False) -> Path:
    """Write a page's ALTO file, and its image beside it where wanted."""
    picture = path.with_suffix(".png")
    path.write_bytes(
        etree.tostring(
            alto(page, flavour, picture.name), xml_declaration=True, encoding="UTF-8", pretty_print=True
        )
    )
    if image:
        write_scan(page, picture, flavour.dpi)
    return path


def alto(page: NewsPage, flavour: Alto, image: str) -> etree._Element:
    """Return the root of a page's ALTO; ``image`` is the file name it gives for the picture."""
    namespace = _NAMESPACES[flavour.version]
    root = etree.Element(_q(namespace, "alto"), nsmap={None: namespace} if namespace else None)
    made = _Maker(namespace, flavour)
    description = made.add(root, "Description")
    made.add(description, "MeasurementUnit").text = flavour.unit
    made.add(made.add(description, "sourceImageInformation"), "fileName").text = image
    made.styles(root, page)
    made.tags(root)
    sheet = made.add(
        made.add(root, "Layout"), "Page", ID="Page1", PHYSICAL_IMG_NR="1", PRINTED_IMG_NR=page.number
    )
    sheet.set("WIDTH", made.number(page.width))
    sheet.set("HEIGHT", made.number(page.height))
    space = made.add(sheet, "PrintSpace", **made.box(Box(0, 0, page.width, page.height)))
    for figure in page.figures:
        made.figure(space, figure)
    for block in blocks(page):
        made.block(space, block)
    return root


def _q(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


class _Maker:
    """Adds elements in one flavour."""

    def __init__(self, namespace: str, flavour: Alto) -> None:
        self.namespace, self.flavour = namespace, flavour
        self._styles: dict[tuple[str, float], str] = {}

    def add(self, parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        return etree.SubElement(parent, _q(self.namespace, name), attributes)

    def number(self, points: float) -> str:
        return str(round(points * self.flavour.scale))

    def box(self, box: Box) -> dict[str, str]:
        left, top = round(box.left * self.flavour.scale), round(box.top * self.flavour.scale)
        right, bottom = round(box.right * self.flavour.scale), round(box.bottom * self.flavour.scale)
        return {"HPOS": str(left), "VPOS": str(top), "WIDTH": str(right - left), "HEIGHT": str(bottom - top)}

    def styles(self, root: etree._Element, page: NewsPage) -> None:
        styles = self.add(root, "Styles")
        for line in page.lines:
            key = (line.face.value, line.size)
            if key in self._styles:
                continue
            name = self._styles[key] = f"TXT_{len(self._styles)}"
            bold = {"FONTSTYLE": "bold"} if "Bold" in line.face else {}
            family = "serif" if "Serif" in line.face else "sans-serif"
            self.add(styles, "TextStyle", ID=name, FONTFAMILY=family, FONTSIZE=f"{line.size:g}", **bold)

    def tags(self, root: etree._Element) -> None:
        if not self.flavour.tags or self.flavour.version not in "34":
            return
        tags = self.add(root, "Tags")
        for label in _TAGS.values():
            self.add(tags, "LayoutTag", ID=f"TAG_{label}", LABEL=label)

    def figure(self, space: etree._Element, figure: Figure) -> None:
        self.add(space, "Illustration", ID=f"ILL_{figure.name}", TYPE=figure.kind, **self.box(figure.box))

    def block(self, space: etree._Element, block: TextBlock) -> None:
        first = block.lines[0]
        attributes = {"ID": f"TB_{block.name}", "STYLEREFS": self._styles[first.face.value, first.size]}
        if self.flavour.tags and self.flavour.version in "34" and block.role in _TAGS:
            attributes["TAGREFS"] = f"TAG_{_TAGS[block.role]}"
        element = self.add(space, "TextBlock", **attributes, **self.box(block.box))
        for place, line in enumerate(block.lines):
            self.line(element, line, f"TL_{block.name}_{place + 1}")

    def line(self, block: etree._Element, line: Line, name: str) -> None:
        element = self.add(block, "TextLine", ID=name, **self.box(line.box))
        if self.flavour.version in "34" and not line.vertical:
            element.set("BASELINE", self.number(line.box.top + 0.88 * line.size))
        if self.flavour.strings == "line":
            self.string(element, line, 0, len(line.text), f"{name}_1")
            return
        words = list(_WORD.finditer(line.text))
        for place, word in enumerate(words):
            if place and word.start() > words[place - 1].end():
                self.add(element, "SP", ID=f"{name}_SP{place}", **self._gap(line.boxes[word.start() - 1]))
            self.string(element, line, word.start(), word.end(), f"{name}_{place + 1}")

    def _gap(self, box: Box) -> dict[str, str]:
        told = self.box(box)
        del told["HEIGHT"]
        return told

    def string(self, element: etree._Element, line: Line, start: int, end: int, name: str) -> None:
        boxes = line.boxes[start:end]
        whole = Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes) - min(box.left for box in boxes),
            max(box.bottom for box in boxes) - min(box.top for box in boxes),
        )
        told = {"WC": f"{self.flavour.confidence:.2f}"}
        string = self.add(
            element, "String", ID=f"ST_{name}", CONTENT=line.text[start:end], **self.box(whole), **told
        )
        if self.flavour.strings != "glyph" or self.flavour.version not in "34":
            return
        for place, (character, box) in enumerate(zip(line.text[start:end], boxes, strict=True)):
            self.add(string, "Glyph", ID=f"G_{name}_{place}", CONTENT=character, **self.box(box))
