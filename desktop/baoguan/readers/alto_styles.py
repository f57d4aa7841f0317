"""The text styles and the tags of an ALTO file."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from baoguan.readers.xml_lines import Row, Way, place_of, thickness, way_of
from baoguan.readers.xml_roles import Told, told_by
from baoguan.readers.xml_tree import Element, below, number

_SIZES = 3
"""A file that knows fewer sizes of type tells nothing by them: many recognisers write one for everything."""


_THINNER, _THICKER = 0.5, 1.7
"""How far the thickness of a line may be from its size of type: without descenders, and askew."""


class Style(NamedTuple):
    """How text is set: its size in points, 0 where unknown."""

    points: float = 0.0
    bold: bool = False


class Styles:
    """What the references of one file (STYLEREFS, STYLE, TAGREFS) lead to."""

    def __init__(self, root: Element) -> None:
        self._styles = {
            style.get("ID", ""): Style(number(style.get("FONTSIZE")) or 0.0, _bold(style.get("FONTSTYLE")))
            for style in below(root, "TextStyle")
        }
        tags = below(root, "LayoutTag", "StructureTag", "RoleTag", "OtherTag")
        self._tags = {tag.get("ID", ""): tag.get("LABEL") or tag.get("TYPE") or "" for tag in tags}

    def of(self, *elements: Element) -> Style:
        """Return the style of the innermost element, which stands first, that has one."""
        for element in elements:
            for name in element.get("STYLEREFS", "").split():
                if name in self._styles:
                    found = self._styles[name]
                    return Style(found.points, found.bold or _bold(element.get("STYLE")))
        return Style(0.0, any(_bold(element.get("STYLE")) for element in elements))

    def told(self, element: Element) -> Told | None:
        """Return what an element's TYPE or tags say it is."""
        labels = [element.get("TYPE", "")]
        labels += [self._tags.get(name, "") for name in element.get("TAGREFS", "").split()]
        return next((told for label in labels if label and (told := told_by(label))), None)


def _bold(style: str | None) -> bool:
    return style is not None and "bold" in style.lower()


def in_pixels(blocks: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Return rows whose sizes were points with sizes in page pixels.

    How many pixels a point has is what most rows agree on. Where sizes tell nothing, or a row's own box
    gives them the lie, rows keep none.
    """
    shares, sizes = [], set()
    for row in (row for rows in blocks for row in rows if row.size):
        shares.append(_thickness(row) / row.size)
        sizes.add(row.size)
    scale = median(shares) if len(sizes) >= _SIZES else 0.0
    return [[_scaled(row, scale) if row.size else row for row in rows] for rows in blocks]


def _scaled(row: Row, scale: float) -> Row:
    size, thick = row.size * scale, _thickness(row)
    return replace(row, size=size if _THINNER * size < thick < _THICKER * size else 0.0)


def _thickness(row: Row) -> float:
    region = place_of(row)
    return thickness(region, way_of(row) or Way.RIGHT) if region else 0.0
