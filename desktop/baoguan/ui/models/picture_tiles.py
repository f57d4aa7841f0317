"""The picture of a page in squares: read off the UI thread, nearest first, kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import partial
from math import ceil, floor, log2
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QImage

from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress
from baoguan.ui.models.room import Room

EDGE = 512
"""Pixels along a square."""
BUDGET = 96 << 20
"""Bytes of decoded squares that are kept."""
MOST_WISHED = 72
"""Squares wished for at a time: fewer than are kept, or they would drive each other out."""
_REST_MS = 800
"""How long a page is shown before its picture is cut: pages that are only leafed through are not."""
_AT_ONCE = 3
"""Squares read at the same time: the room has other questions too."""


class Picture(Protocol):
    """What an archive opens of a page; see ``readers.tiles``."""

    @property
    def width(self) -> int:
        """Its width in page pixels."""

    @property
    def height(self) -> int:
        """Its height in page pixels."""

    @property
    def levels(self) -> int:
        """How many levels there are, 0 the full size, each next half of it."""

    def overview(self, most: int) -> bytes:
        """Return it whole, encoded, its longer side at most ``most`` pixels."""

    def tile(self, level: int, column: int, row: int) -> bytes:
        """Return a square, encoded."""

    def build(self, progress: Progress) -> None:
        """Cut it into squares, so that they are read faster."""

    def close(self) -> None:
        """Let go of its file."""


class Square(NamedTuple):
    """One square of a page's picture, by its place in a level."""

    page: PageId
    level: int
    column: int
    row: int

    @property
    def corner(self) -> QPointF:
        """Its upper left corner, in page pixels."""
        return QPointF(self.column, self.row) * (EDGE << self.level)


class Tiles(QObject):
    """Keeps the squares seen last, of all pages, within a budget of bytes; reads those wished for."""

    arrived = Signal()
    """Another square can be painted."""

    def __init__(self, room: Room, parent: QObject | None = None, budget: int = BUDGET) -> None:
        super().__init__(parent)
        self._room = room
        self._budget = budget
        self._kept: OrderedDict[Square, QImage] = OrderedDict()
        self._bytes = 0
        self._page: PageId | None = None
        self._picture: Picture | None = None
        self._wished: list[Square] = []
        self._reading: dict[Square, Picture] = {}
        self._retired: list[Picture] = []
        self._unreadable: set[Square] = set()
        self._open: list[Picture] = []
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self._build)
        room.closed.connect(partial(_close_all, self._open))
        self.destroyed.connect(partial(_close_all, self._open))

    @property
    def bytes(self) -> int:
        """How many bytes the squares take that are kept."""
        return self._bytes

    @property
    def page(self) -> PageId | None:
        """The page whose picture that is."""
        return self._page

    @property
    def picture(self) -> Picture | None:
        """The picture that squares are read of."""
        return self._picture

    def show(self, page: PageId | None, picture: Picture | None) -> None:
        """Read squares of another page's picture from now on; the last picture is closed when it is idle."""
        if self._picture is not None and self._picture is not picture:
            self._retired.append(self._picture)
        if picture is not None:
            self._open.append(picture)
        self._page, self._picture = page, picture
        self._wished, self._unreadable = [], set()
        self._resting.stop()
        self._close_retired()

    def drop(self, picture: Picture) -> None:
        """Close a picture that is not to be shown after all."""
        self._room.ask(partial(_close, picture), _nothing, _nothing)

    def forget(self) -> None:
        """Forget every square: another archive is shown, and no question asked before is answered."""
        self._reading.clear()
        self.show(None, None)
        self._kept.clear()
        self._bytes = 0

    def get(self, square: Square) -> QImage | None:
        """Return a square, None where it has not been read."""
        image = self._kept.get(square)
        if image is not None:
            self._kept.move_to_end(square)
        return image

    def wish(self, squares: Iterable[Square]) -> None:
        """Have these squares read, the first first; those wished for before are no longer."""
        self._wished = [
            square
            for square in squares
            if square not in self._kept and square not in self._unreadable and square.page == self._page
        ]
        self._read_next()

    def build(self) -> None:
        """Have the picture that is shown cut into squares, once the reader stays with it."""
        self._resting.start()

    def _build(self) -> None:
        picture = self._picture
        if picture is not None:
            progress = _WhileShown(self, picture)
            self._room.ask(lambda _archive: picture.build(progress), _nothing, _nothing)

    @property
    def wanted(self) -> bool:
        """Whether anybody still looks: an archive is open."""
        return self._room.archive is not None

    def _read_next(self) -> None:
        while self._wished and self._picture is not None and len(self._reading) < _AT_ONCE:
            square = self._wished.pop(0)
            if square in self._reading:
                continue
            self._reading[square] = self._picture
            read = partial(_read, self._picture, square)
            self._room.ask(read, partial(self._keep, square), partial(self._miss, square))

    def _keep(self, square: Square, image: QImage) -> None:
        self._land(square)
        self._bytes += image.sizeInBytes()
        before = self._kept.pop(square, None)
        if before is not None:
            self._bytes -= before.sizeInBytes()
        self._kept[square] = image
        while self._bytes > self._budget and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit()

    def _miss(self, square: Square, _error: BaseException) -> None:
        """Do without a square that cannot be read: the next coarser level is shown in its place."""
        self._land(square)
        self._unreadable.add(square)

    def _land(self, square: Square) -> None:
        self._reading.pop(square, None)
        self._close_retired()
        self._read_next()

    def _close_retired(self) -> None:
        busy = [picture for picture in self._retired if any(one is picture for one in self._reading.values())]
        for picture in self._retired:
            if not any(one is picture for one in busy):
                self._open.remove(picture)
                self.drop(picture)
        self._retired = busy


class _WhileShown:
    """Progress that ends when another page is shown."""

    def __init__(self, tiles: Tiles, picture: Picture) -> None:
        self._tiles, self._picture = tiles, picture

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        """Raise where nobody looks at the picture any more."""
        if self._tiles.picture is not self._picture or not self._tiles.wanted:
            raise Cancelled


def level_for(scale: float, levels: int) -> int:
    """Return the coarsest level that is sharp at a scale (screen pixels a page pixel)."""
    return max(0, min(levels - 1, floor(-log2(max(scale, 1e-6)) + 1e-6)))


def squares_in(page: PageId, level: int, seen: QRectF, width: float, height: float) -> Iterator[Square]:
    """Yield a level's squares in a part of a page, those in its middle first."""
    edge = EDGE << level
    part = seen.intersected(QRectF(0, 0, width, height))
    if part.isEmpty():
        return
    columns = range(floor(part.left() / edge), ceil(part.right() / edge))
    rows = range(floor(part.top() / edge), ceil(part.bottom() / edge))
    middle = part.center() / edge - QPointF(0.5, 0.5)
    found = [Square(page, level, column, row) for column in columns for row in rows]
    yield from sorted(found, key=lambda one: abs(one.column - middle.x()) + abs(one.row - middle.y()))


def decode(encoded: bytes) -> QImage:
    """Return an encoded picture in a format that is painted fast; in any thread."""
    image = QImage.fromData(encoded)
    if image.isNull():
        raise ValueError("no picture")
    if image.format() is QImage.Format.Format_Grayscale8:
        return image
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _read(picture: Picture, square: Square, _archive: object) -> QImage:
    return decode(picture.tile(square.level, square.column, square.row))


def _close_all(pictures: list[Picture], _destroyed: object = None) -> None:
    while pictures:
        pictures.pop().close()


def _close(picture: Picture, _archive: object) -> None:
    picture.close()


def _nothing(_answer: object) -> None:
    pass
