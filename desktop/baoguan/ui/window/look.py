"""The window's theme and language, switched while it is open and remembered."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from baoguan.app.language import system_language
from baoguan.app.theme import ThemeName, load_theme
from baoguan.domain.language import Language
from baoguan.ui.models.room import Room
from baoguan.ui.window import theme as dress
from baoguan.ui.window.language import Linguist, speak
from baoguan.ui.window.memory import Memory


class Look:
    """Changes theme and language of the application; ``refurnish`` builds the window in the new language."""

    def __init__(self, room: Room, memory: Memory, refurnish: Callable[[], None]) -> None:
        self._room = room
        self._memory = memory
        self._refurnish = refurnish
        self._linguist: Linguist | None = None
        self._speak(memory.preferences.language or system_language())
        dress.apply(_application(), room.theme)

    @property
    def theme(self) -> ThemeName:
        """The theme that is on."""
        return self._room.theme.name

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        name: ThemeName = "light" if self.theme == "dark" else "dark"
        self._memory.keep(replace(self._memory.preferences, theme=name))
        theme = load_theme(name)
        dress.apply(_application(), theme)
        self._room.set_theme(theme)

    def toggle_language(self) -> None:
        """Change between Chinese and English."""
        language: Language = "en" if self._room.language == "zh" else "zh"
        self._memory.keep(replace(self._memory.preferences, language=language))
        self._speak(language)
        QTimer.singleShot(0, self._refurnish)  # the menu that asked for it is still open

    def _speak(self, language: Language) -> None:
        self._linguist = speak(language, self._linguist)
        self._room.language = language


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a window needs a QApplication")
    return application
