"""The text of a page beside its picture, line by line."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QListView, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.page import Region, TextLine
from baoguan.ui.models.page_lines import PageLinesModel


class PageLines(QListView):
    """Lists the lines; the one chosen is shown on the page, the one pointed at on the page is shown here."""

    chosen = Signal(object)
    """``chosen(Region)``: the user chose a line, which stands here on the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = PageLinesModel(theme, self)
        self.setModel(self.lines)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMinimumWidth(120)
        self.set_theme(theme)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.lines.set_theme(theme)
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, theme.paper),
            (QPalette.ColorRole.Highlight, theme.selected),
            (QPalette.ColorRole.HighlightedText, theme.ink),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)

    def show_lines(self, lines: tuple[TextLine, ...]) -> None:
        """List another page's lines."""
        self.lines.show_lines(lines)

    def point(self, row: int | None) -> None:
        """Show a line as the one pointed at on the page; nothing is told."""
        if row is not None and self.isVisible():
            index = self.lines.index(row)
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(index)
            self.scrollTo(index)
            self.viewport().update()

    def show_place(self, region: Region | None) -> None:
        """Show the line that a place on the page stands in."""
        self.point(self.lines.row_under(region) if region else None)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.lines.lines[index.row()].region)
