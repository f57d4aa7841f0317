"""A file that is written whole or not at all."""

from pathlib import Path

from baoguan.domain.errors import unwritable


def keep(encoded: bytes, path: Path) -> None:
    """Write a file; raise ``TargetUnwritable``, and leave what was there, where it cannot be."""
    beside = path.with_name(f".{path.name[:40]}.part")
    try:
        beside.write_bytes(encoded)
        beside.replace(path)
    except OSError as error:
        raise unwritable(path) from error
    finally:
        beside.unlink(missing_ok=True)
