"""Any source the program reads: what format it is of by its content, and its pages one by one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from baoguan.domain.errors import UnknownFormat
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageScan
from baoguan.readers.imprint import read_imprint
from baoguan.readers.markdown import read_markdown
from baoguan.readers.masthead import with_masthead
from baoguan.readers.reading_signs import is_hocr, is_html, is_pdf, is_picture, is_xml, root_of
from baoguan.readers.text import read_text


class Source(Protocol):
    """A source held open: pages are read when they are asked for."""

    @property
    def format(self) -> str:
        """The name of its format, one of ``FORMATS``."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file it is read from, the one that was named first: what an archive keeps as originals."""

    def __len__(self) -> int:
        """Return the number of its pages."""

    def scan(self, part: int) -> PageScan:
        """Read a page, 0 first; raise a ``SourceError`` that concerns this page alone."""

    def close(self) -> None:
        """Let go of its files."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format the program reads: what it is, and what is kept of it.

    ``recognises`` judges by the first 64 KiB of a file; ``open`` raises a ``SourceError``. ``name`` is what
    messages call the file, where it is kept under another name.
    """

    name: str
    what: Bilingual
    keeps: Bilingual
    recognises: Callable[[bytes], bool]
    open: Callable[[Path, str | None], Source]


class TextSource:
    """A text or Markdown file: one page."""

    format = "text"

    def __init__(self, path: Path, name: str | None) -> None:
        self.files = (path,)
        self._decoded = read_text(path, name)

    def __len__(self) -> int:
        """Return 1."""
        return 1

    def scan(self, part: int) -> PageScan:
        """Return its blocks and imprint."""
        scan = read_markdown(self._decoded.text, self._decoded.encoding)
        return replace(scan, imprint=with_masthead(read_imprint(self.files[0]), scan.blocks), part=part)

    def close(self) -> None:
        """Hold nothing open: nothing to do."""


def _open_pdf(path: Path, name: str | None) -> Source:
    from baoguan.readers.pdf import open_pdf

    return open_pdf(path, name)


def _open_image(path: Path, name: str | None) -> Source:
    from baoguan.readers.image import open_image

    return open_image(path, name)


def _open_alto(path: Path, name: str | None) -> Source:
    from baoguan.readers.alto import open_alto

    return open_alto(path, name)


def _open_mets(path: Path, name: str | None) -> Source:
    from baoguan.readers.mets import open_mets
    from baoguan.readers.mets_batch import open_batch

    return (open_batch if _root(_head(path)) == "batch" else open_mets)(path, name)


def _open_page_xml(path: Path, name: str | None) -> Source:
    from baoguan.readers.pagexml import open_page_xml

    return open_page_xml(path, name)


def _open_tei(path: Path, name: str | None) -> Source:
    from baoguan.readers.tei import open_tei

    return open_tei(path, name)


def _open_hocr(path: Path, name: str | None) -> Source:
    from baoguan.readers.hocr import open_hocr

    return open_hocr(path, name)


def _open_html(path: Path, name: str | None) -> Source:
    from baoguan.readers.html import open_html

    return open_html(path, name)


def _root(head: bytes) -> str:
    root = root_of(head)
    return root.name.lower() if root else ""


