"""Files that are written whole or not at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from baoguan.domain.errors import BaoguanError, StorageFull, unwritable
from baoguan.domain.language import Bilingual


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a file beside ``path`` to be written, which takes its place when the block ends well.

    Where the block raises, what was there stays and nothing else is left; raise ``TargetUnwritable`` or
    ``StorageFull``.
    """
    part = path.with_name(f".{path.name[:40]}-{uuid4().hex[:8]}.part")
    try:
        part.touch(exist_ok=False)
        yield part
        part.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> BaoguanError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StorageFull(
            Bilingual(f"磁盘已满，写不下“{path.name}”。", f'The disk is too full for "{path.name}".'),
            Bilingual("请腾出空间，或换一个磁盘。", "Make room, or choose another disk."),
        )
    return unwritable(path)
