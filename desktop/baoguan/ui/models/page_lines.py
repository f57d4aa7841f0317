"""The lines of a printed page, one row each."""

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QColor

from baoguan.app.theme import Theme
from baoguan.domain.page import Region, TextLine
from baoguan.ui.models.fonts import serif
from baoguan.ui.models.roles import DISPLAY, TOOLTIP, TOP, Index
from baoguan.ui.models.typeset import contains

_SURE = 0.85
"""A line whose reading is less sure than this is shown pale."""
_FONT, _COLOUR = int(Qt.ItemDataRole.FontRole), int(Qt.ItemDataRole.ForegroundRole)


class PageLinesModel(QAbstractListModel):
    """Holds a page's lines in the order of their numbers."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[TextLine, ...] = ()
        self._theme = theme

    def show_lines(self, lines: tuple[TextLine, ...]) -> None:
        """Hold another page's lines."""
        if lines is not self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1), [_COLOUR])

    def rowCount(self, parent: Index = TOP) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a line's text, its face and colour, and under the mouse what else is known of it."""
        line = self.lines[index.row()]
        if role == DISPLAY:
            return line.text
        if role == TOOLTIP:
            return self._tip(line)
        if role == _FONT:
            return serif(15)
        if role == _COLOUR:
            return QColor(self._theme.ink if line.confidence >= _SURE else self._theme.muted)
        return None

    def row_at(self, x: float, y: float) -> int | None:
        """Return the row of the line at a point of the page."""
        return next((row for row, line in enumerate(self.lines) if contains(line.region, x, y)), None)

    def row_under(self, region: Region) -> int | None:
        """Return the row of the line that a region's middle lies in."""
        return self.row_at(region.left + region.width / 2, region.top + region.height / 2)

    def _tip(self, line: TextLine) -> str:
        words = [self.tr("第 {number} 行").format(number=line.number)]
        if line.raw and line.raw != line.text:
            words.append(self.tr("原文件作：{raw}").format(raw=line.raw))
        if line.confidence < 1:
            words.append(self.tr("识读把握 {share}").format(share=f"{line.confidence:.0%}"))
        return "\n".join(words)
