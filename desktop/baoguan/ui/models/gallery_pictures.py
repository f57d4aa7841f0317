"""Pictures of figures, cut from their pages off the UI thread and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from baoguan.app.changes import Changes
from baoguan.domain.ids import FigureId
from baoguan.ui.models.room import Room

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_BUDGET = 48 * 2**20
"""Bytes of pictures that are kept."""
_AT_ONCE = 2
"""Pictures cut at a time: whoever asks for text is not to wait behind them."""
_WANTED = 60
"""Wishes remembered; older ones come from rows that have scrolled by."""
_GATHER_MS = 8


class GalleryPictures(QObject):
    """Pictures whose longest side has at most ``most`` pixels (0: as printed), the last one wished first.

    A figure whose page has no picture, or whose picture cannot be read, is known to lack one.
    """

    arrived = Signal()
    """A picture is there that was wished for, or is known to be lacking."""

    def __init__(self, room: Room, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._most = most
        self._kept: OrderedDict[FigureId, QImage] = OrderedDict()
        self._lacking: set[FigureId] = set()
        self._wanted: OrderedDict[FigureId, None] = OrderedDict()
        self._reading: set[FigureId] = set()
        self._bytes = 0
        self._epoch = 0
        self._told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_GATHER_MS)
        self._soon.timeout.connect(self._go_on)
        room.opened.connect(self.forget)
        room.changed.connect(self._heed)

    @property
    def kept(self) -> int:
        """How many bytes of pictures are kept."""
        return self._bytes

    def picture(self, figure: FigureId) -> QImage | None:
        """Return a figure's picture; None where it lacks one, or while it is being cut."""
        known = self._kept.get(figure)
        if known is not None:
            self._kept.move_to_end(figure)
        elif figure not in self._lacking and figure not in self._reading:
            self._wanted[figure] = None
            self._wanted.move_to_end(figure)
            while len(self._wanted) > _WANTED:
                self._wanted.popitem(last=False)
            if not self._soon.isActive():
                self._soon.start()
        return known

    def lacks(self, figure: FigureId) -> bool:
        """Whether it is known that a figure has no picture."""
        return figure in self._lacking

    def forget(self) -> None:
        """Forget every picture: they may have changed."""
        self._epoch += 1
        self._bytes, self._told = 0, False
        for known in (self._kept, self._lacking, self._wanted, self._reading):
            known.clear()
        self.arrived.emit()

    def _heed(self, changes: Changes) -> None:
        if changes.pages:
            self.forget()

    def _go_on(self) -> None:
        while self._wanted and len(self._reading) < _AT_ONCE:
            self._ask(self._wanted.popitem()[0])

    def _ask(self, figure: FigureId) -> None:
        self._reading.add(figure)
        epoch, most = self._epoch, self._most

        def cut(archive: Archive) -> QImage | None:
            cropped = archive.figure_picture(figure, most)
            return None if cropped is None else QImage.fromData(cropped)

        self._room.ask(
            cut,
            lambda picture: self._put(epoch, figure, picture),
            lambda error: self._fail(epoch, figure, error),
        )

    def _put(self, epoch: int, figure: FigureId, picture: QImage | None) -> None:
        if epoch != self._epoch:
            return
        self._reading.discard(figure)
        if picture is None or picture.isNull():
            self._lacking.add(figure)
        else:
            self._kept[figure] = picture
            self._bytes += picture.sizeInBytes()
            while self._bytes > _BUDGET and len(self._kept) > 1:
                self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit()
        self._go_on()

    def _fail(self, epoch: int, figure: FigureId, error: BaseException) -> None:
        """Say once what goes wrong: a page whose picture is gone may have hundreds of figures."""
        if epoch == self._epoch and not self._told:
            self._told = True
            self._room.tell(error)
        self._put(epoch, figure, None)
