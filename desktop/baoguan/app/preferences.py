"""What the program remembers for its user, in a file that a person can read and edit."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from platformdirs import user_config_path

from baoguan.app.theme import THEMES, ThemeName
from baoguan.domain.language import Language

_RECENT = 8
_QUERIES = 50
_LONGEST_QUERY = 1000
_HEAD = "# 报馆的设置，可以用文本编辑器修改。 Preferences of 报馆 Baoguan; edit them with any text editor.\n"


def preferences_file() -> Path:
    """Return where the preferences lie, or will lie."""
    return user_config_path("baoguan", appauthor=False) / "preferences.toml"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language (None: the system's), theme, and the archives and queries of late, the last one first."""

    language: Language | None = None
    theme: ThemeName = "light"
    archives: tuple[Path, ...] = field(default=())
    queries: tuple[str, ...] = ()

    @classmethod
    def read(cls, file: Path) -> "Preferences":
        """Return what a file says; what it does not say, or says wrongly, is as at the first start."""
        try:
            said = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        language, theme = said.get("language"), said.get("theme")
        return cls(
            language=language if language in get_args(Language) else None,
            theme=theme if theme in THEMES else "light",
            archives=tuple(map(Path, _strings(said.get("archives")))),
            queries=_strings(said.get("queries")),
        )

    def write(self, file: Path) -> None:
        """Write the file, and its folder where it is missing; raise OSError where neither can be.

        A character that is none (half a surrogate pair) is written as ``?``.
        """
        lines = [_HEAD]
        if self.language is not None:
            lines.append(f"language = {_quoted(self.language)}\n")
        lines.append(f"theme = {_quoted(self.theme)}\n")
        lines += _list("archives", map(str, self.archives))
        lines += _list("queries", self.queries)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(lines), encoding="utf-8", errors="replace")

    def with_archive(self, folder: Path) -> "Preferences":
        """Return the preferences with an archive as the last one opened; the eight latest are kept."""
        others = tuple(one for one in self.archives if one != folder)
        return replace(self, archives=(folder, *others)[:_RECENT])

    def with_query(self, text: str) -> "Preferences":
        """Return the preferences with a query as the last one asked, once; the fifty latest are kept.

        A text too long to be read in a list is not kept.
        """
        if len(text) > _LONGEST_QUERY:
            return self
        others = tuple(one for one in self.queries if one != text)
        return replace(self, queries=(text, *others)[:_QUERIES])

    def without_query(self, text: str) -> "Preferences":
        """Return the preferences with a query forgotten."""
        return replace(self, queries=tuple(one for one in self.queries if one != text))


def _strings(said: object) -> tuple[str, ...]:
    return tuple(one for one in said if isinstance(one, str) and one) if isinstance(said, list) else ()


def _list(name: str, values: Iterable[str]) -> list[str]:
    return [f"{name} = [\n", *(f"    {_quoted(value)},\n" for value in values), "]\n"]


def _quoted(text: str) -> str:
    """Return a TOML string: JSON's escapes are TOML's, but for DEL, which TOML wants escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
