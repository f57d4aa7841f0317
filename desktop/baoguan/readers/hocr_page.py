"""One page of hOCR to blocks: paragraphs of lines, pictures, rulings."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from statistics import median

from baoguan.domain.page import BlockRole, Imprint, PageImage, PageScan, Region
from baoguan.readers.xml_lines import Row, Word, around, place_of
from baoguan.readers.xml_roles import Told
from baoguan.readers.xml_sheet import Sheet
from baoguan.readers.xml_tree import Element

_LINES = frozenset({"ocr_line", "ocrx_line"})
_TEXT = Told(BlockRole.TEXT)
_HEADER = Told(BlockRole.HEADING, 1)
_ROLES = {
    "ocr_header": _HEADER,
    "ocr_title": _HEADER,
    "ocr_chapter": _HEADER,
    "ocr_section": Told(BlockRole.HEADING, 2),
    "ocr_subsection": Told(BlockRole.HEADING, 3),
    "ocr_author": Told(BlockRole.BYLINE),
    "ocr_caption": Told(BlockRole.CAPTION),
    "ocr_footer": Told(BlockRole.FURNITURE),
    "ocr_pageno": Told(BlockRole.FURNITURE),
    "ocr_table": Told(BlockRole.TABLE),
    "ocr_textfloat": _TEXT,
}
_PICTURES = frozenset({"ocr_photo", "ocr_image", "ocr_linedrawing", "ocrx_image"})
_WORDS = frozenset({"ocrx_word", "ocr_word"})
_LETTERS = frozenset({"ocrx_cinfo", "ocr_cinfo"})
_PROPERTY = re.compile(r"\s*(?P<key>[a-z_]+)\s+(?P<value>\"[^\"]*\"|[^;]*)\s*;?")
_HEAD = 0.06
"""The share of a page's height in which running titles stand."""


def page_in(root: Element) -> Element:
    """Return the page's own element."""
    return next((each for each in root.iter() if "ocr_page" in classes(each)), root)


def number_of(page: Element) -> str | None:
    """Return a page's number as printed, where a recogniser tells it."""
    return properties(page).get("lpageno") or None


def classes(element: Element) -> list[str]:
    """Return an element's classes."""
    return element.get("class", "").split()


def properties(element: Element) -> dict[str, str]:
    """Return what an element's title tells: bbox 0 0 9 9; x_wconf 95."""
    found = _PROPERTY.finditer(element.get("title", ""))
    return {each["key"]: each["value"].strip().strip("\"'") for each in found}


def read_hocr_page(
    page: Element, image: PageImage | None, imprint: Imprint, part: int, encoding: str
) -> PageScan:
    """Return a page's blocks in pixels of its picture, in the order of the file, which is that of reading."""
    reader = _Reader(page, image)
    reader.walk(page, _TEXT)
    sheet = reader.sheet
    width, height = sheet.size()
    return PageScan(
        tuple(sheet.blocks),
        encoding,
        imprint,
        width=width,
        height=height,
        image=image,
        ordered=True,
        rulings=tuple(reader.rulings),
        files=(image.file,) if image else (),
        part=part,
    )


