"""The files that a METS file names, found inside its package and nowhere else."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePath, PurePosixPath
from urllib.parse import unquote

from baoguan.domain.errors import UnknownFormat
from baoguan.domain.language import Bilingual
from baoguan.readers.xml_tree import Element, below, child

_MOST = 20_000
"""Files of a package that are looked through for one that is not where METS says."""
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".jp2", ".jpf", ".tif", ".tiff", ".webp", ".gif"})
_SMALL = re.compile(r"thumb|min\b|icon|preview", re.IGNORECASE)
_REMOTE = re.compile(r"^(?!file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_DRIVE = re.compile(r"^/*[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Named:
    """A file as METS names it: where it says it is, of what kind, and what for."""

    href: str
    kind: str
    use: str
    group: str = ""

    @property
    def suffix(self) -> str:
        """Its suffix, lower case."""
        return PurePosixPath(self.href.replace("\\", "/")).suffix.lower()

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture of a page, and not a thumbnail."""
        shows = self.kind.startswith("image/") or (not self.kind and self.suffix in _PICTURES)
        return shows and not _SMALL.search(self.use)

    @property
    def is_text(self) -> bool:
        """Whether it may be ALTO."""
        return not self.is_picture and ("xml" in self.kind or "alto" in self.kind or self.suffix == ".xml")


class Files:
    """The files of one package, by their IDs."""

    def __init__(self, root: Element, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, list[Path]] | None = None
        self.named: dict[str, Named] = {}
        for group in below(root, "fileGrp"):
            for file in below(group, "file"):
                place = child(file, "FLocat")
                href = _href(place) if place is not None else ""
                use = f"{file.get('USE', '')} {group.get('USE', '')} {group.get('ID', '')}".strip()
                kind = file.get("MIMETYPE", "").lower()
                self.named[file.get("ID", "")] = Named(href, kind, use, file.get("GROUPID", ""))
        self.named |= self._by_number(root)

    def _by_number(self, root: Element) -> dict[str, Named]:
        """Return files for IDs that are referred to and given to none: ALTO0001 is the first text.

        Some packages were described anew after their files had been given other IDs.
        """
        pointers = below(root, "area", "fptr")
        names = sorted(
            {name for each in pointers if (name := each.get("FILEID", "")) not in self.named} - {""}
        )
        found: dict[str, Named] = {}
        for prefix in {name.rstrip("0123456789") for name in names}:
            own = [name for name in names if name.rstrip("0123456789") == prefix]
            text = any(sign in prefix.lower() for sign in ("alto", "ocr", "text"))
            files = [file for file in self.named.values() if file.suffix and file.href]
            files = [file for file in files if (file.is_text if text else file.is_picture)]
            files = [file for file in files if file.suffix == files[0].suffix]
            if len(files) == len(own):
                found |= zip(own, sorted(files, key=lambda file: file.href), strict=True)
        return found

    def texts(self, names: Iterable[str]) -> list[str]:
        """Return those of some IDs that name texts."""
        return [name for name in names if name in self.named and self.named[name].is_text]

    def pictures(self, names: Iterable[str]) -> list[Path]:
        """Return the pictures among some IDs that are in the package, the largest file first."""
        found = [self.seek(self.named[name]) for name in names if self._shows(name)]
        return sorted(filter(None, found), key=lambda path: path.stat().st_size, reverse=True)

    def lost(self) -> int:
        """Return how many pictures are named that are not in the package, nor any like them."""
        told = {self.named[name] for name in self.named if self._shows(name)}
        return len({file.href for file in told if self.seek(file) is None})

    def seek(self, file: Named) -> Path | None:
        """Return where a file is, None where it is missing or its path climbs out."""
        try:
            return self.find(file)
        except UnknownFormat:
            return None

    def _shows(self, name: str) -> bool:
        return name in self.named and self.named[name].is_picture and self.named[name].href != ""

    def find(self, file: Named) -> Path | None:
        """Return where a file is, None where it is missing; raise UnknownFormat where its path climbs out."""
        href = unquote(file.href.strip())
        told = re.sub(r"^file:(//(?=\.))?", "", href, flags=re.IGNORECASE).replace("\\", "/")
        name = PurePosixPath(told).name
        if not name:
            return None
        if not _REMOTE.match(href) or _DRIVE.match(told):
            inside = inside_of(told)
            if not _DRIVE.match(told) and (found := self._folder / inside).is_file():
                return found
        return _likest(PurePosixPath(told), self._all().get(name.lower(), []))

    def _all(self) -> dict[str, list[Path]]:
        """Return all files of the package by their names in lower case: packages move, and change case."""
        if self._names is None:
            self._names = {}
            for count, path in enumerate(self._folder.rglob("*")):
                self._names.setdefault(path.name.lower(), []).append(path)
                if count > _MOST:
                    break
        return self._names


def _likest(told: PurePosixPath, alike: list[Path]) -> Path | None:
    """Return the one of some files whose path ends most like the one told, None where several do."""
    wanted = [part.lower() for part in reversed(told.parts)]

    def common(path: Path) -> int:
        pairs = zip(wanted, (part.lower() for part in reversed(path.parts)), strict=False)
        return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))

    ranked = sorted(alike, key=common, reverse=True)
    if len(ranked) > 1 and common(ranked[0]) == common(ranked[1]):
        return None
    return ranked[0] if ranked else None


def _href(place: Element) -> str:
    return next((value for name, value in place.attrib.items() if str(name).endswith("href")), "")


def inside_of(told: str) -> str:
    """Return a path as it leads on from a package's folder; raise UnknownFormat where it leads out."""
    path = os.path.normpath(told.lstrip("/"))
    if ".." in PurePath(path).parts:
        raise _climbs(told)
    return path


def _climbs(href: str) -> UnknownFormat:
    return UnknownFormat(
        Bilingual(
            f"“{href}”指向资料包以外的文件，没有读取。",
            f'"{href}" leads to a file outside the package, and was not read.',
        ),
        Bilingual("请改正 METS 文件里的路径。", "Correct the path in the METS file."),
    )
