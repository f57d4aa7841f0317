"""TEI of newspapers: divisions as articles, pages at their beginnings, lines in the zones of a facsimile."""

from datetime import date
from functools import cached_property
from pathlib import Path

from baoguan.domain.errors import SourceEmpty
from baoguan.domain.language import Bilingual
from baoguan.domain.page import Imprint, PageImage, PageScan
from baoguan.readers.tei_text import Reader
from baoguan.readers.xml_image import picture_beside
from baoguan.readers.xml_imprint import beside, date_in
from baoguan.readers.xml_tree import Element, below, child, read_tree, words_of


class TeiSource:
    """A TEI file: a page for each page beginning, one without any."""

    format = "tei"

    def __init__(self, path: Path, name: str | None) -> None:
        self._path = path
        root = read_tree(path, name or path.name)
        self._leaves = Reader(root).leaves
        self._surfaces = list(below(root, "surface"))
        self._imprint = _imprint(root)
        if not self._leaves:
            raise SourceEmpty(
                Bilingual(f"“{name or path.name}”里没有文字。", f'"{name or path.name}" holds no text.'),
                Bilingual("请检查文件是否完整。", "Check that the file is complete."),
            )

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The file, then the pictures of its pages that are beside it."""
        shown = (self._image(part) for part in range(len(self)))
        return (self._path, *dict.fromkeys(image.file for image in shown if image))

    def __len__(self) -> int:
        """Return the number of its pages."""
        return len(self._leaves)

    def scan(self, part: int) -> PageScan:
        """Return a page, which was read with the whole."""
        leaf = self._leaves[part]
        image = self._image(part)
        scale = image.width / leaf.width if image and leaf.width else 1.0
        sheet, articles = leaf.set_at(scale)
        own = Imprint(*self._imprint, part + 1 if len(self) > 1 else None, leaf.number or None)
        return PageScan(
            tuple(sheet.blocks),
            "utf-8",
            beside(self._path, own, len(self)),
            width=image.width if image else round(leaf.width),
            height=image.height if image else round(leaf.height),
            image=image,
            ordered=True,
            articles=articles,
            files=(image.file,) if image else (),
            part=part,
        )

    def close(self) -> None:
        """Hold nothing open: nothing to do."""

    def _image(self, part: int) -> PageImage | None:
        """Return the picture that a page's surface names."""
        surface = self._leaves[part].surface
        if surface is None and part < len(self._surfaces):
            surface = self._surfaces[part]
        graphic = child(surface, "graphic") if surface is not None else None
        url = graphic.get("url", "") if graphic is not None else ""
        return picture_beside(self._path, url, alone=len(self) == 1)


def open_tei(path: Path, name: str | None) -> TeiSource:
    """Open a TEI file, calling it ``name``; raise a ``SourceError``."""
    return TeiSource(path, name)


def _imprint(root: Element) -> tuple[str | None, date | None]:
    """Return the title and the date that the header tells."""
    header = next(below(root, "teiHeader"), None)
    if header is None:
        return None, None
    titles = map(words_of, _below(header, ("titleStmt", "sourceDesc"), "title"))
    dates = _below(header, ("sourceDesc", "publicationStmt"), "date")
    told = [text for each in dates for text in (each.get("when", ""), words_of(each))]
    days = (date_in(text) for text in told)
    return next(filter(None, titles), None), next(filter(None, days), None)


def _below(header: Element, kinds: tuple[str, ...], name: str) -> list[Element]:
    return [each for kind in kinds for holder in below(header, kind) for each in below(holder, name)]
