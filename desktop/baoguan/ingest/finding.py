"""Finding the sources in folders: what each is, is told from its first bytes."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from baoguan.readers.reading import FORMATS
from baoguan.readers.reading_signs import root_of

_TEXTS = frozenset({".txt", ".md"})
_HEAD = 1 << 16
_PACKAGES = ("batch", "mets")
"""Roots of what says which other files are its pages, the widest first."""
_ARCHIVE = "catalogue.sqlite"


def pages_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files named, and for a folder the sources in it, in order of name.

    What may hold other files comes before these: packages, then XML, which may name its picture. Text is a
    source by its suffix, everything else by its content; what lies in the folder of a package is the
    package's, its copies for reading and thumbnails too. A folder without any source is returned itself, to
    be reported as one that cannot be read; archives in folders are left alone.
    """
    found: list[tuple[int, Path]] = []
    for path in paths:
        inside = [(_rank(file), file) for file in _files(path) if _is_source(file)] if path.is_dir() else []
        found += _without_parts(inside) or [(_rank(path), path)]
    return tuple(path for _, path in sorted(found, key=lambda ranked: ranked[0]))


def _without_parts(found: list[tuple[int, Path]]) -> list[tuple[int, Path]]:
    """Return sources without what lies in the folders of packages among them."""
    packages = {path.parent for rank, path in found if rank < len(_PACKAGES)}
    return [
        (rank, path) for rank, path in found if rank < len(_PACKAGES) or packages.isdisjoint(path.parents)
    ]


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        if _ARCHIVE in files:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith("."))


def _is_source(file: Path) -> bool:
    head = _head(file)
    return file.suffix.lower() in _TEXTS or any(
        format_.recognises(head) for format_ in FORMATS if format_.name != "text"
    )


def _rank(file: Path) -> int:
    """Return how late a source is taken in: after those that it may be a part of."""
    root = root_of(_head(file))
    if root is None:
        return len(_PACKAGES) + 1
    return _PACKAGES.index(root.name) if root.name in _PACKAGES else len(_PACKAGES)


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_HEAD)
    except OSError:
        return b""