FORMATS: tuple[Format, ...] = (
    Format(
        "pdf",
        Bilingual("PDF，一页或整期", "PDF, a page or a whole issue"),
        Bilingual(
            "文字和每个字的位置、字号、线条、图片；没有文字的页面作为扫描件识别",
            "text with the place of each character, rulings, pictures; a page without text is read as a scan",
        ),
        is_pdf,
        _open_pdf,
    ),
    Format(
        "image",
        Bilingual(
            "扫描图像：TIFF（可多页）、JPEG、PNG、JPEG 2000、WebP、GIF、BMP",
            "scans: TIFF of one or several pages, JPEG, PNG, JPEG 2000, WebP, GIF, BMP",
        ),
        Bilingual(
            "图像；文字由识别得来，没认出的墨迹标明",
            "the picture; its text is recognised, and ink that no text covers is marked",
        ),
        is_picture,
        _open_image,
    ),
    Format(
        "mets",
        Bilingual(
            "METS/ALTO 整期资料包（docWorks、Veridian、NDNP 等）",
            "issues as METS/ALTO packages (docWorks, Veridian, NDNP …)",
        ),
        Bilingual(
            "ALTO 的一切，加上报纸名、日期、版次和原有的文章划分",
            "all of ALTO, with title, date, page numbers and the articles as the package separates them",
        ),
        lambda head: _root(head) in ("mets", "batch"),
        _open_mets,
    ),
    Format(
        "alto",
        Bilingual("ALTO 1–4，任何单位，有无命名空间", "ALTO 1 to 4, any unit, with or without a namespace"),
        Bilingual(
            "文字块、行、词和字的位置、字号、粗体、可信度、插图、线条、广告",
            "lines, words and glyphs with their places, sizes, confidence; pictures, rulings, advertisements",
        ),
        lambda head: _root(head) == "alto",
        _open_alto,
    ),
    Format(
        "page",
        Bilingual(
            "PAGE XML 2009–2019（含 Transkribus、OCR-D）", "PAGE XML 2009 to 2019 (Transkribus, OCR-D too)"
        ),
        Bilingual(
            "阅读顺序、区域类型、行、词和字的位置、可信度、标出的文章",
            "reading order, kinds of regions, lines, words and glyphs with their places, tagged articles",
        ),
        lambda head: _root(head) == "pcgts",
        _open_page_xml,
    ),
    Format(
        "tei",
        Bilingual("报纸 TEI（facsimile、pb、lb）", "TEI of newspapers (facsimile, pb, lb)"),
        Bilingual(
            "文章、标题、作者、段落、分页，行在版面上的位置",
            "articles, headings, bylines, paragraphs, pages, and the zones of lines",
        ),
        lambda head: _root(head) in ("tei", "tei.2"),
        _open_tei,
    ),
    Format(
        "hocr",
        Bilingual(
            "hOCR，一页或多页（Tesseract、Internet Archive 等）", "hOCR of one or more pages (Tesseract …)"
        ),
        Bilingual(
            "段落、行、词和字的位置、字号、可信度、图片、线条",
            "paragraphs, lines, words and characters with their places, sizes, confidence; pictures, rulings",
        ),
        is_hocr,
        _open_hocr,
    ),
    Format(
        "html",
        Bilingual("保存的数字报网页，一篇文章", "articles of digital newspapers saved as web pages"),
        Bilingual(
            "引题、标题、副题、作者、正文、图片说明，报纸名、日期、版次",
            "kicker, headline, deck, author, text and captions; title, date and page number",
        ),
        is_html,
        _open_html,
    ),
    Format(
        "text",
        Bilingual("纯文本与 Markdown", "plain text and Markdown"),
        Bilingual("每一行文字、标题和图片说明", "every line of text, headings and captions"),
        lambda head: True,
        TextSource,
    ),
)
"""Every format, the surest sign first; text is what everything else is tried as."""


def open_source(path: Path, name: str | None = None) -> Source:
    """Open a source by what its content says it is, whatever its suffix; raise a ``SourceError``."""
    head = _head(path)
    found = next(format_ for format_ in FORMATS if format_.recognises(head))
    root = root_of(head) if found is FORMATS[-1] and is_xml(head) else None
    if root:
        called = name or path.name
        raise UnknownFormat(
            Bilingual(
                f"“{called}”是 XML，但不是报纸的格式（根元素 {root.name}）。",
                f'"{called}" is XML, but of no format of newspapers (its root is {root.name}).',
            ),
            Bilingual("能读的格式见 baoguan formats。", "See baoguan formats for what can be read."),
        )
    return found.open(path, name)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1 << 16)
    except OSError:
        return b""  # the reader of text says what is wrong with it
