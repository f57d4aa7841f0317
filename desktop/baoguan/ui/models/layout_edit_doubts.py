"""The choices of the layout that are unsure, offered one by one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from baoguan.domain.ids import PageId
from baoguan.domain.page import Region
from baoguan.domain.records import DecisionRecord
from baoguan.ui.models.decisions import doubtful
from baoguan.ui.models.layout_edit_pieces import around
from baoguan.ui.models.layout_edit_state import LayoutEdit
from baoguan.ui.models.room import Room


class LayoutDoubts(QObject):
    """Those of the page that is corrected, the least sure first; one that is accepted is not offered again.

    What is accepted is remembered while the window is open.
    """

    changed = Signal()
    """Others are unsure, or another is offered."""
    offered = Signal()
    """The reader is to be shown what the choice is about that is offered now."""

    def __init__(self, room: Room, edit: LayoutEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._edit = edit
        self._accepted: set[tuple[PageId, str]] = set()
        self._at = 0
        self._page: PageId | None = None
        self.doubts: tuple[DecisionRecord, ...] = ()
        edit.read.connect(self._read)

    @property
    def current(self) -> DecisionRecord | None:
        """The choice that is offered; None where nothing is unsure."""
        return self.doubts[self._at] if self.doubts else None

    @property
    def place(self) -> int:
        """Which of them is offered, 1 first."""
        return self._at + 1 if self.doubts else 0

    @property
    def where(self) -> Region | None:
        """The box around the lines that the choice is about; None where they have no place."""
        lines = set(self.current.decision.lines) if self.current else set()
        boxes = [box for piece in self._edit.pieces if lines.intersection(piece.lines) for box in piece.boxes]
        return around(boxes) if boxes else None

    def step(self, by: int) -> None:
        """Offer another."""
        if self.doubts:
            self._at = (self._at + by) % len(self.doubts)
            self.changed.emit()
            self.offered.emit()

    def accept(self) -> None:
        """Leave the choice as it is."""
        page, current = self._edit.page, self.current
        if page is not None and current is not None:
            self._accepted.add((page.page, current.decision.key))
            self._gather()
            self.offered.emit()

    def other_way(self) -> None:
        """Have the choice made the other way, or again as it was where a reader turned it down."""
        from baoguan.app.commands import ChangeDecision  # loads the archive: not before the first paint

        page, current = self._edit.page, self.current
        if page is not None and current is not None and self._edit.can_change:
            self._accepted.add((page.page, current.decision.key))
            self._room.do(ChangeDecision(page.page, current.id, rejected=not current.rejected))

    def _read(self) -> None:
        """Offer those of another page from the first; what is chosen on the same page stays chosen."""
        page = self._edit.page.page if self._edit.page else None
        another, self._page = page != self._page, page
        self._at = 0 if another else self._at
        self._gather()
        if another:
            self.offered.emit()

    def _gather(self) -> None:
        page = self._edit.page
        found = doubtful(page.decisions) if page else ()
        self.doubts = tuple(
            one for one in found if page and (page.page, one.decision.key) not in self._accepted
        )
        self._at = min(self._at, max(0, len(self.doubts) - 1))
        self.changed.emit()
