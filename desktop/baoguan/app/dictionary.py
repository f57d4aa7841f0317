"""``dictionary.txt``: the names that people add to an archive's words, in jieba's format."""

from pathlib import Path

from baoguan.index.names import Names, read_names

_NAME = "dictionary.txt"


def read_dictionary(folder: Path) -> str:
    """Return an archive's dictionary as text, empty where there is none; what is no UTF-8 is marked �."""
    return _content(folder).decode("utf-8", errors="replace").removeprefix("\ufeff")


def write_dictionary(folder: Path, text: str) -> None:
    """Write an archive's dictionary, whole or not at all; an empty one is taken away."""
    file = folder / _NAME
    if not text:
        file.unlink(missing_ok=True)
        return
    written = folder / f".{_NAME}"
    # As typed, but for what UTF-8 cannot hold.
    written.write_bytes(text.encode("utf-8", errors="replace"))
    written.replace(file)


def names(folder: Path) -> Names:
    """Return the names of an archive's dictionary, and what is wrong with its other lines."""
    return read_names(_content(folder))


def _content(folder: Path) -> bytes:
    try:
        return (folder / _NAME).read_bytes()
    except OSError:
        return b""
