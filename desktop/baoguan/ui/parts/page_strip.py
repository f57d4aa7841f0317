"""The pages of an issue as a strip of small pictures."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.ids import PageId

THUMB = QSize(60, 84)
_PAGE = Qt.ItemDataRole.UserRole


class PageStrip(QListWidget):
    """Lets a page of the issue be chosen."""

    chosen = Signal(int)
    """``chosen(PageId)``: the user chose another page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setIconSize(THUMB)
        self.setSpacing(8)
        self.setFixedHeight(THUMB.height() + 44)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.currentItemChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, theme.chrome),
            (QPalette.ColorRole.Text, theme.muted),
            (QPalette.ColorRole.Highlight, theme.selected),
            (QPalette.ColorRole.HighlightedText, theme.ink),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        # The window's own style sheet paints what is chosen in its accent.
        self.setStyleSheet(
            f"QListView::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}"
        )

    def show_pages(self, pages: Sequence[tuple[PageId, str]], current: PageId) -> None:
        """List pages with their names; their pictures come later."""
        self.blockSignals(True)
        if [(self.item(row).data(_PAGE), self.item(row).text()) for row in range(self.count())] != list(
            pages
        ):
            self.clear()
            for page, name in pages:
                entry = QListWidgetItem(QIcon(_blank()), name, self)
                entry.setData(_PAGE, page)
                entry.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        for row in range(self.count()):
            if self.item(row).data(_PAGE) == current:
                self.setCurrentRow(row)
        self.blockSignals(False)
        self.setVisible(self.count() > 1)

    def show_picture(self, page: PageId, picture: QImage) -> None:
        """Show a page's picture in its place."""
        for row in range(self.count()):
            if self.item(row).data(_PAGE) == page:
                drawn = QPixmap.fromImage(picture)
                shown = QIcon(drawn)
                shown.addPixmap(drawn, QIcon.Mode.Selected)  # else Qt washes it with the highlight
                self.item(row).setIcon(shown)

    def _tell(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.chosen.emit(entry.data(_PAGE))


def _blank() -> QPixmap:
    blank = QPixmap(THUMB)
    blank.fill(Qt.GlobalColor.transparent)
    return blank
