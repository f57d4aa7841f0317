"""The folder of a Tantivy index: which version wrote it, what errors mean, and media nobody can write."""

import errno
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tantivy
from tantivy import Index

from baoguan.domain.errors import ArchiveReadOnly, BaoguanError, IndexBusy, IndexDamaged, StorageFull
from baoguan.domain.language import Bilingual
from baoguan.index.fold import folding
from baoguan.index.pairs import choice
from baoguan.index.tantivy_schema import schema

META = "meta.json"
_MARKER = "engine.toml"
_tantivy: Any = tantivy  # its types leave the version out
_FORMAT = 2
"""Goes up whenever folding or fields change: an index of another format is made again."""
_BUSY = "LockBusy"
_NO_LOCK = "Lockfile: IoError"
_ERROR_NUMBER = re.compile(r"(?:code: |os error )(\d+)")
_SEGMENT = re.compile(r'"segment_id": *"([0-9a-f-]+)"')
_FULL = {errno.ENOSPC, errno.EDQUOT, 112}  # 112 is Windows' ERROR_DISK_FULL
_UNWRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, 19}  # 19 is Windows' ERROR_WRITE_PROTECT


def open_index(folder: Path) -> tuple[Index, TemporaryDirectory[str] | None] | None:
    """Open the index in a folder, or return None where there is none that this version wrote.

    On media that cannot be written, where Tantivy can make no lock, a temporary folder of links to
    its files is opened instead and returned too. Raises what ``reading`` explains where files are damaged.
    """
    try:
        marker = tomllib.loads((folder / _MARKER).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if marker != _marker():
        return None
    _check_positions(folder)
    try:
        return Index.open(str(folder)), None
    except ValueError as error:
        if _NO_LOCK not in str(error):
            raise
    links = TemporaryDirectory(prefix="baoguan-index-", ignore_cleanup_errors=True)
    for path in folder.iterdir():
        _link(path, Path(links.name) / path.name)
    return Index.open(links.name), links


def make_index(folder: Path) -> Index:
    """Make a new, empty index; the marker goes first and comes last, so that no half of one counts."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARKER).unlink(missing_ok=True)
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    made = Index(schema(), str(folder))
    lines = (f"{name} = {value!r}\n" for name, value in _marker().items())
    (folder / _MARKER).write_text("".join(lines), "utf-8")
    return made


def _check_positions(folder: Path) -> None:
    """Raise ``OSError`` where a segment's file of positions is missing: Tantivy would find no string."""
    for identity in _SEGMENT.findall((folder / META).read_text("utf-8")):
        (folder / f"{identity.replace('-', '')}.pos").stat()


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turn whatever Tantivy raises over files that it cannot read into ``IndexDamaged``."""
    with _explained(lambda error: damaged(folder)):
        yield


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn what Tantivy raises while writing into ``IndexBusy``, ``StorageFull`` and the like."""
    with _explained(lambda error: _unwritten(folder, error)):
        yield


@contextmanager
def _explained(explain: Callable[[BaseException], BaoguanError]) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise explain(error) from error
    except BaseException as error:
        # What a Rust library did not expect arrives as an exception that cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise explain(error) from error


def damaged(folder: Path) -> IndexDamaged:
    """Return the error for an index that cannot be read."""
    return IndexDamaged(
        Bilingual(f"检索索引无法读取：{folder}。", f"The search index cannot be read: {folder}."),
        Bilingual("请用可写的馆藏重建索引。", "Rebuild it, with the archive where it can be written to."),
    )


def read_only(folder: Path) -> ArchiveReadOnly:
    """Return the error for an index on media that cannot be written."""
    return ArchiveReadOnly(
        Bilingual(f"检索索引不能写入：{folder}。", f"The search index cannot be written to: {folder}."),
        Bilingual("检查该文件夹的权限。", "Check the permissions of that folder."),
    )


def _unwritten(folder: Path, error: BaseException) -> BaoguanError:
    text = str(error)
    if _BUSY in text:
        return IndexBusy(
            Bilingual(
                f"另一个程序正在写检索索引：{folder}。", f"Another program is writing the index: {folder}."
            ),
            Bilingual("等它结束后再试。", "Try again when it is done."),
        )
    numbers = {int(number) for number in _ERROR_NUMBER.findall(text)}
    if numbers & _FULL:
        return StorageFull(
            Bilingual(
                f"磁盘已满，索引未更新：{folder}。", f"The disk is full; the index is unchanged: {folder}."
            ),
            Bilingual("腾出空间后再试。", "Make room and try again."),
        )
    return read_only(folder) if numbers & _UNWRITABLE else damaged(folder)


def _marker() -> dict[str, str | int]:
    made_by = {"engine": "tantivy", "version": str(_tantivy.__version__)}
    return {**made_by, "format": _FORMAT, "pairs": choice(), "folding": folding()}


def _link(path: Path, link: Path) -> None:
    """Link to a file, or copy it where links need a privilege (Windows)."""
    if path.suffix == ".lock":
        return
    try:
        link.symlink_to(path.absolute())
    except OSError:
        shutil.copyfile(path, link)
