"""A view of many statistics, or what is said while they are read or could not be."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from baoguan.ui.models.lazy_reading import LazyReading
from baoguan.ui.models.room import Room
from baoguan.ui.parts.empty import OrEmpty

_PAUSE_MS = 250
"""How long the former view stays while another is read, before it is said how far that is."""


class OrReading(OrEmpty):
    """Says nothing of a reading that is soon over."""

    def __init__(self, full: QWidget, room: Room, reading: LazyReading[Any]) -> None:
        super().__init__(full)
        self._room = room
        self._reading = reading
        self._far = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_reading)
        reading.read.connect(self._tell)
        reading.answered.connect(self._wait)

    def _wait(self) -> None:
        """Wait for an answer that is being read; say why there is none."""
        self._far = ""
        if self._room.archive is None:
            self.show_opening()
        elif self._reading.error is not None:
            words = QCoreApplication.translate("OrReading", "没有读完|上方的说明里有详情。|再读一次")
            title, hint, again = words.split("|")
            self.show_empty(title, hint, (again, self._reading.again))
        elif self._reading.reading:
            self._pause.start()

    def _tell(self, done: int, total: int) -> None:
        self._far = f"{done:,} / {total:,}"
        if not self._pause.isActive():
            self._show_reading()

    def _show_reading(self) -> None:
        if self._reading.reading:
            self.show_empty(QCoreApplication.translate("OrReading", "正在读数字"), self._far)
