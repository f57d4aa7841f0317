"""What is printed on a PDF page beside text: ruling lines and pictures; and in what order text is printed."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from baoguan.domain.page import Region
from baoguan.readers.pdf_sheet import Place, Sheet

_DEEPEST = 12
_THICKEST = 4.0
"""Points: a ruling is no thicker."""
_SHORTEST = 14.0
"""Points: a ruling is no shorter, nor is the side of a picture."""
_MOST_SEGMENTS = 400
_WHITE = 250
_MOST_RULINGS = 1500
"""No page is ruled with more; the longest are kept of what is hatching, a map or a chart."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture on the page, in page pixels, and the size of its own pixels."""

    region: Region
    width: int
    height: int


@dataclass(slots=True)
class Ink:
    """What a page is printed with; ``drawn`` tells the place in order of each text by its address."""

    rulings: list[Region] = field(default_factory=list)
    plates: list[Plate] = field(default_factory=list)
    drawn: dict[int, int] = field(default_factory=dict)


def read_ink(page: pdfium.PdfPage, sheet: Sheet) -> Ink:
    """Return the ink of a loaded page, what is outside the page cut off."""
    ink = Ink()
    for thing, matrix in _things(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _Matrix(), 0):
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            ink.drawn[address(thing)] = len(ink.drawn)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            ink.rulings += _rulings(thing, matrix, sheet)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            _add_picture(ink, thing, matrix, sheet)
    if len(ink.rulings) > _MOST_RULINGS:
        ink.rulings.sort(key=lambda ruling: -max(ruling.width, ruling.height))
        del ink.rulings[_MOST_RULINGS:]
    return ink


def address(thing: Any) -> int:
    """Return what tells an object of a page from all others while the page is loaded."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


@dataclass(frozen=True, slots=True)
class _Matrix:
    """A transformation of the plane as PDF writes it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, other: "_Matrix") -> "_Matrix":
        """Return this one followed by the other."""
        return _Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def at(self, x: float, y: float) -> Place:
        """Return where a point is taken to."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def _things(parent: Any, count: Any, get: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    """Yield the objects of a page and those of the forms in it, each with what takes it onto the page."""
    for place in range(max(0, count(parent))):
        thing = get(parent, place)
        if not thing:
            continue
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_FORM:
            yield thing, matrix
        elif depth < _DEEPEST:
            inner = _own_matrix(thing) @ matrix
            yield from _things(
                thing, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1
            )


def _own_matrix(thing: Any) -> _Matrix:
    told = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, told):
        return _Matrix()
    return _Matrix(told.a, told.b, told.c, told.d, told.e, told.f)


def _bounds(thing: Any, matrix: _Matrix, sheet: Sheet) -> Region | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return _around(
        [matrix.at(left, bottom), matrix.at(right, top), matrix.at(left, top), matrix.at(right, bottom)],
        sheet,
    )


def _around(points: list[Place], sheet: Sheet) -> Region | None:
    """Return the box around points of the page in page pixels, None where nothing of it is on the page."""
    places = [sheet.place(*point) for point in points]
    left, right = max(0.0, min(x for x, _ in places)), min(float(sheet.width), max(x for x, _ in places))
    top, bottom = max(0.0, min(y for _, y in places)), min(float(sheet.height), max(y for _, y in places))
    return Region(left, top, right - left, bottom - top) if right >= left and bottom >= top else None


def _add_picture(ink: Ink, thing: Any, matrix: _Matrix, sheet: Sheet) -> None:
    region = _bounds(thing, matrix, sheet)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if region is None or not raw.FPDFImageObj_GetImagePixelSize(thing, width, height):
        return
    shown = _clipped(region, thing, matrix, sheet)
    thin, long = sorted((shown.width, shown.height))
    if thin <= _THICKEST * sheet.scale and long >= _SHORTEST * sheet.scale:
        ink.rulings.append(shown)
    elif thin >= _SHORTEST * sheet.scale:
        across, down = shown.width / region.width, shown.height / region.height
        ink.plates.append(Plate(shown, round(width.value * across), round(height.value * down)))


def _clipped(region: Region, thing: Any, matrix: _Matrix, sheet: Sheet) -> Region:
    """Return what the clipping paths of an object leave of its box, by the boxes around them."""
    clip = raw.FPDFPageObj_GetClipPath(thing)
    left, top, right, bottom = region.left, region.top, region.right, region.bottom
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip)) if clip else 0):
        corners = [matrix.at(*point) for point in _clip_points(clip, path)]
        box = _around(corners, sheet) if corners else None
        if box is not None:
            left, top = max(left, box.left), max(top, box.top)
            right, bottom = min(right, box.right), min(bottom, box.bottom)
    return Region(left, top, max(0.0, right - left), max(0.0, bottom - top))


def _clip_points(clip: Any, path: int) -> list[Place]:
    points = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(max(0, raw.FPDFClipPath_CountPathSegments(clip, path))):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, place), x, y)
        points.append((x.value, y.value))
    return points


def _rulings(thing: Any, matrix: _Matrix, sheet: Sheet) -> Iterator[Region]:
    """Yield the straight lines across or down the page that a path prints: thin boxes and strokes."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(thing, fill, stroke):
        return
    if fill.value and _shows(thing, raw.FPDFPageObj_GetFillColor):
        region = _bounds(thing, matrix, sheet)
        if region is not None and _is_ruling(region, sheet):
            yield region
            return
    if stroke.value and _shows(thing, raw.FPDFPageObj_GetStrokeColor):
        yield from _strokes(thing, _own_matrix(thing) @ matrix, sheet)


def _is_ruling(region: Region, sheet: Sheet) -> bool:
    thin, long = sorted((region.width, region.height))
    return thin <= _THICKEST * sheet.scale and long >= max(_SHORTEST * sheet.scale, 4 * thin)


def _shows(thing: Any, colour: Any) -> bool:
    tones = [ctypes.c_uint() for _ in range(4)]
    if not colour(thing, *tones):
        return True
    red, green, blue, opacity = (tone.value for tone in tones)
    return opacity > 0 and min(red, green, blue) < _WHITE


def _strokes(thing: Any, matrix: _Matrix, sheet: Sheet) -> Iterator[Region]:
    thick = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(thing, thick)
    half = max(thick.value * max(abs(matrix.a), abs(matrix.b)), 0.2) / 2
    for start, end in _segments(thing):
        (x, y), (u, v) = matrix.at(*start), matrix.at(*end)
        if min(abs(x - u), abs(y - v)) <= 1.0:
            corners = [(min(x, u) - half, min(y, v) - half), (max(x, u) + half, max(y, v) + half)]
            region = _around(corners, sheet)
            if region is not None and _is_ruling(region, sheet):
                yield region


def _segments(thing: Any) -> Iterator[tuple[Place, Place]]:
    """Yield the straight segments of a path that is not too intricate to be ruling lines."""
    count = raw.FPDFPath_CountSegments(thing)
    if count > _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = last = (0.0, 0.0)
    for place in range(count):
        segment = raw.FPDFPath_GetPathSegment(thing, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, begin
            last = begin
