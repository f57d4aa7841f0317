"""Writes a page as TEI with a facsimile: a zone for each line, divisions for articles, line beginnings
that point to them.
"""

from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from newsroom.blocks import TextBlock, blocks
from newsroom.truth import NewsPage, Role
from newsroom.writers.alto import save
from newsroom.writers.scan import write_scan

_TEI = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
T = ElementMaker(namespace=_TEI, nsmap={None: _TEI})
_HEADS = {Role.KICKER: "kicker", Role.HEADLINE: "main", Role.DECK: "sub"}


def write_tei(page: NewsPage, path: Path, dpi: int = 300, image: bool = False) -> Path:
    """Write a page's TEI file, and its image (PNG) beside it where wanted."""
    picture = path.with_suffix(".png")
    scale = dpi / 72
    surface = T.surface(T.graphic(url=picture.name), ulx="0", uly="0")
    surface.set("lrx", str(round(page.width * scale)))
    surface.set("lry", str(round(page.height * scale)))
    body = T.body(T.pb(n=page.number))
    divisions: dict[str, etree._Element] = {}
    for block in blocks(page):
        element = _block(surface, block, scale)
        if block.article and block.article not in divisions:
            divisions[block.article] = T.div(type=page.story(block.article).genre)
            body.append(divisions[block.article])
        divisions.get(block.article, body).append(element)
    header = T.teiHeader(
        T.fileDesc(
            T.titleStmt(T.title(page.title)),
            T.publicationStmt(T.date(page.date_text, when=page.date.isoformat())),
            T.sourceDesc(T.p(page.number_text)),
        )
    )
    save(T.TEI(header, T.facsimile(surface), T.text(body)), path)
    if image:
        write_scan(page, picture, dpi)
    return path


def _block(surface: etree._Element, block: TextBlock, scale: float) -> etree._Element:
    kind = _HEADS.get(block.role)
    element = T.head(type=kind) if kind else T.byline() if block.role is Role.BYLINE else T.p()
    for place, line in enumerate(block.lines, 1):
        name = f"z{block.name}_{place}"
        zone = T.zone(ulx=str(round(line.box.left * scale)), uly=str(round(line.box.top * scale)))
        zone.set("lrx", str(round(line.box.right * scale)))
        zone.set("lry", str(round(line.box.bottom * scale)))
        zone.set(_ID, name)
        surface.append(zone)
        begin = T.lb(facs=f"#{name}")
        begin.tail = line.text
        element.append(begin)
    return element
