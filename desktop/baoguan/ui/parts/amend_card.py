"""The card on which a reader says how a number should read, or that it reports nothing."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.article import Span
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_text import printed_at
from baoguan.ui.parts.amend_form import AmendForm
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.floating import Floating
from baoguan.ui.parts.marked_sentence import MarkedSentence

_WIDTH, _MARGIN = 456, 16


class AmendCard(Floating):
    """Enter keeps what stands on it, Escape leaves; the keyboard may go elsewhere meanwhile."""

    amended = Signal(object)
    """``amended(Statistic)``: how it should read."""
    rejected = Signal()
    """It is no statistic."""
    restored = Signal()
    """It should read again as it was read."""
    left = Signal()

    def __init__(self, room: Room, record: StatisticRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self._record = record
        self.setAccessibleName(self.tr("更正统计"))
        self._sentence = MarkedSentence()
        statistic = record.statistic
        at = Span(statistic.start - statistic.sentence_start, statistic.end - statistic.sentence_start)
        self._sentence.show_sentence(record.sentence, at)
        self.form = AmendForm(room)
        self.reject, self.restore = QPushButton(self.tr("不是统计")), QPushButton(self.tr("恢复原读"))
        self.cancel, self.keep = QPushButton(self.tr("取消")), QPushButton(self.tr("更正"))
        self.keep.setObjectName("primary")
        self.restore.setVisible(record.amended is not None)
        self.reject.setVisible(not record.rejected)
        self.setFocusProxy(self.form.value.first)
        self._lay_out()
        self.form.fill(statistic)
        self.form.committed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.reject.clicked.connect(lambda _checked: self.rejected.emit())
        self.restore.clicked.connect(lambda _checked: self.restored.emit())
        self.rejected.connect(self.leave)
        self.restored.connect(self.leave)
        self.cancel.clicked.connect(self.leave)
        room.theme_changed.connect(lambda: self.set_theme(room.theme))
        self.set_theme(room.theme)

    def sizeHint(self) -> QSize:
        """Return the size it takes over the window, the sentence in full lines."""
        inner = _WIDTH - 2 * _MARGIN
        self._sentence.setFixedHeight(self._sentence.heightForWidth(inner))
        return QSize(_WIDTH, super().sizeHint().height())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._sentence.set_theme(theme)
        self.form.set_theme(theme)

    def show_beside(self, box: QRectF) -> None:
        """Show beside a box of the window, and take the keyboard."""
        super().show_beside(box)
        self.form.value.first.selectAll()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Close it; nothing is changed."""
        if self.isVisible():
            self.hide()
            for field in self.form.names.values():
                field.stop()
            self.left.emit()
            self.deleteLater()

    def _lay_out(self) -> None:
        name, place = QLabel(self.tr("更正统计")), Elided()
        name.setObjectName("card-title")
        place.setObjectName("quiet")
        place.setText(printed_at(self._record))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(name)
        head.addWidget(place, 1)
        foot.setSpacing(8)
        foot.addWidget(self.reject)
        foot.addWidget(self.restore)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self.form)
        column.addLayout(foot)

    def _keep(self) -> None:
        changed = self.form.read()
        if changed is None:
            return
        if changed != self._record.statistic or self._record.rejected:
            self.amended.emit(changed)
        self.leave()
