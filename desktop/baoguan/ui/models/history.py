"""The queries asked of late, the last one first."""

from dataclasses import replace
from typing import Protocol

from baoguan.app.preferences import Preferences


class Keeps(Protocol):
    """Holds the preferences and remembers other ones."""

    preferences: Preferences

    def keep(self, preferences: Preferences) -> None:
        """Remember other preferences."""


class _Forgetful:
    """Remembers as long as the window is open."""

    def __init__(self) -> None:
        self.preferences = Preferences()

    def keep(self, preferences: Preferences) -> None:
        self.preferences = preferences


class History:
    """Recent queries, kept with the preferences of ``memory``."""

    def __init__(self) -> None:
        self.memory: Keeps = _Forgetful()

    @property
    def queries(self) -> tuple[str, ...]:
        """The recent queries, each once."""
        return self.memory.preferences.queries

    def add(self, query: str) -> None:
        """Put a query first; one of nothing but space is none."""
        if query.strip() and self.queries[:1] != (query.strip(),):
            self.memory.keep(self.memory.preferences.with_query(query.strip()))

    def forget(self, query: str) -> None:
        """Take a query out."""
        self.memory.keep(self.memory.preferences.without_query(query))

    def clear(self) -> None:
        """Forget every query."""
        self.memory.keep(replace(self.memory.preferences, queries=()))
