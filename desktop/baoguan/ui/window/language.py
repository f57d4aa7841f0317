"""Screen texts in the reader's language, read straight from the translator's file."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, QXmlStreamReader

from baoguan import paths
from baoguan.domain.language import Language


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
    words: dict[tuple[str, str], str] = {}
    context = source = ""
    reader = QXmlStreamReader(file.read_text(encoding="utf-8"))
    while not reader.atEnd():
        reader.readNext()
        if not reader.isStartElement():
            continue
        if reader.name() == "name":
            context = reader.readElementText()
        elif reader.name() == "source":
            source = reader.readElementText()
        elif reader.name() == "translation" and (translation := reader.readElementText()):
            words[context, source] = translation
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
