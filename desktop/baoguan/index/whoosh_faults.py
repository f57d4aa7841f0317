"""What can go wrong with an index folder, in our own errors."""

import errno
import pickle
import struct
import traceback
import warnings
import zlib
from pathlib import Path

from whoosh.filedb.filetables import FileFormatError
from whoosh.index import IndexError as WhooshIndexError

from baoguan.domain.errors import ArchiveReadOnly, IndexBusy, IndexDamaged, StorageFull
from baoguan.domain.language import Bilingual

# What reading a file that is cut off, overwritten or of another make can raise in Whoosh and pickle.
DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    AssertionError,
    AttributeError,
    ImportError,
    TypeError,
    OverflowError,
    MemoryError,
    NameError,
    struct.error,
    zlib.error,
    pickle.UnpicklingError,
    FileFormatError,
    WhooshIndexError,
)


def let_go(error: BaseException) -> None:
    """Close the files that Whoosh left open when it failed; some systems delete no open file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        traceback.clear_frames(error.__traceback__)


def damaged(folder: Path) -> IndexDamaged:
    """Return the error for an index that cannot be read."""
    return IndexDamaged(
        Bilingual(f"检索索引无法读取：{folder}。", f"The search index cannot be read: {folder}."),
        Bilingual("请用可写的馆藏重建索引。", "Rebuild it, with the archive where it can be written to."),
    )


def busy(folder: Path) -> IndexBusy:
    """Return the error for an index that somebody else writes."""
    return IndexBusy(
        Bilingual(
            f"另一个程序正在写检索索引：{folder}。", f"Another program is writing the index: {folder}."
        ),
        Bilingual("等它结束后再试。", "Try again when it is done."),
    )


def unwritable(folder: Path, error: OSError) -> StorageFull | ArchiveReadOnly:
    """Return the error for an index that could not be written, for want of room or of leave."""
    if error.errno == errno.ENOSPC:
        return StorageFull(
            Bilingual(
                f"磁盘已满，索引未更新：{folder}。", f"The disk is full; the index is unchanged: {folder}."
            ),
            Bilingual("腾出空间后再试。", "Make room and try again."),
        )
    return ArchiveReadOnly(
        Bilingual(f"检索索引不能写入：{folder}。", f"The search index cannot be written to: {folder}."),
        Bilingual("检查该文件夹的权限。", "Check the permissions of that folder."),
    )
