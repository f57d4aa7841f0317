"""The program: ``baoguan`` and ``python -m baoguan``. Without a command it opens the window."""

import multiprocessing
import sys
from pathlib import Path

from baoguan.cli.program import run


def _open_window(archive: Path | None, query: str, select: int | None, screenshot: Path | None) -> int:
    # Qt is loaded only where a window is wanted.
    from baoguan.ui.window.start import open_window

    return open_window(archive, query, select, screenshot)


def main() -> None:
    """Run the command line and exit with its code."""
    # In the packaged program this is also how the process for searching begins.
    multiprocessing.freeze_support()
    sys.exit(run(sys.argv[1:], _open_window))


if __name__ == "__main__":
    main()
