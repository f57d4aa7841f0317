"""What is compared: one small protocol for our engines and for their peers."""

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from questions import Asked

SHOWN = 20
"""How many hits a search shows."""


class Index(Protocol):
    """An index opened to be asked."""

    def ask(self, asked: Asked) -> int | None:
        """Find what a window shows and return how many articles match; None where it cannot be asked."""

    def found(self, string: str) -> Collection[int]:
        """Return the numbers of the articles in which a string is found."""

    def correct(self, archive: Path, article: int, more: str) -> None:
        """Write more at the end of an article and take that in."""

    def close(self) -> None:
        """Let go of the files."""


class Contender(Protocol):
    """An engine that can be built and opened.

    ``most`` is up to how many articles it is built unless it is asked for by name.
    """

    name: str
    ours: bool
    most: int

    def missing(self) -> str | None:
        """Return why this contender cannot run here, None where it can."""

    def build(self, archive: Path, folder: Path) -> None:
        """Index every article of a catalogue in a new folder."""

    def open(self, archive: Path, folder: Path) -> Index:
        """Open an index that was built."""
