"""What every pane is given: the archive, the selection, the theme, and how to ask and to change."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from baoguan.app.theme import Theme
from baoguan.domain.language import Language
from baoguan.domain.progress import Cancelled
from baoguan.ui.models.results import ResultsModel
from baoguan.ui.models.selection import SelectionModel

if TYPE_CHECKING:  # sqlalchemy and whoosh load after the first paint, in a thread
    from baoguan.app.archive import Archive
    from baoguan.app.commands import Command

Answer = TypeVar("Answer")
_Way = tuple[int, Callable[[Answer], None], Callable[[BaseException], None]]


class Room(QObject):
    """The reading room: one open archive (None until it is opened) and one selection."""

    opened = Signal()
    """Another archive was opened: everything is to be read anew."""
    changed = Signal(object)
    """``changed(Changes)``: a command was done or undone."""
    theme_changed = Signal()
    commanded = Signal(object)
    """``commanded(Command)``: a pane asks the window to do a command, undoably."""
    amending = Signal(object)
    """``amending(StatisticRecord)``: a reader wants to say how a number should read."""
    closed = Signal()
    """No question runs any more and none is taken: whoever holds a file lets go of it."""
    failed = Signal(object)
    """``failed(Exception)``: an ``ask`` could not be answered."""
    _answered = Signal(object, object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive: Archive | None = None
        self.selection = SelectionModel(self)
        self.theme = theme
        self.language: Language = "zh"
        self.waiting = 0
        """How many questions are not answered yet."""
        self._epoch = 0
        # Most of them wait for the process beside: a newer question must reach it to stop an older one.
        self._readers = ThreadPoolExecutor(max_workers=8, thread_name_prefix="read")
        self._answered.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.results = ResultsModel(self)

    def open(self, archive: Archive) -> None:
        """Show another archive."""
        self.archive = archive
        self.drop_questions()
        self.selection.forget()
        self.opened.emit()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.theme = theme
        self.theme_changed.emit()

    def do(self, command: Command) -> None:
        """Ask for a command to be done; its Changes come by ``changed``."""
        self.commanded.emit(command)

    def ask(
        self,
        work: Callable[[Archive], Answer],
        show: Callable[[Answer], None],
        fail: Callable[[BaseException], None] | None = None,
    ) -> Future[Answer]:
        """Run ``work`` off the UI thread and hand its answer to ``show``, or its error to ``fail``, on it.

        Nothing is shown when the returned future was cancelled or the question was dropped meanwhile.
        """
        archive, epoch = self.archive, self._epoch
        if archive is None:
            return Future()
        self.waiting += 1
        future = self._readers.submit(work, archive)
        future.add_done_callback(lambda done: self._answered.emit(done, (epoch, show, fail or self.tell)))
        return future

    def tell(self, error: BaseException) -> None:
        """Have the window say what went wrong; work that was stopped went as it was meant to."""
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def drop_questions(self) -> None:
        """Let no question asked so far be answered: whoever asked is gone, or another archive is shown."""
        self._epoch += 1

    def close(self) -> None:
        """Wait for running questions, and take no more."""
        self.archive = None
        self.drop_questions()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self.closed.emit()

    def _show(self, done: Future[Answer], way: _Way[Answer]) -> None:
        self.waiting -= 1
        epoch, show, fail = way
        if epoch != self._epoch or done.cancelled():
            return
        error = done.exception()
        if error is not None:
            fail(error)
        else:
            show(done.result())
