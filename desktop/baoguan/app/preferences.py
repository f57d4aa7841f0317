"""What the program remembers for its user, in a file that a person can read and edit."""

import json
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from platformdirs import user_config_path

from baoguan.app.theme import THEMES, ThemeName
from baoguan.domain.language import Language

_RECENT = 8
_HEAD = "# 报馆的设置，可以用文本编辑器修改。 Preferences of 报馆 Baoguan; edit them with any text editor.\n"


def preferences_file() -> Path:
    """Return where the preferences lie, or will lie."""
    return user_config_path("baoguan", appauthor=False) / "preferences.toml"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language (None: the system's), theme, and the archives opened lately, the last one first."""

    language: Language | None = None
    theme: ThemeName = "light"
    archives: tuple[Path, ...] = field(default=())

    @classmethod
    def read(cls, file: Path) -> "Preferences":
        """Return what a file says; what it does not say, or says wrongly, is as at the first start."""
        try:
            said = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        language, theme, archives = said.get("language"), said.get("theme"), said.get("archives")
        return cls(
            language=language if language in get_args(Language) else None,
            theme=theme if theme in THEMES else "light",
            archives=tuple(Path(one) for one in archives if isinstance(one, str) and one)
            if isinstance(archives, list)
            else (),
        )

    def write(self, file: Path) -> None:
        """Write the file, and its folder where it is missing; raise OSError where neither can be."""
        lines = [_HEAD]
        if self.language is not None:
            lines.append(f"language = {_quoted(self.language)}\n")
        lines.append(f"theme = {_quoted(self.theme)}\n")
        archives = "".join(f"    {_quoted(str(one))},\n" for one in self.archives)
        lines.append(f"archives = [\n{archives}]\n")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(lines), encoding="utf-8")

    def with_archive(self, folder: Path) -> "Preferences":
        """Return the preferences with an archive as the last one opened; the eight latest are kept."""
        others = tuple(one for one in self.archives if one != folder)
        return replace(self, archives=(folder, *others)[:_RECENT])


def _quoted(text: str) -> str:
    """Return a TOML string: JSON's escapes are TOML's, but for DEL, which TOML wants escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
