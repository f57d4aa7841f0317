"""Which of the program's languages the system speaks."""

import locale
import os

from baoguan.domain.language import Language


def system_language() -> Language:
    """Return the language of the locale: English for any that is neither Chinese nor unset."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            break
    else:
        value = locale.getlocale()[0] or ""
    spoken = value.split(".")[0].split("_")[0].lower()
    return "zh" if spoken in {"", "c", "posix", "zh", "chinese", "chinese (simplified)"} else "en"
