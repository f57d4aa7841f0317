"""Keeping all files that pages are read from, and laying them out as they lay when pages are read anew."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from baoguan.domain.ids import PageId, SourceId
from baoguan.domain.page import PageScan
from baoguan.readers.reading import Source, open_source
from baoguan.store.catalogue import Catalogue
from baoguan.store.originals import Originals
from baoguan.store.sheets import KeptFile
from baoguan.store.sheets import Source as Original


class Keeper:
    """Keeps the files of one source as originals, each once; what no page was filed of is taken back."""

    def __init__(self, originals: Originals, source: Source, name: SourceId) -> None:
        self._originals = originals
        self._name = name
        self._source = source
        self._root = _root(source.files)
        self._kept: dict[Path, Original] = {}
        self._new: list[Path] = []

    def keep(self, file: Path, encoding: str = "") -> Original:
        """Return a file as it is kept."""
        if file not in self._kept:
            known = self._name if file == self._source.files[0] else None
            name, new = self._originals.keep(file, known)
            self._kept[file] = Original(name, file.name, file.stat().st_size, encoding)
            if new:
                self._new.append(file)
        return self._kept[file]

    def files(self, scan: PageScan) -> tuple[KeptFile, ...]:
        """Keep everything that a page was read from; empty where that is its source alone."""
        image = scan.image.file if scan.image else None
        beside = [*scan.files, *([image] if image else [])]
        files = tuple(dict.fromkeys((self._source.files[0], *beside)))
        if len(files) == 1:
            return ()
        return tuple(
            KeptFile(self.keep(file), self._path(file), _role(place, file == image))
            for place, file in enumerate(files)
        )

    def settle(self) -> None:
        """Keep what was kept: a page of it is filed."""
        self._new.clear()

    def drop(self) -> None:
        """Take back what was kept since, of which no page was filed."""
        for file in self._new:
            self._originals.drop(self._kept.pop(file).id)
        self._new.clear()

    def _path(self, file: Path) -> str:
        """Return where a file lies in the package; one from elsewhere is kept beside the package's own."""
        absolute = file.absolute()
        inside = absolute.is_relative_to(self._root)
        return absolute.relative_to(self._root).as_posix() if inside else file.name


def read_again(catalogue: Catalogue, page: PageId) -> PageScan:
    """Return a filed page as its source has it, or as it was recognised."""
    recognised = catalogue.prints.recognised(page)
    if recognised is not None:
        return recognised
    origin = catalogue.pages.origin(page)
    with (
        _laid_out(catalogue.originals, origin.source, origin.files) as path,
        closing(open_source(path, origin.name)) as source,
    ):
        return source.scan(origin.part)


@contextmanager
def _laid_out(originals: Originals, source: SourceId, files: dict[str, SourceId]) -> Iterator[Path]:
    """Give the path of a source that lies among the files of its package, as it did when it was taken in."""
    if not files:
        yield originals.find(source)
        return
    with tempfile.TemporaryDirectory(prefix="baoguan-") as folder:
        for path, name in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(originals.find(name), target)
        yield Path(folder, next(iter(files)))


def _link(original: Path, target: Path) -> None:
    """Make a file appear elsewhere; a copy where the system allows no links."""
    try:
        target.symlink_to(original.absolute())
    except OSError:
        try:
            os.link(original, target)
        except OSError:
            shutil.copyfile(original, target)


def _root(files: tuple[Path, ...]) -> Path:
    """Return the folder that holds all files of a source."""
    return Path(os.path.commonpath([file.absolute().parent for file in files]))


def _role(place: int, image: bool) -> str:
    if image:
        return "image"
    return "text" if place else "structure"
