"""Where the program's own files are, in a checkout, a wheel and a packaged program alike."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    """Return a shipped folder: inside the package when installed, at the top when in a checkout."""
    bundled = Path(getattr(sys, "_MEIPASS", _PACKAGE)) / "baoguan" / folder
    for candidate in (_PACKAGE / folder, bundled, _PACKAGE.parents[1] / folder):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the program's folder {folder!r} is missing: install it again")


def resource(*parts: str) -> Path:
    """Return the path of a file under ``resources/``, for example ``resource("themes", "light.toml")``."""
    return _shipped("resources").joinpath(*parts)


def seeds() -> Path:
    """Return the folder of newspaper pages that the program ships with."""
    return _shipped("seeds")
