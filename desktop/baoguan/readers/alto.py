"""ALTO files by themselves: text and places, without what METS knows of articles."""

from pathlib import Path

from baoguan.domain.errors import SourceEmpty
from baoguan.domain.language import Bilingual
from baoguan.domain.page import Imprint, PageImage, PageScan
from baoguan.readers.alto_page import AltoPage, read_alto_page
from baoguan.readers.xml_image import picture_beside
from baoguan.readers.xml_imprint import beside
from baoguan.readers.xml_tree import Element, below, read_tree, words_of


class AltoSource:
    """An ALTO file: a page for each Page in it."""

    format = "alto"

    def __init__(self, path: Path, name: str | None) -> None:
        self._path = path
        self._root = read_tree(path, name or path.name)
        self._pages = pages_of(self._root, name or path.name)
        self._image = picture_beside(path, image_of(self._root)) if len(self._pages) == 1 else None
        self.files = (path, *([self._image.file] if self._image else []))

    def __len__(self) -> int:
        """Return the number of its pages."""
        return len(self._pages)

    def scan(self, part: int) -> PageScan:
        """Read a page."""
        page = self._pages[part]
        found = read_alto_page(page, self._root, self._image)
        imprint = beside(self._path, Imprint(number=page.get("PRINTED_IMG_NR") or None), len(self))
        return scan_of(found, self._image, imprint, part)

    def close(self) -> None:
        """Hold nothing open: nothing to do."""


def open_alto(path: Path, name: str | None) -> AltoSource:
    """Open an ALTO file, calling it ``name``; raise a ``SourceError``."""
    return AltoSource(path, name)


def pages_of(root: Element, name: str) -> list[Element]:
    """Return the pages of an ALTO file; raise SourceEmpty where it has none."""
    pages = list(below(root, "Page"))
    if not pages:
        raise SourceEmpty(
            Bilingual(f"“{name}”里没有版面。", f'"{name}" holds no page.'),
            Bilingual("请检查文件是否完整。", "Check that the file is complete."),
        )
    return pages


def image_of(root: Element) -> str:
    """Return the name that an ALTO file gives for its picture, empty without one."""
    return next((words_of(each) for each in below(root, "fileName")), "")


def scan_of(page: AltoPage, image: PageImage | None, imprint: Imprint, part: int) -> PageScan:
    """Return what was read of a page; its pixels are those of its picture where there is one."""
    return PageScan(
        tuple(page.sheet.blocks),
        "utf-8",
        imprint,
        width=round(page.sheet.width),
        height=round(page.sheet.height),
        image=image,
        ordered=page.ordered,
        rulings=page.rulings,
        files=(image.file,) if image else (),
        part=part,
    )
