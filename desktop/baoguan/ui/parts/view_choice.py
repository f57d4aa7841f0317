"""A row of buttons for the views of a pane: in words, or as signs where the words do not fit."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon
from baoguan.ui.parts.choice import Choice
from baoguan.ui.parts.words_or_signs import WordsOrSigns

_SIGN = 36
"""Pixels of a button without words."""


class ViewChoice(Choice):
    """Lets one of a pane's views be chosen; ``signs`` are drawings for them, by view."""

    def __init__(
        self,
        choices: Mapping[str, str],
        signs: Mapping[str, str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(choices, name, tuple(choices.values()), parent)
        self._signs = dict(signs)
        words = Qt.ToolButtonStyle.ToolButtonTextOnly
        self._fit = WordsOrSigns(self, tuple(self.buttons.values()), words, _SIGN)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for key, button in self.buttons.items():
            button.setIcon(icon(self._signs[key], theme.ink))

    def sizeHint(self) -> QSize:
        """Return the room that the words take."""
        return QSize(self._fit.words, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room that the signs take."""
        return QSize(self._fit.signs, super().minimumSizeHint().height())
