"""Screen texts in the reader's language, read straight from the translator's file."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from baoguan import paths
from baoguan.domain.language import Language


def system_language() -> Language:
    """Return Chinese where the system speaks it, else English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class Linguist(QTranslator):
    """Translates from a Qt Linguist ``.ts`` file, so that nothing has to be compiled."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = read_translations(file)

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return not self._words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the translation, or None, on which Qt shows the source; an empty text it would show."""
        return cast(str, self._words.get((context, source)))


def read_translations(file: Path) -> dict[tuple[str, str], str]:
    """Return what a ``.ts`` file translates: (context, source) to translation, unfinished ones left out."""
    words = {}
    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - a shipped file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.findtext("translation", "")
            if translation:
                words[name, message.findtext("source", "")] = translation
    return words


def speak(language: Language, former: Linguist | None) -> Linguist | None:
    """Make the application speak a language; return the translator that is to be taken away next time."""
    if former is not None:
        QCoreApplication.removeTranslator(former)
    if language == "zh":
        return None
    linguist = Linguist(paths.resource("i18n", f"baoguan_{language}.ts"))
    QCoreApplication.installTranslator(linguist)
    return linguist
