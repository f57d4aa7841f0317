"""Writes pages as hOCR: areas, paragraphs, lines and words with their boxes."""

from collections.abc import Sequence
from pathlib import Path

from lxml import etree
from lxml.builder import E

from newsroom.blocks import TextBlock, blocks, box_of, words
from newsroom.truth import Box, Line, NewsPage, Role
from newsroom.writers.scan import write_scan

_CLASSES = {
    Role.MASTHEAD: "ocr_header",
    Role.FOLIO: "ocr_header",
    Role.HEADLINE: "ocr_header",
    Role.CAPTION: "ocr_caption",
    Role.INSET: "ocr_textfloat",
}


def write_hocr(
    pages: Sequence[NewsPage], path: Path, dpi: int = 300, image: bool = False, characters: bool = False
) -> Path:
    """Write pages into one hOCR file, and their images (PNG) beside it where wanted.

    With ``characters`` every word tells the boxes of its characters (x_bboxes).
    """
    body = E.body()
    for place, page in enumerate(pages):
        picture = path.with_name(f"{path.stem}-{place + 1}.png")
        body.append(_page(page, picture.name, place, dpi / 72, characters))
        if image:
            write_scan(page, picture, dpi)
    head = E.head(
        E.title(pages[0].title),
        E.meta(name="ocr-system", content="newsroom"),
        E.meta(name="ocr-capabilities", content="ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_photo"),
    )
    root = E.html(head, body, xmlns="http://www.w3.org/1999/xhtml")
    told = etree.tostring(
        root, encoding="UTF-8", pretty_print=False, xml_declaration=True, doctype="<!DOCTYPE html>"
    )
    path.write_bytes(told)
    return path


def _bbox(box: Box, scale: float) -> str:
    edges = (box.left, box.top, box.right, box.bottom)
    return f"bbox {' '.join(str(round(edge * scale)) for edge in edges)}"


def _page(page: NewsPage, image: str, place: int, scale: float, characters: bool) -> etree._Element:
    whole = _bbox(Box(0, 0, page.width, page.height), scale)
    title = f'image "{image}"; {whole}; ppageno {place}; scan_res {round(72 * scale)} {round(72 * scale)}'
    sheet = E.div({"class": "ocr_page", "id": f"page_{place + 1}", "title": title})
    for block in blocks(page):
        sheet.append(_area(block, f"{place + 1}_{block.name}", scale, characters))
    for figure in page.figures:
        sheet.append(E.div({"class": "ocr_photo", "title": _bbox(figure.box, scale)}))
    for ruling in page.rulings:
        sheet.append(E.div({"class": "ocr_separator", "title": _bbox(ruling, scale)}))
    return sheet


def _area(block: TextBlock, name: str, scale: float, characters: bool) -> etree._Element:
    title = _bbox(block.box, scale)
    paragraph = E.p({"class": "ocr_par", "id": f"par_{name}", "lang": "chi_sim", "title": title})
    for place, line in enumerate(block.lines, 1):
        paragraph.append(
            _line(line, f"{name}_{place}", scale, characters, _CLASSES.get(block.role, "ocr_line"))
        )
    return E.div({"class": "ocr_carea", "id": f"block_{name}", "title": title}, paragraph)


def _line(line: Line, name: str, scale: float, characters: bool, kind: str) -> etree._Element:
    stands = "textangle 90" if line.vertical else f"baseline 0 {-round(0.12 * line.size * scale)}"
    title = f"{_bbox(line.box, scale)}; {stands}; x_size {line.size * scale:.1f}"
    element = E.span({"class": kind, "id": f"line_{name}", "title": title})
    before = 0
    for place, (start, end) in enumerate(words(line, "word"), 1):
        told = f"{_bbox(box_of(line, start, end), scale)}; x_wconf 95"
        if characters:
            boxes = " ".join(_bbox(box, scale).removeprefix("bbox ") for box in line.boxes[start:end])
            told += f"; x_bboxes {boxes}"
        word = E.span(
            {"class": "ocrx_word", "id": f"word_{name}_{place}", "title": told}, line.text[start:end]
        )
        if start > before and len(element):
            element[-1].tail = " "
        element.append(word)
        before = end
    return element
