"""What a mark of a chart says, beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from baoguan.ui.models.fonts import sans
from baoguan.ui.parts.floating import Floating

_WIDEST = 320
_GAP = 10


class ChartTip(Floating):
    """A few lines over the chart, which let the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name, self._value, self._hint = QLabel(), QLabel(), QLabel()
        self._hint.setObjectName("quiet")
        self._value.setFont(sans(13, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(2)
        for label in (self._name, self._value, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)

    def say(self, name: str, value: str, hint: str, box: QRectF) -> None:
        """Say a mark's name and value, and what can be done with it, beside a box of the parent."""
        for label, words in ((self._name, name), (self._value, value), (self._hint, hint)):
            label.setText(words)
            label.setVisible(bool(words))
        wide = max(label.fontMetrics().horizontalAdvance(label.text()) for label in self.findChildren(QLabel))
        self.setFixedWidth(min(_WIDEST, wide + 32))
        self.adjustSize()
        self._place(box)

    def _place(self, box: QRectF) -> None:
        """Show to the right of a box of the parent, or else to its left, below it or above it."""
        inside = QRectF(self._over.rect())
        shape = QRectF(self.rect())
        level, centred = box.center().y() - shape.height() / 2, box.center().x() - shape.width() / 2
        for left, top in (
            (box.right() + _GAP, level),
            (box.left() - _GAP - shape.width(), level),
            (centred, box.bottom() + _GAP),
            (centred, box.top() - _GAP - shape.height()),
        ):
            shape.moveTo(left, top)
            shape.moveTop(max(0.0, min(top, inside.height() - shape.height())))
            if inside.contains(shape) and not shape.intersects(box):
                break
        left = max(0.0, min(shape.left(), inside.width() - shape.width()))
        self.move(round(left), round(shape.top()))
        self.show()
        self.raise_()

    @property
    def words(self) -> str:
        """All that is said now; nothing while it is hidden."""
        said = (self._name.text(), self._value.text(), self._hint.text())
        return "\n".join(filter(None, said)) if self.isVisible() else ""
