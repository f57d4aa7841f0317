"""Any source the program reads to a PageScan."""

from dataclasses import replace
from pathlib import Path

from baoguan.domain.page import PageScan
from baoguan.readers.imprint import read_imprint
from baoguan.readers.markdown import read_markdown
from baoguan.readers.masthead import with_masthead
from baoguan.readers.text import read_text

__all__ = ["read_imprint", "read_page"]


def read_page(path: Path, name: str | None = None) -> PageScan:
    """Return a source's blocks and imprint, judged by its content, whatever its suffix.

    ``name`` is what messages call the file, where it is kept under another name (its SHA-256).
    Raise a SourceError when it cannot be taken in.
    """
    decoded = read_text(path, name)
    scan = read_markdown(decoded.text, decoded.encoding)
    return replace(scan, imprint=with_masthead(read_imprint(path), scan.blocks))
