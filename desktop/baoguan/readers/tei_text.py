"""The text of a TEI file to the blocks of its pages, as its elements follow each other."""

from dataclasses import dataclass, field, replace

from baoguan.domain.page import BlockRole, GivenArticle, Region
from baoguan.readers.xml_lines import Row, is_wide
from baoguan.readers.xml_roles import Told
from baoguan.readers.xml_sheet import Sheet
from baoguan.readers.xml_tree import Element, below, local, number, words_of

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TEXT = Told(BlockRole.TEXT)
_PLAIN = ("p", "ab", "l", "item", "opener", "closer", "dateline", "salute", "note", "label", "trailer")
_BLOCKS = dict.fromkeys(_PLAIN, _TEXT) | {
    "head": Told(BlockRole.HEADING, 1),
    "byline": Told(BlockRole.BYLINE),
    "docAuthor": Told(BlockRole.BYLINE),
    "signed": Told(BlockRole.BYLINE),
    "fw": Told(BlockRole.FURNITURE),
    "figDesc": Told(BlockRole.CAPTION),
    "table": Told(BlockRole.TABLE),
}
_SUBORDINATE = frozenset({"kicker", "sub", "subtitle", "deck", "overline", "desc", "upper", "lower"})
_HYPHENS = "-\u00ad\u00ac\u2010\u2e17"
_WHOLES = frozenset({"issue", "newspaper", "page", "section", "column", "edition", "contents", "supplement"})


@dataclass(slots=True)
class Leaf:
    """A page in the making: its blocks, and the article that each is in."""

    number: str = ""
    surface: Element | None = None
    width: float = 0.0
    height: float = 0.0
    blocks: list[tuple[list[Row], Told, Region | None, str]] = field(default_factory=list)
    articles: dict[str, tuple[str, str]] = field(default_factory=dict)

    def set_at(self, scale: float) -> tuple[Sheet, tuple[GivenArticle, ...]]:
        """Return the page's blocks with places times ``scale``, and its articles."""
        sheet = Sheet(self.width * scale, self.height * scale)
        places: dict[str, list[int]] = {}
        placed = any(row.region for rows, *_ in self.blocks for row in rows)
        for lines, told, region, article in self.blocks:
            rows = lines if placed else [Row(text=_run([row.text for row in lines]))]
            scaled = [replace(row, region=_scaled(row.region, scale)) for row in rows]
            place = sheet.add(scaled, told.role, told.level, _scaled(region, scale))
            if place is not None and article:
                places.setdefault(article, []).append(place)
        told_of = self.articles
        return sheet, tuple(GivenArticle(tuple(own), name, *told_of[name]) for name, own in places.items())


