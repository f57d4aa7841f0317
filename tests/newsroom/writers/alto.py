"""Writes a page as ALTO 2, 3 or 4, with the namespace of CCS or none, in any of the three units."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from newsroom.blocks import TextBlock, blocks, box_of, words
from newsroom.truth import Box, Figure, Line, NewsPage, Role
from newsroom.writers.scan import write_scan

NAMESPACES = {
    "2": "http://www.loc.gov/standards/alto/ns-v2#",
    "3": "http://www.loc.gov/standards/alto/ns-v3#",
    "4": "http://www.loc.gov/standards/alto/ns-v4#",
    "ccs": "http://schema.ccs-gmbh.com/ALTO",
    "none": "",
}
_UNITS = {"pixel": 0.0, "mm10": 254.0, "inch1200": 1200.0}
_TAGS = {Role.HEADLINE: "Headline", Role.KICKER: "Overline", Role.DECK: "Subheadline", Role.BYLINE: "Author"}
_BASELINE = 0.88


@dataclass(frozen=True, slots=True)
class Alto:
    """A flavour of ALTO.

    ``strings`` are what a String holds: ``line``, ``word`` (a run of Latin or one character), or
    ``glyph``, a word whose characters have boxes of their own (4). ``prefix`` stands before every ID;
    ``by_place`` puts the blocks in the order of their places instead of that of reading, as a program does
    that knows no articles.
    """

    version: str = "3"
    unit: str = "pixel"
    dpi: int = 300
    strings: str = "word"
    tags: bool = True
    prefix: str = ""
    by_place: bool = False
    confidence: float = 0.93

    @property
    def scale(self) -> float:
        """Units to a point."""
        return (_UNITS[self.unit] or self.dpi) / 72

    @property
    def modern(self) -> bool:
        """Whether the version has tags and baselines."""
        return self.version in ("3", "4")


DEFAULT = Alto()


def write_alto(page: NewsPage, path: Path, flavour: Alto = DEFAULT, image: bool = False) -> Path:
    """Write a page's ALTO file, and its image (PNG) beside it where wanted."""
    picture = path.with_suffix(".png")
    save(alto(page, flavour, picture.name), path)
    if image:
        write_scan(page, picture, flavour.dpi)
    return path


def save(root: etree._Element, path: Path) -> None:
    """Write an XML file in UTF-8."""
    path.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def block_id(flavour: Alto, block: TextBlock) -> str:
    """Return the ID that a block has in the file."""
    return f"{flavour.prefix}TB_{block.name}"


def figure_id(flavour: Alto, figure: Figure) -> str:
    """Return the ID that a figure has in the file."""
    return f"{flavour.prefix}ILL_{figure.name}"


def alto(page: NewsPage, flavour: Alto, image: str) -> etree._Element:
    """Return the root of a page's ALTO; ``image`` is the file name it gives for the picture."""
    made = _Maker(flavour)
    root = made.root()
    description = made.add(root, "Description")
    made.add(description, "MeasurementUnit").text = flavour.unit
    made.add(made.add(description, "sourceImageInformation"), "fileName").text = image
    made.styles(root, page)
    made.tags(root)
    sheet = made.add(
        made.add(root, "Layout"), "Page", ID=f"{flavour.prefix}PAGE", PHYSICAL_IMG_NR=str(page.sequence)
    )
    sheet.set("PRINTED_IMG_NR", page.number)
    sheet.set("WIDTH", made.number(page.width))
    sheet.set("HEIGHT", made.number(page.height))
    found = blocks(page)
    heads = [block for block in found if block.role in (Role.MASTHEAD, Role.FOLIO)]
    top = max((block.box.bottom for block in heads if block.box.bottom < 0.1 * page.height), default=0.0)
    margin = made.add(sheet, "TopMargin", ID=f"{flavour.prefix}TM", **made.box(Box(0, 0, page.width, top)))
    for block in heads:
        made.block(margin, block)
    space = made.add(sheet, "PrintSpace", ID=f"{flavour.prefix}PS")
    for name, value in made.box(Box(0, top, page.width, page.height - top)).items():
        space.set(name, value)
    made.content(space, page, [block for block in found if block not in heads])
    return root


