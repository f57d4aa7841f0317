"""The pages of a METS file in their order, each with the files that belong to it."""

import re
from dataclasses import dataclass

from baoguan.readers.mets_files import Files
from baoguan.readers.xml_tree import Element, below, children, words_of

_NUMBER = re.compile(
    r"(?:page|p|seite|s|sivu|side|sida|第)?[\s.]*\[?([A-Z]{0,2}\d{1,4}[a-z]?)\]?\s*[版页頁]?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class IssuePage:
    """A page: the IDs of its files, its number as printed where METS tells it, and its IDs in its files."""

    files: tuple[str, ...]
    number: str | None
    names: frozenset[str] = frozenset()


def pages_in(root: Element, files: Files) -> list[IssuePage]:
    """Return the pages that the physical structure has; without one, a page for each text."""
    every = [each for each in below(root, "structMap") if "logical" not in each.get("TYPE", "").lower()]
    maps = [each for each in every if "physical" in each.get("TYPE", "").lower()] or every
    found = [div for each in maps for div in below(each, "div") if _is_page(div)]
    if not found:
        found = [div for each in maps for div in below(each, "div") if files.texts(_files(div))]
    orders = [div.get("ORDER", "") for div in found]
    if all(order.isdigit() for order in orders) and len(set(orders)) == len(orders):
        found.sort(key=lambda div: int(div.get("ORDER", "0")))
    numbers = {section.get("ID", ""): section for section in below(root, "dmdSec")}
    pages = [IssuePage(_files(div), _number(div, numbers), _names(div)) for div in found]
    pages = [page for page in pages if page.files]
    return pages or _by_group(files)


def _is_page(division: Element) -> bool:
    return re.sub(r"^.*[:_]", "", division.get("TYPE", "").lower()) in ("page", "physpage", "leaf")


def _files(division: Element) -> tuple[str, ...]:
    """Return the IDs of the files that a division points to itself."""
    pointers = (each for pointer in children(division, "fptr") for each in below(pointer, "fptr", "area"))
    names = (pointer.get("FILEID", "") for pointer in pointers)
    return tuple(dict.fromkeys(name for name in names if name))


def _names(division: Element) -> frozenset[str]:
    """Return the IDs that a division points to in its files: that of the page in ALTO of several."""
    areas = (area for pointer in children(division, "fptr") for area in below(pointer, "area"))
    return frozenset(name for area in areas if (name := area.get("BEGIN")))


def _number(division: Element, sections: dict[str, Element]) -> str | None:
    """Return a page's number as printed: of its description, else of its label."""
    for name in division.get("DMDID", "").split():
        for detail in below(sections[name], "detail") if name in sections else ():
            if "page" in detail.get("type", "").lower() and words_of(detail):
                return words_of(detail)
    for label in (division.get("ORDERLABEL", ""), division.get("LABEL", "")):
        if found := _NUMBER.fullmatch(label.strip()):
            return found[1]
    return None


def _by_group(files: Files) -> list[IssuePage]:
    """Return a page for each text with the pictures of its group, or of its place without groups."""
    texts = files.texts(files.named)
    pictures = [name for name, file in files.named.items() if file.is_picture]
    pages = []
    for at, text in enumerate(texts):
        group = files.named[text].group
        own = [name for name in pictures if group and files.named[name].group == group]
        if not own and len(pictures) == len(texts):
            own = [pictures[at]]
        pages.append(IssuePage((text, *own), None))
    return pages
