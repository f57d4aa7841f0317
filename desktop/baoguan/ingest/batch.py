"""Many source files, one after another; one bad file does not stop the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from baoguan.domain.errors import BaoguanError, SourceError
from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress
from baoguan.ingest.stages import file_page
from baoguan.store.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a batch: the pages filed, and each file that could not be, with the reason.

    ``stopped`` when the user cancelled: files after the last one named were not looked at.
    """

    added: tuple[tuple[Path, PageId], ...] = ()
    failed: tuple[tuple[Path, BaoguanError], ...] = ()
    stopped: bool = False


def file_batch(catalogue: Catalogue, paths: Sequence[Path], progress: Progress) -> Report:
    """File each page; raise only what concerns the archive as a whole (full disk, read-only)."""
    added: list[tuple[Path, PageId]] = []
    failed: list[tuple[Path, BaoguanError]] = []
    for done, path in enumerate(paths):
        try:
            progress.step(done, len(paths), Bilingual(f"正在收入 {path.name}", f"Taking in {path.name}"))
            added.append((path, file_page(catalogue, path)))
        except SourceError as error:
            failed.append((path, error))
        except Cancelled:
            return Report(tuple(added), tuple(failed), stopped=True)
    return Report(tuple(added), tuple(failed))


def pages_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files named, and for a folder the page files in it, in order of name.

    A folder without any is returned itself, to be reported as one that cannot be read.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(child for child in path.rglob("*") if child.suffix.lower() in {".txt", ".md"})
        found += inside or [path]
    return tuple(found)
