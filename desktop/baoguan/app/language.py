"""Which of the program's languages the system speaks, and how an error is said in it."""

import locale
import os
import plistlib
import sys
from contextlib import suppress
from pathlib import Path

from baoguan.domain.errors import BaoguanError
from baoguan.domain.language import Bilingual, Language

_ERROR = Bilingual("错误：", "Error: ")
_UNSET = {"", "c", "posix"}


def system_language() -> Language:
    """Return the language of the locale: English for any that is neither Chinese nor unset.

    The environment decides; where it says nothing, Windows and macOS are asked for their own settings.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return spoken(value)
    if sys.platform == "darwin":
        return spoken(_preferred(Path.home() / "Library" / "Preferences" / ".GlobalPreferences.plist"))
    if sys.platform == "win32":
        return spoken(locale.getlocale()[0] or "")
    return "zh"  # Python itself sets an unset locale to C.UTF-8, which getlocale takes for English


def spoken(name: str) -> Language:
    """Return the language for a locale's name, as POSIX, Windows or macOS writes it."""
    plain = name.split(".")[0].lower()
    return "zh" if plain in _UNSET or plain.startswith(("zh", "chinese")) else "en"


def error_line(error: BaoguanError, language: Language) -> str:
    """Return what is printed of an expected error: that it is one, what happened, and the next step."""
    return _ERROR.say(language) + error.say(language)


def _preferred(file: Path) -> str:
    """Return the first language of a macOS preferences file; nothing where it cannot be read."""
    with suppress(OSError, ValueError, plistlib.InvalidFileException):
        languages = plistlib.loads(file.read_bytes()).get("AppleLanguages")
        if isinstance(languages, list) and languages:
            return str(languages[0])
    return ""
