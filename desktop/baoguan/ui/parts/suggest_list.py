"""The list below the search field: what was asked before, and words of the archive."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.offers import Offer, OfferKind, Offers
from baoguan.ui.models.roles import ACCESSIBLE, RECORD
from baoguan.ui.parts.suggest_row import DROPPABLE, SuggestRow

_ROWS = 12
_WIDTH = 480
_PADDING, _GAP = 4, 2
_EDGES = 2 * _PADDING + 2


class SuggestList(QFrame):
    """Lies over the window below a field that keeps the keyboard: no popup, which would take it away."""

    taken = Signal(object)
    """``taken(Offer)``: a row was chosen."""
    dropped = Signal(object)
    """``dropped(Offer)``: a row is to be forgotten."""

    def __init__(self, model: Offers, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._model = model
        self.setObjectName("floating")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = QListView()
        self.view.setAccessibleName(self.tr("检索建议"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(model)
        self._row = SuggestRow(self.view)
        self._row.clicked.connect(self._click)
        self.view.setItemDelegate(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.addWidget(self.view)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.isVisible()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._row.theme = theme
        self.setStyleSheet(
            f"QFrame#floating {{ background: {theme.paper}; border: 1px solid {theme.rule};"
            f" border-radius: 6px; }} QListView {{ background: {theme.paper}; }}"
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Heed clicks anywhere in the program while it is open."""
        super().showEvent(event)
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Heed them no longer."""
        super().hideEvent(event)
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a click elsewhere, which then does what it always does."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            here = watched is self._field or watched is self or self.isAncestorOf(watched)
            if not here:
                self.close_list()
        return False

    def show_list(self, typed: str) -> None:
        """Show what is offered for a text below the field, no row chosen; hide where nothing is."""
        self._row.typed = typed
        self.view.setCurrentIndex(QModelIndex())
        rows = self._model.rowCount()
        window = self._field.window()
        if not rows or window is self._field:
            self.hide()
            return
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setGeometry(self._place(window, rows))
        self.view.scrollToTop()
        self.show()
        self.raise_()

    def _place(self, window: QWidget, rows: int) -> QRect:
        """Return where the list lies: below the field, or above it where more of it fits there."""
        top = self._field.mapTo(window, QPoint())
        below, above = window.height() - top.y() - self._field.height() - _GAP, top.y() - _GAP
        row = self._row.size.height()
        wanted = min(rows, _ROWS) * row + _EDGES
        room = below if below >= wanted or below >= above else above
        height = min(wanted, (room - _EDGES) // row * row + _EDGES)
        left, width = top.x(), min(_WIDTH, self._field.width())
        if room == below:
            return QRect(left, top.y() + self._field.height() + _GAP, width, height)
        return QRect(left, above - height, width, height)

    def close_list(self) -> None:
        """Hide it."""
        self._model.drop()
        self.hide()

    def step(self, by: int) -> None:
        """Go to the next row that can be chosen; beyond the ends none is current, as at first."""
        rows = self._model.rowCount()
        row = self.view.currentIndex().row() if self.view.currentIndex().isValid() else -1
        for _ in range(rows + 1):
            row = (row + 1 + by) % (rows + 1) - 1
            if row < 0 or self._model.offers[row].kind is not OfferKind.HEAD:
                break
        chosen = self.view.selectionModel()
        chosen.setCurrentIndex(self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if QAccessible.isActive() and row >= 0:  # the keyboard stays in the field: a reader is told the row
            spoken = str(self._model.index(row).data(ACCESSIBLE))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, spoken))

    def take(self) -> bool:
        """Choose the current row; return whether there was one."""
        offer = self._current()
        if offer is None:
            return False
        self._choose(offer)
        return True

    def drop(self) -> bool:
        """Have the current row's query forgotten; return whether it can be."""
        offer = self._current()
        if offer is None or offer.kind not in DROPPABLE:
            return False
        self.dropped.emit(offer)
        return True

    def _current(self) -> Offer | None:
        offer = self.view.currentIndex().data(RECORD) if self.is_open else None
        return offer if isinstance(offer, Offer) else None

    def _click(self, offer: Offer, on_cross: bool) -> None:
        if on_cross:
            self.dropped.emit(offer)
        else:
            self._choose(offer)

    def _choose(self, offer: Offer) -> None:
        if offer.kind is not OfferKind.HEAD:
            self.close_list()
            self.taken.emit(offer)