class _Maker:
    """Adds elements in one flavour."""

    def __init__(self, flavour: Alto) -> None:
        self.namespace, self.flavour = NAMESPACES[flavour.version], flavour
        self._styles: dict[tuple[str, float], str] = {}

    def root(self) -> etree._Element:
        return etree.Element(self._named("alto"), nsmap={None: self.namespace} if self.namespace else None)

    def _named(self, name: str) -> str:
        return f"{{{self.namespace}}}{name}" if self.namespace else name

    def add(self, parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        return etree.SubElement(parent, self._named(name), attributes)

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
            name = self._styles[key] = f"{self.flavour.prefix}TXT_{len(self._styles)}"
            bold = {"FONTSTYLE": "bold"} if "Bold" in line.face else {}
            family = "serif" if "Serif" in line.face else "sans-serif"
            self.add(styles, "TextStyle", ID=name, FONTFAMILY=family, FONTSIZE=f"{line.size:g}", **bold)

    def tags(self, root: etree._Element) -> None:
        if not (self.flavour.tags and self.flavour.modern):
            return
        tags = self.add(root, "Tags")
        for label in _TAGS.values():
            self.add(tags, "LayoutTag", ID=f"TAG_{label}", LABEL=label)

    def content(self, space: etree._Element, page: NewsPage, found: list[TextBlock]) -> None:
        """Add blocks, pictures and rulings; advertisements as composed blocks with all that is in them."""
        paid = [story.name for story in page.stories if story.genre == "advertisement"]
        plain = [block for block in found if block.article not in paid]
        if self.flavour.by_place:
            plain.sort(key=lambda block: (round(block.box.top / 20), block.box.left))
        for figure in page.figures:
            if figure.article not in paid:
                self.figure(space, figure)
        for block in plain:
            self.block(space, block)
        for name in paid:
            own = [block for block in found if block.article == name]
            self.advertisement(space, name, own, [each for each in page.figures if each.article == name])
        for place, ruling in enumerate(page.rulings, 1):
            self.add(space, "GraphicalElement", ID=f"{self.flavour.prefix}GE_{place}", **self.box(ruling))

    def advertisement(
        self, space: etree._Element, name: str, own: list[TextBlock], figures: Iterable[Figure]
    ) -> None:
        lines = [line.box for block in own for line in block.lines]
        boxes = lines + [figure.box for figure in figures]
        left, top = min(box.left for box in boxes), min(box.top for box in boxes)
        whole = Box(left, top, max(b.right for b in boxes) - left, max(b.bottom for b in boxes) - top)
        composed = self.add(space, "ComposedBlock", ID=f"{self.flavour.prefix}CB_{name}", **self.box(whole))
        composed.set("TYPE", "Advertisement")
        for figure in figures:
            self.figure(composed, figure)
        for block in own:
            self.block(composed, block)

    def figure(self, space: etree._Element, figure: Figure) -> None:
        self.add(space, "Illustration", ID=figure_id(self.flavour, figure), **self.box(figure.box))

    def block(self, space: etree._Element, block: TextBlock) -> None:
        first = block.lines[0]
        style = self._styles[first.face.value, first.size]
        element = self.add(
            space, "TextBlock", ID=block_id(self.flavour, block), **self.box(block.box), STYLEREFS=style
        )
        if self.flavour.tags and self.flavour.modern and block.role in _TAGS:
            element.set("TAGREFS", f"TAG_{_TAGS[block.role]}")
        divided = ""
        for place, line in enumerate(block.lines):
            following = block.lines[place + 1] if place + 1 < len(block.lines) else None
            divided = self.line(
                element, line, f"{self.flavour.prefix}TL_{block.name}_{place + 1}", divided, following
            )

    def line(self, block: etree._Element, line: Line, name: str, divided: str, following: Line | None) -> str:
        """Add a line; ``divided`` is the word whose second part it begins with; return that it leaves
        divided.
        """
        element = self.add(block, "TextLine", ID=name, **self.box(line.box))
        if self.flavour.modern and not line.vertical:
            element.set("BASELINE", self.number(line.box.top + _BASELINE * line.size))
        kind = "word" if self.flavour.strings == "glyph" else self.flavour.strings
        found = words(line, kind)
        leaves = ""
        for place, (start, end) in enumerate(found):
            if place and start > found[place - 1][1]:
                self.add(element, "SP", ID=f"{name}_SP{place}", **self.gap(line.boxes[start - 1]))
            broken = line.hyphen and place == len(found) - 1 and kind != "line"
            string = self.string(element, line, start, end - broken, f"{name}_{place + 1}")
            if place == 0 and divided:
                string.set("SUBS_TYPE", "HypPart2")
                string.set("SUBS_CONTENT", divided)
            if broken:
                rest = following.text.split(" ")[0] if following else ""
                leaves = line.text[start : end - 1] + rest
                string.set("SUBS_TYPE", "HypPart1")
                string.set("SUBS_CONTENT", leaves)
                self.add(element, "HYP", CONTENT="-", **self.gap(line.boxes[end - 1]))
        return leaves

    def gap(self, box: Box) -> dict[str, str]:
        told = self.box(box)
        del told["HEIGHT"]
        return told

    def string(self, element: etree._Element, line: Line, start: int, end: int, name: str) -> etree._Element:
        told = {"WC": f"{self.flavour.confidence:.2f}", "CONTENT": line.text[start:end]}
        string = self.add(element, "String", ID=f"ST_{name}", **self.box(box_of(line, start, end)), **told)
        if self.flavour.strings == "glyph" and self.flavour.version == "4":
            for place in range(start, end):
                told = {"CONTENT": line.text[place], **self.box(line.boxes[place])}
                self.add(string, "Glyph", ID=f"GL_{name}_{place}", **told)
        return string
