"""A page of plain text or Markdown to a PageScan."""

from pathlib import Path

from baoguan.domain.page import PageScan
from baoguan.readers.reading import TextSource


def read_page(path: Path, name: str | None = None) -> PageScan:
    """Return the blocks and the imprint of a text, whatever its suffix.

    ``name`` is what messages call the file, where it is kept under another name (its SHA-256).
    Raise a SourceError when it cannot be taken in.
    """
    return TextSource(path, name).scan(0)
