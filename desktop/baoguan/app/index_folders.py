"""Where an archive's indexes lie: ``index/<engine>``, and beside it one that is being made."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from baoguan.domain.errors import IndexBusy
from baoguan.domain.language import Bilingual

_LOCK = "making.lock"
_WORDS = "words.txt"


class IndexFolders:
    """The folder ``index`` of an archive. What lies in it may be deleted, and is made again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, engine: str) -> Path:
        """Return where an engine's index lies, or will lie."""
        return self.folder / engine

    def making(self, engine: str) -> Path:
        """Return where an engine's index is made before it takes the place of another."""
        return self.folder / f"{engine}.making"

    def tidy(self) -> None:
        """Finish an exchange that a crash cut short; take away what it and earlier versions left."""
        if not self.folder.is_dir():
            return
        for former in self.folder.glob("*.former"):
            kept = former.with_suffix("")
            if kept.exists():
                shutil.rmtree(former, ignore_errors=True)
            else:
                former.rename(kept)
        if left := list(self.folder.glob("*.making")):
            with suppress(IndexBusy), self.alone():
                for making in left:
                    self.remove(making)
        for path in self.folder.iterdir():
            if path.is_file() and path.name != _LOCK:
                path.unlink()

    def exchange(self, engine: str) -> None:
        """Put the index that was made in the place of the engine's former one; neither may be open."""
        kept, former = self.of(engine), self.folder / f"{engine}.former"
        shutil.rmtree(former, ignore_errors=True)
        if kept.exists():
            kept.rename(former)
        self.making(engine).rename(kept)
        shutil.rmtree(former, ignore_errors=True)

    def remove(self, folder: Path) -> None:
        """Remove an index's folder; what another program still reads of it stays until the next time."""
        shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def replacing(self, engine: str) -> Iterator[None]:
        """Be the only process that makes an index anew, and leave nothing half made."""
        with self.alone():
            try:
                yield
            finally:
                self.remove(self.making(engine))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only process that makes an index anew; raise ``IndexBusy`` where another does."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _LOCK).open("a+b") as file:
            try:
                _lock(file.fileno())
            except OSError as error:
                raise busy() from error
            yield


def words_of(folder: Path) -> str:
    """Return by which words an index ranks (``Segmenter.fingerprint``); empty where it does not say."""
    with suppress(OSError, UnicodeDecodeError):
        return (folder / _WORDS).read_text("utf-8")
    return ""


def put_words(folder: Path, fingerprint: str) -> None:
    """Write down by which words an index ranks."""
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"{_WORDS}.new"
    written.write_text(fingerprint, "utf-8")
    written.replace(folder / _WORDS)


def _lock(descriptor: int) -> None:
    """Lock an open file until it is closed, by this process's end too; raise OSError at once if it is."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def busy() -> IndexBusy:
    """Return the error for an index that another program is making anew."""
    return IndexBusy(
        Bilingual("这个馆藏的索引正在重建。", "The index of this archive is being made anew already."),
        Bilingual("等它结束后再试。", "Try again when that is done."),
    )
