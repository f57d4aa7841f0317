"""Issues as METS packages: pages of ALTO with the articles, the titles and the pictures that METS tells."""

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from baoguan.domain.errors import SourceEmpty, SourceUnreadable
from baoguan.domain.language import Bilingual
from baoguan.domain.page import GivenArticle, Imprint, PageImage, PageScan
from baoguan.readers.alto import image_of, pages_of, scan_of
from baoguan.readers.alto_page import AltoPage, Claim, read_alto_page
from baoguan.readers.mets_articles import Articles, Run
from baoguan.readers.mets_files import Files, Named
from baoguan.readers.mets_pages import IssuePage, pages_in
from baoguan.readers.mets_told import Told
from baoguan.readers.pagexml import page_of, read_page_xml
from baoguan.readers.reading_signs import root_of
from baoguan.readers.xml_image import picture, picture_beside
from baoguan.readers.xml_imprint import beside
from baoguan.readers.xml_tree import Element, below, local, read_tree

_PARTS = ("TextBlock", "ComposedBlock", "Illustration", "TextLine")


class MetsSource:
    """An issue: a page for each in its physical structure, read from its ALTO when it is asked for."""

    format = "mets"

    def __init__(self, path: Path, name: str | None) -> None:
        self._path, self._name = path, name or path.name
        root = read_tree(path, self._name)
        told = Told(root)
        self._files = Files(root, path.parent)
        self._pages = pages_in(root, self._files)
        if not self._pages:
            raise SourceEmpty(
                Bilingual(f"“{self._name}”没有列出任何版面。", f'"{self._name}" lists no page.'),
                Bilingual("请选择一期报纸的 METS 文件。", "Choose the METS file of an issue."),
            )
        self._articles = Articles(root, told)
        self._title, self._date = told.issue()

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The METS file, then the texts and pictures of its pages that are in the package."""
        found = [self._path]
        for page in self._pages:
            texts = (self._files.seek(self._files.named[name]) for name in self._files.texts(page.files))
            found += [text for text in texts if text]
            found += self._files.pictures(page.files)[:1]
        return tuple(dict.fromkeys(found))

    @property
    def remarks(self) -> tuple[Bilingual, ...]:
        """What is missing in the package and does not keep its text from being read."""
        lost = self._files.lost()
        zh = f"“{self._name}”列出的图像有 {lost} 个不在资料包里；文字照常读取。"
        en = f'{lost} pictures that "{self._name}" names are not in its package; text is read all the same.'
        return (Bilingual(zh, en),) if lost else ()

    def __len__(self) -> int:
        """Return the number of its pages."""
        return len(self._pages)

    def scan(self, part: int) -> PageScan:
        """Read a page with its articles; a page without text is its picture alone."""
        page = self._pages[part]
        text = self._text(page)
        image = self._image(page)
        imprint = beside(self._path, Imprint(self._title, self._date, part + 1, page.number), len(self))
        if text:
            name, path = text
            return self._read(name, path, image, imprint, part)
        if image is None:
            raise self._lost(page)
        return PageScan((), "", imprint, image.width, image.height, image, files=(image.file,), part=part)

    def close(self) -> None:
        """Hold nothing open: nothing to do."""

    def _text(self, page: IssuePage) -> tuple[str, Path] | None:
        """Return the ID and the place of a page's ALTO, else of its fullest PAGE, None without either."""
        found: list[tuple[str, Path]] = []
        for name in self._files.texts(page.files):
            path = self._files.find(self._files.named[name])
            kind = _kind(path) if path else ""
            if path and kind == "alto":
                return name, path
            if path and kind == "pcgts":
                found.append((name, path))
        return max(found, key=lambda each: each[1].stat().st_size, default=None)

    def _image(self, page: IssuePage) -> PageImage | None:
        shown = (picture(path) for path in self._files.pictures(page.files))
        return next((image for image in shown if image), None)

    def _read(self, name: str, text: Path, image: PageImage | None, imprint: Imprint, part: int) -> PageScan:
        root = read_tree(text, text.name)
        if local(root) == "PcGts":
            told = page_of(root, text.name)
            image = self._named(told.get("imageFilename", "")) or image
            scan = read_page_xml(told, image, imprint, part)
            return replace(scan, files=(text, *scan.files))
        image = image or picture_beside(text, image_of(root))
        claims = _each(root, self._articles.claims[name], self._articles.runs[name])
        page = self._own(pages_of(root, text.name), part)
        scan = scan_of(read := read_alto_page(page, root, image, claims), image, imprint, part)
        return replace(scan, articles=self._given(read), files=(text, *scan.files))

    def _own(self, pages: list[Element], part: int) -> Element:
        """Return a page among those of its file, which may be one file for the whole issue."""
        named = (page for page in pages if page.get("ID") in self._pages[part].names)
        return next(named, pages[part] if len(pages) == len(self) else pages[0])

    def _named(self, told: str) -> PageImage | None:
        """Return the picture that a PAGE file names: its places are those of that one."""
        path = self._files.seek(Named(told, "image/", ""))
        return picture(path) if path else None

    def _given(self, page: AltoPage) -> tuple[GivenArticle, ...]:
        """Return the articles that have parts on a page, in the order of the issue."""
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, claim in enumerate(page.claims):
            if claim and claim.article:
                places[claim.article].append((claim.order, place))
        units = (unit for unit in self._articles.units.values() if unit.name in places)
        return tuple(
            GivenArticle(tuple(place for _, place in sorted(places[unit.name])), *unit) for unit in units
        )

    def _lost(self, page: IssuePage) -> SourceUnreadable:
        named = next((self._files.named[name].href for name in page.files if name in self._files.named), "")
        return SourceUnreadable(
            Bilingual(f"“{self._name}”的文件“{named}”不在资料包里。", f'"{named}" is not in the package.'),
            Bilingual("请复制完整的资料包。", "Copy the whole package."),
        )


def open_mets(path: Path, name: str | None) -> MetsSource:
    """Open the METS file of an issue, calling it ``name``; raise a ``SourceError``."""
    return MetsSource(path, name)


def _kind(path: Path) -> str:
    """Return the name of a file's root, lower case, empty where it has none."""
    with path.open("rb") as file:
        root = root_of(file.read(1 << 16))
    return root.name.lower() if root else ""


def _each(root: Element, claims: dict[str, Claim], runs: list[Run]) -> dict[str, Claim]:
    """Return the claims to blocks and lines of an ALTO file.

    Those to runs of parts are to each of them, and those to words to the lines that the words stand in.
    """
    found = dict(claims)
    named = {name: part for part in below(root, *_PARTS) if (name := part.get("ID"))}
    words = {name: part for part in below(root, "String") if (name := part.get("ID"))}
    for name, claim in claims.items():
        if name in words:
            found.setdefault(_line_of(words[name]), claim)
    for begin, end, claim in runs:
        for parts in (named, words):
            if begin in parts and end in parts:
                for part in _between(parts, begin, end):
                    found.setdefault(_line_of(part) if parts is words else part.get("ID", ""), claim)
    return found


def _between(parts: dict[str, Element], begin: str, end: str) -> list[Element]:
    names = list(parts)
    return [parts[name] for name in names[names.index(begin) : names.index(end) + 1]]


def _line_of(word: Element) -> str:
    """Return the ID of the line that a word stands in; one without any is given one."""
    line = word.getparent()
    if line is None:
        return ""
    if not line.get("ID"):
        line.set("ID", f"line-of-{word.get('ID')}")
    return line.get("ID", "")
