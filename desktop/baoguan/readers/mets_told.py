"""What a METS file tells of an issue: title, date, and the titles of its parts (MODS, Dublin Core)."""

import re
from collections.abc import Iterator
from datetime import date

from baoguan.readers.xml_imprint import date_in
from baoguan.readers.xml_tree import Element, below, children, local, words_of

_ALIASES = frozenset({"alternative", "abbreviated", "translated", "uniform"})
_DATES = ("dateIssued", "date", "issued", "temporal")
_MADE = ("dateCreated", "created")
"""Dates that may be those of the print, or else of its scan: believed last."""
_LABELLED = re.compile(
    r"[\s,;:.(\[–—-]*(?:1[5-9]|20)\d\d[-./年].*$|[\s,;:(\[–—-]*\b\d{1,2}[-./]\d{1,2}[-./]\d{4}.*$"
)


class Told:
    """The descriptions of one METS file, by their IDs."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._sections = {section.get("ID", ""): section for section in below(root, "dmdSec")}

    def title(self, division: Element) -> str:
        """Return the title that a division's description gives it, else its label, else nothing."""
        named = (_title(section) for section in self._of(division))
        return next((title for title in named if title), " ".join(division.get("LABEL", "").split()))

    def issue(self) -> tuple[str | None, date | None]:
        """Return the title of the newspaper and the date of the issue, None where they are not told."""
        divisions = [div for div in below(self._root, "div") if _is_issue(div)]
        sections = [section for div in reversed(divisions) for section in self._of(div)]
        sections = list(dict.fromkeys([*sections, *self._unclaimed()]))
        labels = [self._root.get("LABEL", ""), *(div.get("LABEL", "") for div in divisions)]
        titles = [*map(_newspaper, sections), *(_LABELLED.sub("", label) for label in labels)]
        days = [*(_date(section, _DATES) for section in sections), *map(date_in, labels)]
        days += [date_in(self._root.get("OBJID", "")), *(_date(section, _MADE) for section in sections)]
        title = next((title.strip() for title in titles if title.strip()), None)
        return title, next((day for day in days if day), None)

    def _of(self, division: Element) -> Iterator[Element]:
        names = division.get("DMDID", "").split()
        return (self._sections[name] for name in names if name in self._sections)

    def _unclaimed(self) -> list[Element]:
        """Return the descriptions that no division refers to, or all where there is but one."""
        referred = {name for div in below(self._root, "div") for name in div.get("DMDID", "").split()}
        free = [section for name, section in self._sections.items() if name not in referred]
        return free or (list(self._sections.values()) if len(self._sections) == 1 else [])


def _is_issue(division: Element) -> bool:
    kind = division.get("TYPE", "").lower()
    return kind.endswith("issue") or kind in ("newspaper", "periodical", "serial", "day")


def _title(section: Element) -> str:
    """Return the title of what a description is about, not of what that is a part of."""
    for each in below(section, "titleInfo"):
        if each.get("type") not in _ALIASES and not _in_host(each):
            return _put_together(each)
    return next((words_of(each) for each in below(section, "title") if not _in_host(each)), "")


def _newspaper(section: Element) -> str:
    """Return the title of a newspaper from the description of one of its issues."""
    hosts = (each for each in below(section, "relatedItem") if each.get("type") == "host")
    inside = (_put_together(info) for host in hosts for info in below(host, "titleInfo"))
    return next((title for title in inside if title), "") or _LABELLED.sub("", _title(section))


def _put_together(info: Element) -> str:
    parts = [words_of(each) for name in ("nonSort", "title") for each in children(info, name)]
    first, *rest = [part for part in parts if part] or [""]
    return first + "".join(part if first.endswith(("'", "’")) else f" {part}" for part in rest)


def _in_host(element: Element) -> bool:
    return any(local(each) == "relatedItem" for each in element.iterancestors())


def _date(section: Element, names: tuple[str, ...]) -> date | None:
    found = (date_in(words_of(each)) for name in names for each in below(section, name))
    return next((day for day in found if day), None)
