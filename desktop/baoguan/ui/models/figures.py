"""The figures of an article, a page or the archive."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject

from baoguan.app.changes import Changes
from baoguan.domain.ids import ArticleId, FigureId, PageId
from baoguan.domain.records import FigureRecord
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOOLTIP, TOP, Index
from baoguan.ui.models.room import Room


class FiguresModel(QAbstractListModel):
    """One row per figure, in page order."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._where: tuple[PageId | None, ArticleId | None] = (None, None)
        self._figures: tuple[FigureRecord, ...] = ()
        room.opened.connect(self.read)
        room.changed.connect(self._heed)

    def want(self, page: PageId | None = None, article: ArticleId | None = None) -> None:
        """List the figures of an article, a page, or (both None) of the archive."""
        if self._where != (page, article):
            self._where = (page, article)
            self.read()

    def read(self) -> None:
        """Read the figures anew; an older answer never replaces a newer one."""
        self._asked += 1
        asked, (page, article) = self._asked, self._where
        self._room.ask(
            lambda archive: archive.figures(page, article),
            lambda figures: self._put(figures) if asked == self._asked else None,
        )

    def row_of(self, figure: FigureId | None) -> int:
        """Return the row of a figure, -1 where it is not listed."""
        return next((row for row, record in enumerate(self._figures) if record.id == figure), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many figures are listed."""
        return 0 if parent.isValid() else len(self._figures)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a figure's caption or its FigureRecord."""
        if not index.isValid() or index.row() >= len(self._figures):
            return None
        record = self._figures[index.row()]
        if role == RECORD:
            return record
        return record.figure.caption if role in (DISPLAY, TOOLTIP, ACCESSIBLE) else None

    def _put(self, figures: tuple[FigureRecord, ...]) -> None:
        self.beginResetModel()
        self._figures = figures
        self.endResetModel()

    def _heed(self, changes: Changes) -> None:
        if changes.pages:
            self.read()
