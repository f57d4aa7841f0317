"""All values of one facet, in a list that floats beside the pane until something else is clicked."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.query import Facet
from baoguan.ui.models.facet_names import facet_text
from baoguan.ui.models.facets import Ranking, Tally, ValuesModel
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts.composed_line import ComposedLine
from baoguan.ui.parts.facet_row import FacetRow

_SIZE = (280, 400)
_LEAD = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FacetList(QFrame):
    """Typing filters the names; arrows walk them, Enter or a click chooses, Escape closes."""

    toggled = Signal(object)
    """``toggled(Filed)``: a value was chosen, or is no longer to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("floating")
        self.facet = Facet.TITLE
        self.filter = ComposedLine()
        self.filter.setClearButtonEnabled(True)
        self.values = ValuesModel(self)
        self.view = QListView()
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setModel(self.values)
        self._row = FacetRow(self.view)
        self._row.indent = 20
        self.view.setItemDelegate(self._row)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.view)
        self.setFocusProxy(self.filter)
        self.filter.textChanged.connect(self._narrow)
        self.filter.committed.connect(lambda: self._take(self.view.currentIndex()))
        self.filter.installEventFilter(self)
        self.view.clicked.connect(self._take)

    def open(self, facet: Facet, found: Ranking, at: QPoint) -> None:
        """Show a facet's values, at a place on the screen or as near to it as there is room."""
        self.facet = facet
        self.filter.clear()
        name = facet_text(facet)
        self.filter.setPlaceholderText(self.tr("筛选{facet}").format(facet=name))
        self.filter.setAccessibleName(self.tr("筛选{facet}").format(facet=name))
        self.view.setAccessibleName(name)
        self.show_values(found)
        self.resize(*_SIZE)
        room = self.screen().availableGeometry()
        left = min(at.x(), room.right() - self.width())
        self.move(max(room.left(), left), max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.show()
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_values(self, found: Ranking) -> None:
        """Show the values with other counts and choices."""
        current = self.view.currentIndex().data(RECORD)
        top = self.view.verticalScrollBar().value()
        self.values.show(found)
        if isinstance(current, Tally):
            self.view.setCurrentIndex(self.values.index(self.values.row_of(current.filed), 0))
        self.view.verticalScrollBar().setValue(top)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._row.theme = theme
        self.setStyleSheet(
            f"QFrame#floating {{ background: {theme.chrome}; border: 1px solid {theme.rule}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that walk a list do so while one types."""
        pressed = event if event.type() == QEvent.Type.KeyPress and not self.filter.composing else None
        if isinstance(pressed, QKeyEvent) and pressed.key() in _LEAD:
            self.view.keyPressEvent(pressed)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        self.values.narrow(text)
        if text:
            self.view.setCurrentIndex(self.values.index(0, 0))

    def _take(self, index: QModelIndex) -> None:
        row = index.data(RECORD)
        if isinstance(row, Tally):
            self.toggled.emit(row.filed)