class Reader:
    """Goes through the text of one file and leaves its pages in ``leaves``."""

    def __init__(self, root: Element) -> None:
        self._zones = {each.get(_ID, ""): each for each in below(root, "zone", "surface")}
        self._leaf, self._rows, self._article = Leaf(), [Row()], ""
        self._articles: dict[str, tuple[str, str]] = {}
        self.leaves: list[Leaf] = []
        surfaces = list(below(root, "surface"))
        if surfaces:
            self._turn_to(surfaces[0])
        for text in below(root, "body", "front", "back"):
            self._walk(text, _TEXT)
        self._end_page()

    def _walk(self, element: Element, told: Told) -> None:
        tag = local(element)
        outer = self._article
        opens = tag in _BLOCKS or tag in ("div", "figure", "cell")
        if tag == "pb":
            self._begin_page(element)
        elif tag == "lb":
            self._begin_line(element)
        elif tag in ("div", "div1", "div2", "div3"):
            self._begin_division(element)
        if opens:
            self._end_block(told)
        own = _told(element, tag) or told
        if tag == "figure" and (region := self._region(element)):
            self._leaf.blocks.append(([], Told(BlockRole.IMAGE), region, self._article))
        self._write(element.text)
        for each in element:
            self._walk(each, own)
            self._write(each.tail)
        if opens:
            self._end_block(own)
        self._article = outer

    def _write(self, text: str | None) -> None:
        if text:
            self._rows[-1] = replace(self._rows[-1], text=self._rows[-1].text + text)

    def _begin_division(self, division: Element) -> None:
        """Enter an article: a division with text of its own that stands in none."""
        kind = division.get("type", "").lower()
        has_text = any(local(each) in _BLOCKS for each in division)
        divided = any(local(each).startswith("div") for each in division)
        if self._article or kind in _WHOLES or not has_text or (divided and not kind):
            return
        name = division.get(_ID) or division.get("n") or f"article-{len(self._articles) + 1}"
        heads = [each for each in below(division, "head") if each.get("type", "") not in _SUBORDINATE]
        title = words_of(heads[0]) if heads else ""
        self._articles[name] = (title, kind or "article")
        self._article = name

    def _begin_line(self, line: Element) -> None:
        before = self._rows[-1]
        text = before.text.rstrip()
        if line.get("break") == "no" and text and text[-1] not in _HYPHENS:
            self._rows[-1] = replace(before, text=f"{text}\u00ad", raw=" ".join(text.split()))
        self._rows.append(Row(region=self._region(line)))

    def _end_block(self, told: Told) -> None:
        """Close the block in the making; its lines belong to what held them."""
        rows = [replace(row, text=" ".join(row.text.split())) for row in self._rows]
        rows = [row for row in rows if row.text]
        self._rows = [Row()]
        if rows:
            self._leaf.blocks.append((rows, told, None, self._article))
            if self._article:
                self._leaf.articles[self._article] = self._articles[self._article]

    def _begin_page(self, beginning: Element) -> None:
        rows = " ".join(row.text for row in self._rows).split()
        if rows:
            self._end_block(_TEXT)
        self._end_page()
        self._leaf = Leaf(beginning.get("n", ""))
        surface = self._zones.get(beginning.get("facs", "").removeprefix("#"))
        if surface is None:
            surface = next((each for at, each in enumerate(self._surfaces()) if at == len(self.leaves)), None)
        if surface is not None:
            self._turn_to(surface)

    def _surfaces(self) -> list[Element]:
        return [each for each in self._zones.values() if local(each) == "surface"]

    def _turn_to(self, surface: Element) -> None:
        right, bottom = number(surface.get("lrx")), number(surface.get("lry"))
        left, top = number(surface.get("ulx")) or 0.0, number(surface.get("uly")) or 0.0
        self._leaf.surface = surface
        if right and bottom:
            self._leaf.width, self._leaf.height = right - left, bottom - top

    def _end_page(self) -> None:
        if self._leaf.blocks:
            self.leaves.append(self._leaf)

    def _region(self, element: Element) -> Region | None:
        """Return the box of the zone that an element points to."""
        zone = self._zones.get(element.get("facs", "").split(" ")[0].removeprefix("#"))
        if zone is None or local(zone) != "zone":
            return None
        told = [number(zone.get(name)) for name in ("ulx", "uly", "lrx", "lry")]
        if any(value is None for value in told):
            pairs = [point.partition(",") for point in zone.get("points", "").split()]
            xs, ys = [number(x) or 0.0 for x, _, _ in pairs], [number(y) or 0.0 for _, _, y in pairs]
            told = [min(xs), min(ys), max(xs), max(ys)] if pairs else []
        known = [value for value in told if value is not None]
        if len(known) < 4:
            return None
        left, top, right, bottom = known
        return Sheet(self._leaf.width, self._leaf.height).region(left, top, right - left, bottom - top)


def _told(element: Element, tag: str) -> Told | None:
    told = _BLOCKS.get(tag)
    if tag == "head":
        parent = element.getparent()
        if parent is not None and local(parent) == "figure":
            return Told(BlockRole.CAPTION)
        if element.get("type", "") in _SUBORDINATE:
            return Told(BlockRole.HEADING, 2)
    return told


def _run(lines: list[str]) -> str:
    """Return lines whose places nobody knows as one: Latin words apart, divided ones whole."""
    text = ""
    for line in lines:
        if text[-1:] in tuple(_HYPHENS) and line[:1].islower():
            text = text[:-1]
        elif text and line and not (is_wide(text[-1]) or is_wide(line[0])):
            text += " "
        text += line
    return text


def _scaled(region: Region | None, scale: float) -> Region | None:
    if region is None or scale == 1.0:
        return region
    return Region(region.left * scale, region.top * scale, region.width * scale, region.height * scale)
