"""What can be done with figures: kept as files, copied with where they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from baoguan.domain.errors import BaoguanError
from baoguan.domain.records import FigureRecord
from baoguan.ui.models.gallery_words import citation, file_name
from baoguan.ui.models.room import Room
from baoguan.ui.parts.kept_file import keep

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


class _Taken(NamedTuple):
    words: str
    cropped: bytes | None


class GalleryActs(QObject):
    """Works on figures as they are printed, whatever size they are shown in."""

    done = Signal(str)
    """``done(words)``: what was done, to be said where there is room."""

    def __init__(self, room: Room, widget: QWidget) -> None:
        super().__init__(widget)
        self._room = room
        self._widget = widget

    def copy(self, record: FigureRecord) -> None:
        """Put a figure on the clipboard: as a picture where there is one, and as the words that cite it."""

        def show(taken: _Taken) -> None:
            copied = QMimeData()
            if taken.cropped is not None:
                copied.setImageData(QImage.fromData(taken.cropped))
            copied.setText(taken.words)
            QGuiApplication.clipboard().setMimeData(copied)
            self.done.emit(self.tr("已复制：{words}").format(words=taken.words))

        self._room.ask(lambda archive: _take(archive, record), show)

    def ask_path(self, records: Sequence[FigureRecord]) -> None:
        """Ask where figures are to be kept: a file for one, a folder for several."""
        if len(records) == 1:
            name = Path.home() / f"{file_name(records[0].figure.caption)}.png"
            path, _ = QFileDialog.getSaveFileName(self._widget, self.tr("存图片"), str(name), "PNG (*.png)")
            if path:
                self.save(records[0], Path(path))
        elif records:
            title = self.tr("把图片存到文件夹")
            folder = QFileDialog.getExistingDirectory(self._widget, title, str(Path.home()))
            if folder:
                self.save_all(records, Path(folder))

    def save(self, record: FigureRecord, path: Path) -> None:
        """Write a figure into a PNG file; say where there is no picture to write."""
        self._keep([(record, path)])

    def save_all(self, records: Sequence[FigureRecord], folder: Path) -> None:
        """Write figures into a folder, each under its caption; no file that is there is replaced."""
        named: list[tuple[FigureRecord, Path]] = []
        for record in records:
            name, turn = file_name(record.figure.caption), 1
            path = folder / f"{name}.png"
            while path.exists() or any(path == taken for _record, taken in named):
                turn += 1
                path = folder / f"{name} {turn}.png"
            named.append((record, path))
        self._keep(named)

    def _keep(self, named: Sequence[tuple[FigureRecord, Path]]) -> None:
        def write(archive: Archive) -> int:
            kept = 0
            for record, path in named:
                cropped = archive.figure_picture(record.id, 0)
                if cropped is not None:
                    keep(cropped, path)
                    kept += 1
            return kept

        def show(kept: int) -> None:
            if not kept:
                self.done.emit(self.tr("馆藏里没有这张图片的图像，没有存"))
            elif len(named) == 1:
                self.done.emit(self.tr("已存为“{name}”").format(name=named[0][1].name))
            else:
                self.done.emit(self.tr("存了 {count} 张图片").format(count=kept))

        self._room.ask(write, show)


def _take(archive: Archive, record: FigureRecord) -> _Taken:
    words = citation(record, archive.page(record.page).page)
    try:
        return _Taken(words, archive.figure_picture(record.id, 0))
    except BaoguanError:  # its original is gone: the words still cite it
        return _Taken(words, None)
