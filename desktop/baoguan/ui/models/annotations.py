"""The notes and tags of an article or of the whole archive."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal

from baoguan.app.changes import Changes
from baoguan.domain.annotation import Anchored, Annotation
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOP, Index
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_text import amendment_text


class AnnotationsModel(QAbstractListModel):
    """One row per annotation; one that lost its place in the text is kept and has no span."""

    listed = Signal()
    """The annotations were read anew."""

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
            return annotation_text(kept.annotation)
        if role == ACCESSIBLE:
            note, said = kept.annotation, annotation_text(kept.annotation)
            return "，".join(part for part in (said, *note.tags, note.target.exact, kept.headline) if part)
        return None

    def _put(self, rows: tuple[Anchored, ...]) -> None:
        """List other rows; those listed before stay the same rows, so that one can be edited meanwhile."""
        wanted = {kept.annotation.id for kept in rows}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].annotation.id not in wanted:
                self.beginRemoveRows(TOP, row, row)
                self._rows = self._rows[:row] + self._rows[row + 1 :]
                self.endRemoveRows()
        known = {kept.annotation.id for kept in self._rows}
        added = tuple(kept for kept in rows if kept.annotation.id not in known)
        if added:
            self.beginInsertRows(TOP, len(self._rows), len(rows) - 1)
            self._rows += added
            self.endInsertRows()
        self._arrange(rows)
        self.listed.emit()

    def _arrange(self, rows: tuple[Anchored, ...]) -> None:
        """Take the order and the content of ``rows``, which are the annotations listed now."""
        self.layoutAboutToBeChanged.emit()
        before, self._rows = self._rows, rows
        moved = {row: self.row_of(kept.annotation.id) for row, kept in enumerate(before)}
        held = self.persistentIndexList()
        self.changePersistentIndexList(held, [self.index(moved[index.row()]) for index in held])
        self.layoutChanged.emit()
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _heed(self, changes: Changes) -> None:
        if changes.annotations or changes.pages:
            self.read()


def annotation_text(annotation: Annotation) -> str:
    """Return what an annotation says: what it says of a number, and its note."""
    said = amendment_text(annotation.amendment) if annotation.amendment is not None else ""
    return "  ".join(part for part in (said, annotation.note) if part)
