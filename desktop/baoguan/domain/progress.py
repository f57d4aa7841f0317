"""How long work tells how far it is, and learns that it should stop."""

from typing import Protocol

from baoguan.domain.language import Bilingual


class Cancelled(Exception):
    """The user stopped the work; raised by ``Progress.step`` and caught only where work is started."""


class Progress(Protocol):
    """Told about each step of long work."""

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        """Report ``done`` of ``total`` steps; raise ``Cancelled`` when the user stopped the work."""


class Silent:
    """A Progress nobody watches and nobody cancels."""

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        """Do nothing."""
