"""How late the UI thread is while searches run: the window's own models, without a screen."""

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from baoguan.app.archive import Archive
from baoguan.app.dictionary import names
from baoguan.app.index_folders import put_words
from baoguan.app.marker import Marker, write_marker
from baoguan.app.selection import Selection
from baoguan.app.theme import load_theme
from baoguan.domain.query import Question
from baoguan.index.vocabulary import Segmenter
from baoguan.ui.models.room import Room
from baoguan.ui.window.collector import Collector

_TICK_MS = 5
_REST_SECONDS = 2.0


def lateness(archive: Path, engine: str, queries: tuple[str, ...]) -> dict[str, float]:
    """Open an archive as the window does and ask every query in turn, facets too.

    Returns the longest delay of a 5 ms timer at rest and while searching, in milliseconds.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    write_marker(archive, Marker(archive.stem, date.today(), engine, chosen=True))
    put_words(archive / "index" / engine, Segmenter(names(archive)).fingerprint)
    application = QGuiApplication([])
    collector = Collector(application)
    opened = Archive.open(archive, apart=True)
    watch = Watch()
    room = Room(load_theme("light"))
    room.open(opened)
    opened.search(Question("报"))
    collector.settle()  # as the window does when it is ready
    watch.worst()
    QTimer.singleShot(int(1000 * _REST_SECONDS), application.quit)
    application.exec()
    idle = watch.worst()
    asking = _Asking(room, queries)
    asking.next()
    application.exec()
    searching = watch.worst()
    room.close()
    opened.close()
    return {"idle_ms": idle, "searching_ms": searching, "answers": asking.answered}


class Watch:
    """A timer that notes how late it is."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._late = 0.0
        self._last = time.perf_counter()
        self._timer.start(_TICK_MS)

    def worst(self) -> float:
        """Return the longest delay in milliseconds since the last time of asking."""
        worst, self._late, self._last = self._late, 0.0, time.perf_counter()
        return worst

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late = max(self._late, 1000 * (now - self._last) - _TICK_MS)
        self._last = now


class _Asking:
    """Asks one query after another: the results by the model of the list, the spread as the facets do."""

    def __init__(self, room: Room, queries: tuple[str, ...]) -> None:
        self._room = room
        self._left: Iterator[str] = iter(queries)
        self.answered = 0
        room.results.answered.connect(self._spread)

    def next(self) -> None:
        """Ask the next query; after the last one the application ends."""
        query = next(self._left, None)
        if query is None:
            QCoreApplication.quit()
        else:
            self._room.selection.select(Selection(query=query))

    def _spread(self) -> None:
        question = self._room.results.question
        if self._room.results.searching or question is None:
            return
        self.answered += 1
        asked: Question = question
        self._room.ask(lambda archive: archive.spread(asked), lambda _: self.next())
