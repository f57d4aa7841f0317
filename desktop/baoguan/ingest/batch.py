"""Many sources, one after another; one bad file, or one bad page, does not stop the others."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from baoguan.domain.errors import BaoguanError, SourceError, SourceKnown
from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.page import Imprint
from baoguan.domain.progress import Cancelled, Progress
from baoguan.ingest.package import Keeper
from baoguan.ingest.stages import file_page
from baoguan.readers.reading import Source, open_source
from baoguan.store.catalogue import Catalogue
from baoguan.store.originals import digest


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a batch: the pages filed, and each file or page that could not be, with the reason.

    ``stopped`` when the user cancelled: what comes after the last one named was not looked at. ``remarks``
    are what is wrong with sources that were taken in all the same.
    """

    added: tuple[tuple[Path, PageId], ...] = ()
    failed: tuple[tuple[Path, BaoguanError], ...] = ()
    stopped: bool = False
    remarks: tuple[tuple[Path, Bilingual], ...] = ()


@runtime_checkable
class _Remarking(Protocol):
    """A source that tells what is missing in it and does not keep it from being read."""

    @property
    def remarks(self) -> tuple[Bilingual, ...]:
        """A sentence for each."""


def file_batch(catalogue: Catalogue, paths: Sequence[Path], progress: Progress) -> Report:
    """File each page; raise only what concerns the archive as a whole (full disk, read-only)."""
    batch = _Batch(catalogue, progress, len(paths))
    stopped = False
    try:
        for path in paths:
            batch.take(path)
    except Cancelled:
        stopped = True
    return Report(tuple(batch.added), tuple(batch.failed), stopped, tuple(batch.remarks))


class _Batch:
    """Takes in source after source, and keeps count of pages and of what was refused."""

    def __init__(self, catalogue: Catalogue, progress: Progress, sources: int) -> None:
        self._catalogue = catalogue
        self._progress = progress
        self._done = 0
        self._left = sources
        self._parts: set[Path] = set()
        self.added: list[tuple[Path, PageId]] = []
        self.failed: list[tuple[Path, BaoguanError]] = []
        self.remarks: list[tuple[Path, Bilingual]] = []

    def take(self, path: Path) -> None:
        """File the pages of a source that are not filed yet; a part of one before it is passed over."""
        self._left -= 1
        self._step(path, 0, 1)
        if path.absolute() in self._parts:
            return
        pages = 1
        try:
            with closing(open_source(path)) as source:
                pages = len(source)
                self._parts.update(file.absolute() for file in source.files[1:])
                self._file(path, source)
                if isinstance(source, _Remarking):
                    self.remarks += [(path, remark) for remark in source.remarks]
        except SourceError as error:
            self.failed.append((path, error))
        self._done += pages

    def _file(self, path: Path, source: Source) -> None:
        name = digest(source.files[0])
        known = self._catalogue.pages.pages_of(name)
        if len(known) == len(source) or self._catalogue.pages.is_part(name):
            raise _already(path)
        removed = self._catalogue.pages.pages_of(name, removed=True)
        keeper, before = Keeper(self._catalogue.originals, source, name), Imprint()
        for part in range(len(source)):
            self._step(path, part, len(source))
            if part in known or part in removed:
                before = self._filed(path, part, known, removed)
                continue
            try:
                page, before = file_page(self._catalogue, keeper, source, part, before)
                self.added.append((path, page))
            except SourceError as error:
                self.failed.append((path, error))

    def _filed(self, path: Path, part: int, known: dict[int, PageId], removed: dict[int, PageId]) -> Imprint:
        """Return the imprint of a page that is filed already; one that was removed is brought back."""
        if part not in known:
            self._catalogue.filing.restore([removed[part]])
            self.added.append((path, removed[part]))
        page = known.get(part) or removed[part]
        return self._catalogue.pages.imprint(page)

    def _step(self, path: Path, part: int, pages: int) -> None:
        zh, en = (f"第 {part + 1} 页", f", page {part + 1}") if pages > 1 else ("", "")
        doing = Bilingual(f"正在收入 {path.name}{zh}", f"Taking in {path.name}{en}")
        self._progress.step(self._done + part, self._done + pages + self._left, doing)


def _already(path: Path) -> SourceKnown:
    return SourceKnown(
        Bilingual(f"“{path.name}”已经在馆藏里。", f'"{path.name}" is already in the archive.'),
        Bilingual("不必再收入；没有改动任何内容。", "There is nothing to do; nothing was changed."),
    )
