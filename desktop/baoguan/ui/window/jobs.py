"""Long work off the UI thread, with a bar that shows it and a button that stops it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress
from baoguan.ui.models.icons import icon
from baoguan.ui.models.room import Room

Answer = TypeVar("Answer")


class _JobProgress:
    """A Progress that tells the UI thread, and learns from it that the work should stop."""

    def __init__(self, tell: Callable[[int, int, Bilingual], None]) -> None:
        self._tell = tell
        self.stop = threading.Event()

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        """Show the step; raise ``Cancelled`` when the user stopped the work."""
        if self.stop.is_set():
            raise Cancelled
        self._tell(done, total, doing)


@dataclass(frozen=True, slots=True)
class _Way:
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]


class Jobs(QWidget):
    """One writing thread for jobs and commands, in the order they came; its widget shows the progress.

    A second thread is for work beside them, which keeps nobody from writing.
    """

    _finished = Signal(object, object)
    _stepped = Signal(int, int, object)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="write")
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._progress: set[_JobProgress] = set()
        self._closed = False
        self._followed = False
        self.running = 0
        """How many jobs and commands are not finished."""
        self._doing, self._bar, self._cancel = QLabel(), QProgressBar(), QToolButton()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._cancel.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        for part in (self._doing, self._bar, self._cancel):
            layout.addWidget(part)
        self._finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._show, Qt.ConnectionType.QueuedConnection)
        room.theme_changed.connect(self.dress)
        self.dress()
        self.hide()

    def write(
        self,
        work: Callable[[Progress], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run work on the writing thread, then one of ``done`` and ``failed`` on this one.

        Work that was cancelled fails with ``Cancelled``.
        """
        self._start(self._writer, work, _Way(done, failed))

    def beside(
        self,
        work: Callable[[Progress], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run long work that changes nothing of the catalogue, while jobs and commands go on as well."""
        self._start(self._aside, work, _Way(done, failed))

    def _start(self, thread: ThreadPoolExecutor, work: Callable[[Progress], Answer], way: _Way) -> None:
        progress = _JobProgress(self._stepped.emit)
        self._progress.add(progress)
        self.running += 1
        future = thread.submit(work, progress)

        def deliver(finished: Future[Answer]) -> None:
            self._progress.discard(progress)
            self._finished.emit(finished, way)

        future.add_done_callback(deliver)

    def follow(self, done: int, total: int, doing: Bilingual | None) -> None:
        """Show the progress of work that runs elsewhere and cannot be stopped here; None when it is over."""
        self._followed = doing is not None
        if doing is None:
            self.setVisible(self.running > 0 and self.isVisible())
        elif not self.running:
            self._show_step(done, total, doing)

    def cancel(self) -> None:
        """Ask everything that runs to stop at its next step."""
        for progress in tuple(self._progress):
            progress.stop.set()

    def shut_down(self) -> None:
        """Stop what runs, wait for it, and take no more."""
        self._closed = True
        self.cancel()
        for thread in (self._writer, self._aside):
            thread.shutdown(wait=True, cancel_futures=True)

    def _finish(self, future: Future[Any], way: _Way) -> None:
        self.running -= 1
        self.setVisible((self.running > 0 or self._followed) and self.isVisible())
        if future.cancelled() or self._closed:
            return
        error = future.exception()
        if error is None:
            way.done(future.result())
        else:
            way.failed(error)

    def _show(self, done: int, total: int, doing: Bilingual) -> None:
        if self.running:
            self._show_step(done, total, doing)

    def _show_step(self, done: int, total: int, doing: Bilingual) -> None:
        self._doing.setText(doing.say(self._room.language))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._cancel.setVisible(self.running > 0)
        self.show()

    def dress(self) -> None:
        """Show the theme's colours and the language that is spoken now."""
        self._bar.setAccessibleName(self.tr("进度"))
        self._cancel.setAccessibleName(self.tr("停止"))
        self._cancel.setToolTip(self.tr("停止"))
        self._cancel.setIcon(icon("cancel", self._room.theme.muted))
