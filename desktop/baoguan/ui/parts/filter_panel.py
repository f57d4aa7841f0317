"""The panel in which statistics are narrowed, over the window beside its button."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import IssueRecord
from baoguan.ui.models.narrowing import Narrowing
from baoguan.ui.models.room import Room
from baoguan.ui.parts.filter_form import FilterForm
from baoguan.ui.parts.floating import Floating

_WIDTH = 424


class FilterPanel(Floating):
    """Lies open while the table beside it follows; Escape, or the keyboard going elsewhere, closes it."""

    left = Signal()

    def __init__(self, room: Room, narrowing: Narrowing, parent: QWidget) -> None:
        super().__init__(parent)
        self._narrowing = narrowing
        self._left = False
        self.setAccessibleName(self.tr("筛选统计"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.form = FilterForm(room)
        self.clear_all, self.done = QPushButton(self.tr("清除全部")), QPushButton(self.tr("完成"))
        self.done.setObjectName("primary")
        self.setFocusProxy(self.form.names["measure"])
        self._lay_out()
        self.form.fill(narrowing.wanted)
        self.form.changed.connect(self._put)
        self.clear_all.clicked.connect(lambda _checked: narrowing.clear())
        self.done.clicked.connect(self.leave)
        narrowing.changed.connect(self._follow)
        room.theme_changed.connect(lambda: self.set_theme(room.theme))
        room.ask(lambda archive: archive.issues(), self._offer_years)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._heed_focus)
        self.set_theme(room.theme)

    def sizeHint(self) -> QSize:
        """Return the size it takes over the window."""
        return QSize(_WIDTH, super().sizeHint().height())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self.form.set_theme(theme)

    def show_beside(self, box: QRectF) -> None:
        """Show beside a box of the window, and take the keyboard."""
        super().show_beside(box)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Close it; what was meant stays, a unit that is being looked up too."""
        if self._left or not self.isVisible():
            return
        self._left = True
        self.hide()
        for field in self.form.names.values():
            field.stop()
        self.left.emit()
        if self.form.asking:
            self.form.settled.connect(self.deleteLater)
        else:
            self.deleteLater()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.clear_all)
        foot.addStretch(1)
        foot.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addLayout(foot)

    def _put(self) -> None:
        self._narrowing.put(self.form.wanted)

    def _follow(self) -> None:
        if self._narrowing.wanted != self.form.wanted:
            self.form.fill(self._narrowing.wanted)

    def _offer_years(self, issues: tuple[IssueRecord, ...]) -> None:
        if not self._left:
            self.form.offer_years(issue.date.year for issue in issues if issue.date)

    def _heed_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and new is not self and not self.isAncestorOf(new):
            self.leave()
