"""The notes and tags of an article or of the whole archive."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from baoguan.app.changes import Changes
from baoguan.domain.annotation import Anchored
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOP, Index
from baoguan.ui.models.room import Room


class AnnotationsModel(QAbstractListModel):
    """One row per annotation; one that lost its place in the text is kept and has no span."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._article: ArticleId | None = None
        self._rows: tuple[Anchored, ...] = ()
        room.opened.connect(self.read)
        room.changed.connect(self._heed)

    def want(self, article: ArticleId | None) -> None:
        """List the annotations of an article, or (None) of the archive."""
        if self._article != article:
            self._article = article
            self.read()

    def read(self) -> None:
        """Read the annotations anew; an older answer never replaces a newer one."""
        self._asked += 1
        asked, article = self._asked, self._article
        self._room.ask(
            lambda archive: archive.annotations(article),
            lambda rows: self._put(rows) if asked == self._asked else None,
        )

    def row_of(self, annotation: AnnotationId | None) -> int:
        """Return the row of an annotation, -1 where it is not listed."""
        return next((row for row, kept in enumerate(self._rows) if kept.annotation.id == annotation), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many annotations are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every row can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return an annotation's note, its spoken description, or the Anchored annotation."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        kept = self._rows[index.row()]
        if role == RECORD:
            return kept
        if role == DISPLAY:
            return kept.annotation.note
        if role == ACCESSIBLE:
            note = kept.annotation
            return "，".join(
                part for part in (note.note, *note.tags, note.target.exact, kept.headline) if part
            )
        return None

    def _put(self, rows: tuple[Anchored, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _heed(self, changes: Changes) -> None:
        if changes.annotations or changes.pages:
            self.read()
