"""The regions of a PAGE file: their kinds, their lines, and which article a line is tagged with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from baoguan.domain.page import BlockRole, Region
from baoguan.readers.pagexml_order import tags
from baoguan.readers.xml_lines import Row, Word, around
from baoguan.readers.xml_roles import Told, told_by
from baoguan.readers.xml_sheet import Sheet
from baoguan.readers.xml_tree import Element, child, children, local, number

_TEXT = Told(BlockRole.TEXT)
_CAPTION, _CREDIT = Told(BlockRole.CAPTION), Told(BlockRole.BYLINE)
_OF_PICTURES = (BlockRole.CAPTION, BlockRole.IMAGE)
"""A credit after one of these is the photographer's, any other the writer's."""
_KINDS = {
    "AdvertRegion": Told(BlockRole.ADVERTISEMENT),
    "TableRegion": Told(BlockRole.TABLE),
    "TableCell": Told(BlockRole.TABLE),
}
_PICTURES = frozenset(
    {"ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion", "PhotoRegion"}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block in the making; ``outer`` is the ID of its region, or of the one that holds that."""

    rows: Sequence[Row]
    told: Told
    region: Region | None
    outer: str
    article: str = ""


class Regions:
    """Reads the regions of one page onto a sheet's pixels."""

    def __init__(self, page: Element, sheet: Sheet, scale: float) -> None:
        self.rulings: list[Region] = []
        self._page, self._sheet, self._scale = page, sheet, scale

    def in_order(self, names: Iterable[str]) -> list[Piece]:
        """Return all blocks of the page: those of named regions first, in that order, then the others."""
        found: dict[str, list[Piece]] = {}
        for region in self._page:
            self._walk(region, None, found)
        pieces = [piece for name in names for piece in found.pop(name, [])]
        pieces += [piece for rest in found.values() for piece in rest]
        before = [None, *(piece.told.role for piece in pieces)]
        return [
            replace(piece, told=_CAPTION) if piece.told == _CREDIT and role in _OF_PICTURES else piece
            for piece, role in zip(pieces, before, strict=False)
        ]

    def _walk(self, region: Element, told: Told | None, found: dict[str, list[Piece]]) -> None:
        kind, place = local(region), self._place(region)
        name = region.get("id", "") or f"region-{len(found)}"
        if kind in ("TextRegion", "TableCell"):
            own = _CREDIT if region.get("type") == "credit" else told_by(region.get("type", ""))
            own = own or _told(region)
            if told and (own is None or own.role is BlockRole.TEXT):
                own = told
            found.setdefault(name, []).extend(self._pieces(region, own or _TEXT, place, name))
        elif kind in _PICTURES:
            found.setdefault(name, []).append(Piece((), Told(BlockRole.IMAGE), place, name))
        elif kind == "SeparatorRegion" and place:
            self.rulings.append(place)
        if kind.endswith(("Region", "Cell")):
            for each in region:
                self._walk(each, _KINDS.get(kind, told), found)

    def _pieces(self, region: Element, told: Told, place: Region | None, name: str) -> Iterator[Piece]:
        """Yield a region, in several parts where its lines are tagged as different things."""
        article = _article(region)
        upright = (
            region.get("readingDirection", self._page.get("readingDirection")) == "top-to-bottom" or None
        )
        lines = sorted(children(region, "TextLine"), key=_index)
        if not any(_text(line)[0] or child(line, "Word") is not None for line in lines):
            rows = _slots(_text(region)[0], place, upright)
            if len(rows) == len(lines):
                own_places = (self._place(line) for line in lines)
                rows = [replace(row, region=own) for row, own in zip(rows, own_places, strict=True)]
            yield Piece(rows, told, place, name, article)
            return
        kinds = groupby(lines, lambda line: (_article(line) or article, _told(line) or told))
        runs = [(key, [self._row(line, upright) for line in run]) for key, run in kinds]
        for (own, what), rows in runs:
            part = place if len(runs) == 1 else around([row.region for row in rows if row.region])
            yield Piece(rows, what, part, name, own)

    def _row(self, line: Element, upright: bool | None) -> Row:
        text, confidence = _text(line)
        words = tuple(word for each in children(line, "Word") if (word := self._word(each)))
        style = child(line, "TextStyle")
        bold = style is not None and style.get("bold") == "true"
        direction = line.get("readingDirection")
        vertical = direction == "top-to-bottom" if direction else upright
        return Row(
            words, self._place(line), text, bold=bold, vertical=vertical or None, confidence=confidence
        )

    def _word(self, word: Element) -> Word | None:
        text, confidence = _text(word)
        glyphs = list(children(word, "Glyph"))
        text = text or "".join(_text(glyph)[0] for glyph in glyphs)
        boxes = tuple(box for glyph in glyphs if (box := self._place(glyph)))
        if not text:
            return None
        return Word(text, self._place(word), boxes if len(boxes) == len(text) else (), confidence)

    def _place(self, element: Element) -> Region | None:
        """Return the box around an element's outline, in page pixels."""
        coords = child(element, "Coords")
        if coords is None:
            return None
        points = coords.get("points", "").replace(";", " ").split()
        told = [point.partition(",")[::2] for point in points]
        told += [(point.get("x", ""), point.get("y", "")) for point in children(coords, "Point")]
        corners = [(number(x), number(y)) for x, y in told]
        xs = [x * self._scale for x, y in corners if x is not None and y is not None]
        ys = [y * self._scale for x, y in corners if x is not None and y is not None]
        if not xs:
            return None
        return self._sheet.region(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _text(element: Element) -> tuple[str, float]:
    """Return the first reading of an element, and how sure it is, 0 to 1."""
    readings = sorted(children(element, "TextEquiv"), key=lambda each: number(each.get("index")) or 0.0)
    for reading in readings:
        for kind in ("Unicode", "PlainText"):
            told = child(reading, kind)
            if told is not None and told.text and told.text.strip():
                sure = number(reading.get("conf"))
                return told.text.strip("\r\n"), 1.0 if sure is None else min(max(sure, 0.0), 1.0)
    return "", 1.0


def _upright(element: Element) -> bool | None:
    """Return True where an element says that its lines run downwards; all else is often a default."""
    return element.get("readingDirection") == "top-to-bottom" or None


def _article(element: Element) -> str:
    told = tags(element).get("structure", {})
    return told.get("id", "") if told.get("type") == "article" else ""


def _told(element: Element) -> Told | None:
    kind = tags(element).get("structure", {}).get("type", "")
    return told_by(kind) if kind and kind != "article" else None


def _index(line: Element) -> int:
    """Return a line's place in its region where Transkribus tells it."""
    index = tags(line).get("readingOrder", {}).get("index", "")
    return int(index) if index.isdigit() else 0


def _slots(text: str, place: Region | None, upright: bool | None) -> list[Row]:
    """Return the lines of a region that knows only its text: its height divided among them."""
    lines = [line for line in text.splitlines() if line.strip()]
    if place is None or upright:
        return [Row(text=line, region=place, vertical=upright) for line in lines]
    high = place.height / max(len(lines), 1)
    return [
        Row(text=line, region=Region(place.left, place.top + at * high, place.width, high), vertical=False)
        for at, line in enumerate(lines)
    ]