class _Reader:
    def __init__(self, page: Element, image: PageImage | None) -> None:
        box = _numbers(properties(page).get("bbox", ""))
        sound = len(box) == 4 and box[2] > box[0] and box[3] > box[1]
        width, height = (box[2], box[3]) if sound else (0.0, 0.0)
        self._scale = image.width / width if image and width else 1.0
        self.sheet = Sheet(width * self._scale, height * self._scale)
        if image:
            self.sheet = Sheet(image.width, image.height)
        self.rulings: list[Region] = []
        self._usual = self._usual_thickness(page)

    def walk(self, element: Element, told: Told) -> None:
        """Add the blocks below an element; lines beside each other are one."""
        lines: list[Element] = []
        for each in element:
            kinds = classes(each)
            if _is_line(each, kinds):
                lines.append(each)
                continue
            self._add(lines, told, None)
            lines = []
            own = next((_ROLES[kind] for kind in kinds if kind in _ROLES), told)
            if _PICTURES.intersection(kinds):
                self.sheet.add((), BlockRole.IMAGE, region=self._place(each))
            elif "ocr_separator" in kinds:
                self.rulings.extend(filter(None, [self._place(each)]))
            elif "ocr_par" in kinds:
                inside = [line for line in each.iter() if line is not each and _is_line(line, classes(line))]
                self._add(inside or [each], own, self._place(each))
            else:
                self.walk(each, own)
        self._add(lines, told, None)

    def _add(self, lines: list[Element], told: Told, place: Region | None) -> None:
        """Add lines as a block, in several where they are of several kinds."""
        rows = [(self._told(line, told), self._row(line)) for line in lines]
        runs = [(kind, [row for _, row in run]) for kind, run in groupby(rows, lambda pair: pair[0])]
        for kind, run in runs:
            region = place if len(runs) == 1 else around([row.region for row in run if row.region])
            self.sheet.add(run, kind.role, kind.level, region)

    def _told(self, line: Element, told: Told) -> Told:
        """Return what a line is. A header is a headline to Tesseract, and a running title to others."""
        own = next((_ROLES[kind] for kind in classes(line) if kind in _ROLES), told)
        if own is _HEADER and "ocr_header" in classes(line):
            place = self._place(line)
            if place and place.bottom < _HEAD * self.sheet.height and place.height < 1.5 * self._usual:
                return _TEXT
        return own

    def _row(self, line: Element) -> Row:
        told = properties(line)
        words = tuple(self._words(line))
        size = (_numbers(told.get("x_size", "")) or [0.0])[0] * self._scale
        angle = (_numbers(told.get("textangle", "")) or [0.0])[0] % 180
        bold = bool(words) and any(each.tag in ("strong", "b") for each in line.iter())
        text = "" if words else " ".join("".join(line.itertext()).split())
        row = Row(words, self._place(line), text, bold=bold, vertical=angle == 90 or None)
        thick = place_of(row)
        sound = thick is not None and size <= 2 * max(thick.width, thick.height)
        return replace(row, size=size) if sound else row

    def _words(self, line: Element) -> Iterator[Word]:
        spaced: bool | None = None
        for each in line.iter():
            if each is line or not _WORDS.intersection(classes(each)):
                continue
            text = " ".join("".join(each.itertext()).split())
            if text:
                told = properties(each)
                sure = _numbers(told.get("x_wconf", ""))
                confidence = min(max(sure[0] / 100, 0.0), 1.0) if sure else 1.0
                yield Word(text, self._place(each), self._letters(each, told, text), confidence, spaced)
                spaced = False
            spaced = bool(spaced) or not (each.tail or "x").strip() or (each.tail or "")[:1].isspace()

    def _letters(self, word: Element, told: dict[str, str], text: str) -> tuple[Region, ...]:
        """Return the boxes of a word's characters, none unless each has one."""
        edges = _numbers(told.get("x_bboxes", ""))
        boxes = [edges[at : at + 4] for at in range(0, len(edges) - 3, 4)]
        if not boxes:
            letters = [each for each in word.iter() if _LETTERS.intersection(classes(each))]
            known = (properties(each) for each in letters)
            boxes = [_numbers(each.get("bbox") or each.get("x_bboxes", "")) for each in known]
        found = [place for box in boxes if (place := self._region(box))]
        return tuple(found) if len(found) == len(text) else ()

    def _place(self, element: Element) -> Region | None:
        return self._region(_numbers(properties(element).get("bbox", "")))

    def _region(self, box: list[float]) -> Region | None:
        if len(box) != 4:
            return None
        left, top, right, bottom = (edge * self._scale for edge in box)
        return self.sheet.region(left, top, right - left, bottom - top)

    def _usual_thickness(self, page: Element) -> float:
        lines = (self._place(each) for each in page.iter() if _is_line(each, classes(each)))
        heights = [place.height for place in lines if place]
        return median(heights) if heights else 0.0


def _is_line(element: Element, kinds: list[str]) -> bool:
    """Tell a line; a header or caption is one unless lines stand in it."""
    if _LINES.intersection(kinds):
        return True
    if not any(kind in _ROLES for kind in kinds):
        return False
    inside = (each for each in element.iter() if each is not element)
    return not any(_LINES.intersection(classes(each)) or "ocr_par" in classes(each) for each in inside)


def _numbers(text: str) -> list[float]:
    """Return the numbers of a property, none if it holds anything else."""
    try:
        return [float(part) for part in text.split()]
    except ValueError:
        return []
