"""The hits of the current question, a line each, read only while somebody looks at them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Signal

from baoguan.domain.article import Span
from baoguan.domain.errors import BaoguanError
from baoguan.domain.ids import ArticleId
from baoguan.domain.progress import Cancelled
from baoguan.domain.query import Concordance, Line, LineOrder, Question
from baoguan.ui.models import wording
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOOLTIP, TOP, Index
from baoguan.ui.models.room import Room

STEP = 500
"""How many articles are read at first, and how many more at a time."""

_Rows = dict[tuple[ArticleId, Span], int]


class ConcordanceModel(QAbstractListModel):
    """One row per hit in the order asked for; nothing is asked for until ``show``."""

    answered = Signal()
    """Other lines stand here, or none (``error`` says why where something failed)."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._shown = False
        self._stale = True
        self._growing = False
        self._lines: tuple[Line, ...] = ()
        self._rows: _Rows = {}
        self.order = LineOrder.RANK
        self.articles = STEP
        self.question: Question | None = None
        """The question of the lines shown or being read."""
        self.read = 0
        """How many articles the lines come from."""
        self.total = 0
        """How many articles were found."""
        self.reading = False
        self.error: BaseException | None = None
        room.results.asked.connect(self._drop)
        room.results.answered.connect(self._heed)

    def show(self, shown: bool) -> None:
        """Tell whether somebody looks; the lines are then kept up with the question."""
        self._shown = shown
        if shown and self._stale:
            self.ask()

    def arrange(self, order: LineOrder) -> None:
        """Put the lines in another order."""
        if order is not self.order:
            self.order = order
            self.ask()

    def read_more(self) -> None:
        """Read the lines of more articles."""
        self.articles = self.read + STEP
        self.ask()
        self._growing = self.order is LineOrder.RANK

    def ask(self) -> None:
        """Read the lines anew; an older answer never replaces a newer one."""
        self._asked += 1
        asked, order, articles = self._asked, self.order, self.articles
        question = self._room.results.question
        self._stale, self._growing, self.question = False, False, question
        if question is None:
            self._put(Concordance((), 0, 0), {})
            return
        self.reading = True
        self._room.ask(
            lambda archive: _with_rows(archive.concordance(question, order, articles)),
            lambda read: self._put(*read) if asked == self._asked else None,
            lambda error: self._fail(error) if asked == self._asked else None,
        )

    def row_of(self, article: ArticleId | None, span: Span | None) -> int:
        """Return the row of a hit, -1 where it is not listed."""
        return -1 if article is None or span is None else self._rows.get((article, span), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many lines were read."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the text, the spoken description, the place or the Line of a row."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == RECORD:
            return line
        if role in (DISPLAY, ACCESSIBLE):
            text = f"{line.before}{line.hit}{line.after}".replace("\n", " ")
            return text if role == DISPLAY else "，".join((text, line.headline, _place(line)))
        if role == TOOLTIP:
            return f"{line.headline}\n{_place(line)}"
        return None

    def _drop(self) -> None:
        """Let go of lines on their way: another question is being answered."""
        self._asked += 1
        self._stale = True

    def _heed(self) -> None:
        if self._room.results.question != self.question:
            self.articles = STEP
        self._stale = True
        if self._shown:
            self.ask()
        elif self._lines:
            self._put(Concordance((), 0, 0), {})

    def _put(self, read: Concordance, rows: _Rows) -> None:
        self.reading, self.error = False, None
        self.read, self.total = read.read, read.total
        known = len(self._lines)
        if self._growing and len(read.lines) > known and read.lines[:known] == self._lines:
            self.beginInsertRows(QModelIndex(), known, len(read.lines) - 1)
            self._lines, self._rows = read.lines, rows
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._lines, self._rows = read.lines, rows
            self.endResetModel()
        self.answered.emit()

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):  # by a question asked elsewhere: this one is still to be answered
            self.ask()
            return
        self._put(Concordance((), 0, 0), {})
        self.error = error
        self.answered.emit()
        if not isinstance(error, BaoguanError):
            self._room.tell(error)


def _with_rows(read: Concordance) -> tuple[Concordance, _Rows]:
    return read, {(line.article, line.span): row for row, line in enumerate(read.lines)}


def _place(line: Line) -> str:
    title = line.title or QCoreApplication.translate("Navigator", "报纸不详")
    return wording.place_text(title, line.date, None, "")
