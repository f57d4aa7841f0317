"""The articles of a METS file: what each part of a page belongs to, and what it is there."""

import re
from collections import defaultdict
from typing import NamedTuple

from baoguan.domain.page import BlockRole
from baoguan.readers.alto_page import Claim
from baoguan.readers.mets_links import linked_parts
from baoguan.readers.mets_told import Told as Descriptions
from baoguan.readers.xml_roles import Told, told_by
from baoguan.readers.xml_tree import Element, below, children

_HOLDERS = """newspaper periodical serial issue npissue volume year month day edition content contents
    supplement part pages page nppage articles group front main back sheet monograph"""
_WHOLES = frozenset(_HOLDERS.split())
"""What holds articles and is never one itself."""
_ARTICLES = frozenset({"article", "artikel", "item", "story"})
_GENRES = {
    "notice": "notice deathnotice familynotice familynotices obituary obituaries announcement announcements "
    "birthnotice legalnotice publicnotice",
    "article": "article artikel item story section chapter column contribution",
}
_PARTS = frozenset({BlockRole.IMAGE, BlockRole.HEADING, BlockRole.CAPTION, BlockRole.TEXT})
_GENRE_OF = {name: genre for genre, names in _GENRES.items() for name in names.split()}


class Unit(NamedTuple):
    """An article as METS has it."""

    name: str
    title: str
    genre: str


Run = tuple[str, str, Claim]
"""The first and the last ID of parts that are claimed together."""


class Articles:
    """The logical structure of one METS file: its articles, and the claims they lay to each file's parts."""

    def __init__(self, root: Element, told: Descriptions) -> None:
        self.units: dict[str, Unit] = {}
        self.claims: dict[str, dict[str, Claim]] = defaultdict(dict)
        self.runs: dict[str, list[Run]] = defaultdict(list)
        self._told, self._order = told, 0
        self._linked = linked_parts(root)
        for each in below(root, "structMap"):
            kind = each.get("TYPE", "").lower()
            if "physical" not in kind:
                for division in children(each, "div"):
                    self._walk(division)

    def _walk(self, division: Element) -> None:
        """Take in a division that is no part of an article: an article, or what holds articles."""
        kind, told = _kind(division), told_by(division.get("TYPE", ""))
        if told and told.role is BlockRole.FURNITURE:
            self._claim(division, "", told, whole=True)
        elif kind in _WHOLES or (kind not in _ARTICLES and _holds_articles(division)):
            self._own(division, "", None)
            for each in children(division, "div"):
                self._walk(each)
        elif not self._has_parts(division):
            return
        elif (
            told
            and told.role in (BlockRole.IMAGE, BlockRole.HEADING, BlockRole.CAPTION, BlockRole.TEXT)
            and (kind not in _GENRE_OF)
        ):
            self._claim(division, "", told)
        else:
            self._claim(division, self._unit(division, kind, told), None)

    def _unit(self, division: Element, kind: str, told: Told | None) -> str:
        name = division.get("ID") or f"article-{len(self.units) + 1}"
        if told and told.role is BlockRole.ADVERTISEMENT:
            genre = "advertisement"
        else:
            genre = _GENRE_OF.get(kind, kind or "article")
        self.units.setdefault(name, Unit(name, self._told.title(division), genre))
        return name

    def _claim(self, division: Element, article: str, told: Told | None, *, whole: bool = False) -> None:
        """Claim all parts below a division; ``whole`` tells that what it is holds for all of them."""
        self._own(division, article, told)
        for each in children(division, "div"):
            own = None if whole else told_by(each.get("TYPE", ""))
            self._claim(each, article, own or told, whole=whole)

    def _has_parts(self, division: Element) -> bool:
        return any(each.get("ID") in self._linked for each in below(division, "div")) or (
            next(below(division, "area"), None) is not None
        )

    def _own(self, division: Element, article: str, told: Told | None) -> None:
        """Claim the parts that a division points or is linked to itself; the first claim to a part holds."""
        for pointer in children(division, "fptr"):
            self._point(pointer, article, told)
        for part in self._linked.get(division.get("ID", ""), ()):
            own = told_by(part.get("LABEL", "")) or told_by(part.get("TYPE", ""))
            self._point(part, article, own or told)

    def _point(self, pointer: Element, article: str, told: Told | None) -> None:
        for area in below(pointer, "area"):
            file, begin, end = area.get("FILEID", ""), area.get("BEGIN", ""), area.get("END", "")
            if not begin:
                continue
            self._order += 1
            claim = Claim(article, self._order, told)
            if end and end != begin:
                self.runs[file].append((begin, end, claim))
            else:
                self.claims[file].setdefault(begin, claim)


def _kind(division: Element) -> str:
    return re.sub(r"[^a-z]", "", division.get("TYPE", "").lower())


def _holds_articles(division: Element) -> bool:
    return any(each is not division and _kind(each) in _ARTICLES for each in below(division, "div"))
