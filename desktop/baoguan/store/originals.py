"""The original files, byte for byte, named by their SHA-256 and written once."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from baoguan.domain.errors import NotFound, SourceUnreadable
from baoguan.domain.ids import SourceId
from baoguan.domain.language import Bilingual

_CHUNK = 1 << 20


def digest(path: Path) -> SourceId:
    """Return the SHA-256 of a file, read in pieces of a megabyte."""
    return _copy(path, None)


def _copy(path: Path, to: IO[bytes] | None) -> SourceId:
    """Copy a file and return the SHA-256 of what was copied."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            found.update(piece)
            if to is not None:
                to.write(piece)
    return SourceId(found.hexdigest())


class Originals:
    """The folder ``originals/`` of an archive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, source: SourceId) -> Path:
        """Return where an original lies, or would lie."""
        return self.folder / source[:2] / source[2:]

    def find(self, source: SourceId) -> Path:
        """Return where an original lies; raise ``NotFound`` where it is missing."""
        path = self.path(source)
        if not path.is_file():
            raise NotFound(
                Bilingual(f"原件 {source[:12]}… 不在馆藏里。", f"The original {source[:12]}… is missing."),
                Bilingual("请从备份恢复 originals 文件夹。", "Restore the originals folder from a backup."),
            )
        return path

    def keep(self, file: Path, source: SourceId | None = None) -> tuple[SourceId, bool]:
        """Copy a file, whole or not at all; return its name here and whether it is new.

        ``source`` is its name where that is known.
        """
        source = source or digest(file)
        path = self.path(source)
        if path.exists():
            return source, False
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as copy:
            part = Path(copy.name)
            try:
                written = _copy(file, copy)
                copy.flush()
                os.fsync(copy.fileno())
                if written != source:
                    raise _changing(file)
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        path.chmod(0o444)
        return source, True

    def drop(self, source: SourceId) -> None:
        """Take back an original just written, whose page could not be filed."""
        path = self.path(source)
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()

    def names(self) -> Iterator[SourceId]:
        """Yield the name of every original there is."""
        for path in sorted(self.folder.glob("??/*")):
            if len(path.name) == 62:
                yield SourceId(path.parent.name + path.name)


def _changing(file: Path) -> SourceUnreadable:
    return SourceUnreadable(
        Bilingual(f"“{file.name}”正在被改写。", f'"{file.name}" is being written to.'),
        Bilingual("请等它写完后再收入。", "Take it in when it is finished."),
    )
