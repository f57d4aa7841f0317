"""The catalogue's SQLite file: connections, transactions, and what can go wrong with them."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from baoguan.domain.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveReadOnly,
    BaoguanError,
    StorageFull,
)
from baoguan.domain.language import Bilingual

_BUSY_SECONDS = 10
_LITTLE_ROOM = 1 << 20
"""Bytes: the log's own index alone grows by 32 KiB at a time."""


class Database:
    """One catalogue file. Any thread may read, one at a time writes.

    ``read_only`` opens it so that it works from a folder that cannot be written to.
    """

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._writing = threading.RLock()
        self._engine = _engine(path, read_only)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the catalogue."""
        with self._translated(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept, or none when the block raises."""
        if self.read_only:
            raise read_only(self.path.parent)
        with self._writing, self._translated(), self._engine.connect() as connection:
            connection = connection.execution_options(baoguan_begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    def prepare(self, prepare: Callable[[sqlite3.Connection, Any], None]) -> None:
        """Have every connection prepared from now on; nobody may be reading."""
        event.listen(self._engine, "connect", prepare)
        self._engine.dispose()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            known = _known(error.orig, self.path.parent)
            if known is None:
                raise
            raise known from error


def read_only(folder: Path) -> ArchiveReadOnly:
    """Return the error for an archive folder that cannot be written to."""
    return ArchiveReadOnly(
        Bilingual(
            f"馆藏“{folder.name}”所在的位置不能写入。", f'The archive "{folder.name}" cannot be written to.'
        ),
        Bilingual(
            "请检查磁盘或文件夹的写入权限，或把整个文件夹复制到别处再打开。",
            "Check the permissions of the folder or disk, or open a copy of the folder made elsewhere.",
        ),
    )


def storage_full(folder: Path) -> StorageFull:
    """Return the error for a disk without room."""
    return StorageFull(
        Bilingual(f"“{folder.name}”所在的磁盘已满。", f'The disk that holds "{folder.name}" is full.'),
        Bilingual(
            "没有改动任何内容；请腾出空间后再试。",
            "Nothing was changed; make room and try again.",
        ),
    )


def damaged(folder: Path) -> ArchiveDamaged:
    """Return the error for a catalogue that SQLite cannot read."""
    return ArchiveDamaged(
        Bilingual(
            f"馆藏“{folder.name}”的目录文件 catalogue.sqlite 缺失或已损坏。",
            f'The catalogue of "{folder.name}" (catalogue.sqlite) is missing or damaged.',
        ),
        Bilingual(
            "请从备份恢复该文件；原件都还在 originals 文件夹里，也可以收入到一个新的馆藏。",
            "Restore it from a backup; the originals are still in its originals folder "
            "and can be taken into a new archive.",
        ),
    )


def _busy(folder: Path) -> ArchiveError:
    return ArchiveError(
        Bilingual(
            f"馆藏“{folder.name}”正被另一个程序写入。", f'Another program is writing to "{folder.name}".'
        ),
        Bilingual("请等它完成后再试。", "Wait until it has finished and try again."),
    )


def _io_failed(folder: Path) -> BaoguanError:
    """Return the error behind a failed read or write: a full disk says it this way too."""
    if shutil.disk_usage(folder).free < _LITTLE_ROOM:
        return storage_full(folder)
    return ArchiveError(
        Bilingual(f"读写馆藏“{folder.name}”时磁盘出错。", f'The disk failed on "{folder.name}".'),
        Bilingual(
            "请检查磁盘或网络盘的连接后再试；没有改动任何内容。",
            "Check the disk, or the connection to it, and try again; nothing was changed.",
        ),
    )


def _known(error: BaseException | None, folder: Path) -> BaoguanError | None:
    """Return the expected error behind an SQLite error, or None for a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    found = {
        sqlite3.SQLITE_FULL: storage_full,
        sqlite3.SQLITE_IOERR: _io_failed,
        sqlite3.SQLITE_READONLY: read_only,
        sqlite3.SQLITE_CANTOPEN: read_only,
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
        sqlite3.SQLITE_BUSY: _busy,
    }.get(code)
    return found(folder) if found else None


def _engine(path: Path, read_only: bool) -> Engine:
    uri = path.absolute().as_uri()
    if read_only:
        # A log left by a crash must be read too; without one, nothing beside the file may be needed.
        unmerged = path.with_name(path.name + "-wal").exists()
        uri += "?mode=ro" if unmerged else "?mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        # Transactions are begun below, not by sqlite3: so that DDL takes part and writers wait their turn.
        return sqlite3.connect(
            uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare_read_only if read_only else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    _prepare_read_only(connection, _record)


def _prepare_read_only(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("baoguan_begin", "BEGIN"))
