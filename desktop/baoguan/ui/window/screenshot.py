"""The window as a picture, taken once nothing moves any more."""

import time
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from baoguan.domain.errors import BaoguanError
from baoguan.domain.language import Bilingual
from baoguan.ui.window.main_window import MainWindow

_SIZE = (1600, 1000)
_LOOK_EVERY_MS = 60
_LIMIT_SECONDS = 120


class Screenshot(QObject):
    """Saves the window when two looks at it in a row are alike and nothing runs, then ends the program."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window)
        self.failure: BaseException | None = None
        self._window = window
        self._file = file
        self._loaded = False
        self._before: QImage | None = None
        self._until = time.monotonic() + _LIMIT_SECONDS
        window.resize(*_SIZE)
        window.teller.failed.connect(self._fail)
        window.room.opened.connect(self._note_loaded)
        QApplication.setCursorFlashTime(0)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look)
        window.painted.connect(self._looks.start)

    def _note_loaded(self) -> None:
        self._loaded = True

    def _look(self) -> None:
        if time.monotonic() > self._until:
            self._fail(_too_slow(self._file))
        elif self._loaded and not self._window.jobs.running and not self._window.room.waiting:
            now = self._window.grab().toImage()
            if now == self._before:
                self._save(now)
            self._before = now
        else:
            self._before = None

    def _save(self, picture: QImage) -> None:
        if not QImageWriter(str(self._file), QByteArray(b"png")).write(picture):
            self.failure = _not_written(self._file)
        self._end()

    def _fail(self, error: BaseException) -> None:
        if self.failure is None:
            self.failure = error
            self._end()

    def _end(self) -> None:
        self._looks.stop()
        self._window.close()
        QApplication.quit()


def _not_written(file: Path) -> BaoguanError:
    return BaoguanError(
        Bilingual(f"写不了图片“{file}”。", f"The picture {file} cannot be written."),
        Bilingual("请换一个可以写的文件夹。", "Choose a folder that can be written to."),
    )


def _too_slow(file: Path) -> BaoguanError:
    return BaoguanError(
        Bilingual(f"窗口一直没有静下来，没有写“{file}”。", f"The window never settled: no {file}."),
        Bilingual("请再试一次。", "Try again."),
    )
