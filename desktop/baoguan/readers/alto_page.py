"""One page of an ALTO file, any version, with or without a namespace, to blocks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from baoguan.domain.page import BlockRole, PageImage, Region
from baoguan.readers.alto_styles import Styles, in_pixels
from baoguan.readers.alto_words import Words
from baoguan.readers.xml_lines import Row, around
from baoguan.readers.xml_roles import Told
from baoguan.readers.xml_sheet import Sheet
from baoguan.readers.xml_tree import Element, below, child, children, local, number

_MARGINS = frozenset({"TopMargin", "BottomMargin", "LeftMargin", "RightMargin"})
_PER_INCH = {"mm10": 254.0, "inch1200": 1200.0}
_DPI = 300.0
"""Page pixels an inch where units are lengths and no picture says how many pixels the page has."""
_ALIKE = 0.05
_RULE = 8.0


class Claim(NamedTuple):
    """What a METS file says of a part of a page: its article, its place in it, and what it is."""

    article: str
    order: int
    told: Told | None = None


@dataclass(slots=True)
class Part:
    """A block in the making."""

    element: Element
    rows: list[Row]
    told: Told
    region: Region | None
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class AltoPage:
    """A page read: its blocks on a sheet, and for each of them who claims it."""

    sheet: Sheet
    claims: tuple[Claim | None, ...]
    rulings: tuple[Region, ...]
    ordered: bool


@dataclass(slots=True)
class _Found:
    parts: list[Part] = field(default_factory=list)
    rulings: list[Region] = field(default_factory=list)


_NOBODY: Mapping[str, Claim] = {}


def read_alto_page(
    page: Element, root: Element, image: PageImage | None = None, claims: Mapping[str, Claim] = _NOBODY
) -> AltoPage:
    """Return a page's blocks in pixels of its picture; ``claims`` are METS's, by the IDs of the file."""
    unit = next((each.text or "" for each in below(root, "MeasurementUnit")), "").strip()
    reader = _Reader(page, root, unit, image, claims)
    found = _Found()
    reader.walk(page, None, None, found)
    parts, ordered = _in_reading_order(page, root, found.parts)
    sheet, owners = reader.sheet, []
    for part, rows in zip(parts, in_pixels([part.rows for part in parts]), strict=True):
        if sheet.add(rows, part.told.role, part.told.level, part.region) is not None:
            owners.append(part.claim)
    return AltoPage(sheet, tuple(owners), tuple(found.rulings), ordered)


class _Reader:
    def __init__(
        self,
        page: Element,
        root: Element,
        unit: str,
        image: PageImage | None,
        claims: Mapping[str, Claim],
    ) -> None:
        self.across, self.down, width, height = _scales(page, unit, image)
        self.sheet = Sheet(width, height)
        self._styles, self._claims = Styles(root), claims
        self._words = Words(root, self.place)

    def place(self, element: Element) -> Region | None:
        """Return an element's box in page pixels."""
        get = element.get
        try:
            left, top = float(get("HPOS", "")), float(get("VPOS", ""))
            width, height = float(get("WIDTH", "")), float(get("HEIGHT", ""))
        except ValueError:
            told = [number(get(name)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")]
            known = [value for value in told if value is not None]
            if len(known) < len(told):
                known = _outline(element)
            if not known:
                return None
            left, top, width, height = known
        across, down = self.across, self.down
        return self.sheet.region(left * across, top * down, width * across, height * down)

    def walk(self, element: Element, told: Told | None, claim: Claim | None, found: _Found) -> None:
        """Collect the blocks below an element; ``told`` and ``claim`` are what holds for all of them."""
        for each in element:
            kind = local(each)
            own = self._claims.get(each.get("ID", ""), claim)
            if kind == "TextBlock":
                found.parts.extend(self._text_parts(each, told, own))
            elif kind == "Illustration":
                region = self.place(each)
                found.parts.append(Part(each, [], Told(BlockRole.IMAGE), region, own))
            elif kind == "GraphicalElement":
                region = self.place(each)
                if region and max(region.width, region.height) > _RULE * min(region.width, region.height):
                    found.rulings.append(region)
            elif kind == "ComposedBlock":
                self.walk(each, self._styles.told(each) or told, own, found)
            elif kind in _MARGINS:
                self.walk(each, Told(BlockRole.FURNITURE), own, found)
            elif kind == "PrintSpace":
                self.walk(each, told, own, found)

    def _text_parts(self, block: Element, told: Told | None, claim: Claim | None) -> Iterator[Part]:
        """Yield a text block, in several parts where METS gives its lines to several articles."""
        own = self._styles.told(block)
        if own is None or own.role is BlockRole.TEXT:
            own = _inherited(told)
        region = self.place(block)
        runs: list[tuple[Claim | None, list[Row]]] = []
        for line in children(block, "TextLine"):
            owner = self._claims.get(line.get("ID", ""), claim) if self._claims else claim
            if not runs or runs[-1][0] != owner:
                runs.append((owner, []))
            runs[-1][1].append(self._row(line, block))
        for owner, rows in runs:
            part = region if len(runs) == 1 else around([row.region for row in rows if row.region])
            yield Part(block, rows, _settled(owner, own), part, owner)

    def _row(self, line: Element, block: Element) -> Row:
        first = next(children(line, "String"), line)
        style = self._styles.of(first, line, block)
        words, raw = self._words.of(line)
        return Row(words, self.place(line), raw=raw, size=style.points, bold=style.bold)


def _inherited(told: Told | None) -> Told:
    """Return what text is in a block of blocks: beside a picture it is its caption."""
    if told is None:
        return Told(BlockRole.TEXT)
    return Told(BlockRole.CAPTION) if told.role is BlockRole.IMAGE else told


def _settled(claim: Claim | None, own: Told) -> Told:
    """Return what text is: as METS says, but as ALTO says where METS says no more than that it is text.

    An advertisement that METS makes an article is one by its genre; its blocks are headings and text.
    """
    if claim is None:
        return own
    if claim.article and own.role in (BlockRole.ADVERTISEMENT, BlockRole.FURNITURE):
        own = Told(BlockRole.TEXT)
    if claim.told is None or claim.told.role in (BlockRole.TEXT, BlockRole.ADVERTISEMENT):
        return own
    return Told(BlockRole.CAPTION) if claim.told.role is BlockRole.IMAGE else claim.told


def _scales(page: Element, unit: str, image: PageImage | None) -> tuple[float, float, float, float]:
    """Return page pixels to a unit across and down, and the page's width and height in page pixels."""
    width, height = _extent(page)
    if image and width and height:
        across, down = image.width / width, image.height / height
        if abs(across - down) <= _ALIKE * down:
            return across, down, float(image.width), float(image.height)
    per_inch = _PER_INCH.get(unit.lower())
    scale = (image.dpi if image and image.dpi else _DPI) / per_inch if per_inch else 1.0
    if image:
        return scale, scale, float(image.width), float(image.height)
    return scale, scale, width * scale, height * scale


def _extent(page: Element) -> tuple[float, float]:
    """Return a page's width and height in its units: as it says, or as far as its blocks reach.

    A size that half of the blocks do not fit into is that of something else.
    """
    width, height = number(page.get("WIDTH")) or 0.0, number(page.get("HEIGHT")) or 0.0
    rights, bottoms = [], []
    for block in below(page, "TextBlock", "Illustration", "PrintSpace"):
        left, top, wide, high = (number(block.get(name)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
        if wide and high and wide > 0 and high > 0:
            rights.append((left or 0.0) + wide)
            bottoms.append((top or 0.0) + high)
    outside = sum(r > width or b > height for r, b in zip(rights, bottoms, strict=True))
    if width > 0 and height > 0 and 2 * outside <= max(len(rights), 1):
        return width, height
    return max(rights, default=0.0), max(bottoms, default=0.0)


def _outline(element: Element) -> list[float]:
    """Return left, top, width and height of the polygon that an element has in place of a box, if any."""
    shape = child(element, "Shape")
    polygon = child(shape, "Polygon") if shape is not None else None
    told = re.split(r"[\s,]+", polygon.get("POINTS", "").strip()) if polygon is not None else []
    points = [value for text in told if (value := number(text)) is not None]
    if len(points) < 4 or len(points) % 2:
        return []
    xs, ys = points[::2], points[1::2]
    return [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)]


def _in_reading_order(page: Element, root: Element, parts: list[Part]) -> tuple[list[Part], bool]:
    """Return the parts in the order that ReadingOrder or IDNEXT say, and whether they say one."""
    told = [ref.get("REF", "") for ref in below(root, "ElementRef")]
    if not told:
        told = _chained(parts)
    places = {name: at for at, name in reversed(list(enumerate(told)))}
    known = [part for part in parts if part.element.get("ID") in places]
    if 2 * len(known) < len([part for part in parts if part.rows]) or not known:
        return parts, False
    known.sort(key=lambda part: places[part.element.get("ID", "")])
    return known + [part for part in parts if part.element.get("ID") not in places], True


def _chained(parts: list[Part]) -> list[str]:
    """Return the IDs of blocks along their IDNEXT, a chain begun where none leads to; empty without any."""
    following = {part.element.get("ID", ""): part.element.get("IDNEXT", "") for part in parts}
    if not any(following.values()):
        return []
    led_to = set(following.values())
    found: dict[str, None] = {}
    for name in (name for name in following if name not in led_to):
        at = name
        while at and at in following and at not in found:
            found[at] = None
            at = following[at]
    return list(found)
