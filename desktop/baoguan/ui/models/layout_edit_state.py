"""What is chosen of a page's layout, and the commands that correct it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.article import Role
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.page import Region
from baoguan.domain.rearrangement import Rearrangement, Reframed
from baoguan.ui.models import layout_edit as acts
from baoguan.ui.models.layout_edit_page import EditedPage, read_edited
from baoguan.ui.models.layout_edit_pieces import Framed, Piece
from baoguan.ui.models.room import Room


class LayoutEdit(QObject):
    """Follows the selected page while it is ``on``; what was chosen stays chosen when it is laid out anew.

    Every correction is one command, which the window undoes.
    """

    changed = Signal()
    """Something else is to be painted."""
    read = Signal()
    """The page was read anew, or there is none."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._lines: tuple[int, ...] = ()
        self.on = False
        self.page: EditedPage | None = None
        self.by_line = False
        self.chosen: tuple[Piece, ...] = ()
        self.figure: Framed | None = None
        """The frame that is chosen; then no piece is."""
        self.told: list[Piece] | None = None
        """The pieces numbered so far, while an order is being told."""
        self.framing = False
        """Whether the next frame drawn is a new figure."""
        room.selection.changed.connect(self._turn)
        room.opened.connect(self._follow)
        room.changed.connect(self._heed)

    @property
    def can_change(self) -> bool:
        """Whether corrections can be written down."""
        return self._room.archive is not None and not self._room.archive.read_only

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What can be taken hold of now: blocks, or single lines."""
        if self.page is None:
            return ()
        return self.page.lines if self.by_line and self.page.lines else self.page.pieces

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles of the page in order."""
        return tuple(record.id for record in self.page.content.articles) if self.page else ()

    def headline(self, article: ArticleId | None) -> str:
        """Return what an article of the page is called."""
        records = self.page.content.articles if self.page else ()
        return next((one.article.headline for one in records if one.id == article), "")

    def set_on(self, on: bool) -> None:
        """Begin to correct the selected page, or leave it."""
        self.on = on
        self.leave()
        self._follow()

    def set_by_line(self, by_line: bool) -> None:
        """Take hold of single lines, or of blocks."""
        self.by_line = by_line
        self._lines = ()
        self.leave()

    def piece_at(self, x: float, y: float) -> Piece | None:
        """Return the piece at a point of the page, the smallest where several lie over one another."""
        found = [piece for piece in self.pieces if piece.holds(x, y)]
        return min(found, key=lambda one: one.bounds.width * one.bounds.height, default=None)

    def choose(self, pieces: Iterable[Piece], *, add: bool = False) -> None:
        """Choose pieces; ``add`` turns them over among those that are chosen."""
        turned = tuple(pieces)
        kept = [one for one in self.chosen if one not in turned] if add else []
        self._choose((*kept, *(one for one in turned if not add or one not in self.chosen)))

    def choose_figure(self, figure: Framed | None) -> None:
        """Choose a figure's frame, and no piece."""
        self.figure, self.chosen, self._lines = figure, (), ()
        self.changed.emit()

    def step(self, by: int, *, add: bool = False) -> None:
        """Choose the piece so many further on in reading; ``add`` keeps what was chosen."""
        pieces = self.pieces
        if not pieces:
            return
        at = pieces.index(self.chosen[-1]) + by if self.chosen else (0 if by > 0 else len(pieces) - 1)
        piece = pieces[min(len(pieces) - 1, max(0, at))]
        kept = tuple(one for one in self.chosen if one is not piece) if add else ()
        self._choose((*kept, piece))

    def leave(self) -> None:
        """Choose nothing, and tell no order."""
        self.chosen, self._lines, self.figure = (), (), None
        self.told, self.framing = None, False
        self.changed.emit()

    def move(self, target: Piece | None) -> None:
        """Move what is chosen into another article; None makes it an article of its own."""
        self._do(acts.move(self.chosen, target))

    def move_beside(self, target: Piece, late: bool) -> None:
        """Move what is chosen into another article, read before or after a piece of it."""
        self._do(acts.move_beside(self.pieces, sorted(self.chosen, key=self.pieces.index), target, late))

    def move_to(self, article: ArticleId) -> None:
        """Move what is chosen into an article of the page."""
        own = acts.of_article(self.pieces, article)
        if own:
            self.move(own[0])

    def split(self) -> None:
        """Begin an article of its own with the first piece chosen."""
        own = sorted(self.chosen, key=self.pieces.index)
        if own:
            self._do(acts.split(self.pieces, own[0]))

    def merge(self) -> None:
        """Make one article of those that pieces are chosen of."""
        self._do(acts.merge(self.pieces, self.chosen))

    def recast(self, role: Role | None) -> None:
        """Say what the chosen pieces are printed as."""
        self._do(acts.recast(self.chosen, role))

    def reorder(self, before: Piece | None) -> None:
        """Read the chosen pieces before another of their article, None after all."""
        self._do(acts.reorder(self.pieces, self.chosen, before))

    def shift(self, by: int) -> None:
        """Read the chosen pieces one place earlier (-1) or later (1) in their article."""
        if not self.chosen:
            return
        own = acts.of_article(self.pieces, self.chosen[0].article)
        rest = [one for one in own if one not in self.chosen]
        ahead = sum(1 for one in rest if one.number < min(chosen.number for chosen in self.chosen))
        at = ahead + by
        if 0 <= at <= len(rest):
            self.reorder(rest[at] if at < len(rest) else None)

    def set_telling(self, telling: bool) -> None:
        """Begin to number pieces in their order, or have those numbered read in it."""
        told, self.told = self.told, [] if telling else None
        self.chosen, self._lines = (), ()
        if told and not telling:
            self._do(acts.renumber(self.pieces, told))
        self.changed.emit()

    def tell(self, piece: Piece) -> None:
        """Give a piece the next number; take it away from one that has a number."""
        if self.told is None or (self.told and self.told[0].article != piece.article):
            return
        if piece in self.told:
            self.told.remove(piece)
        elif piece.article is not None:
            self.told.append(piece)
        self.changed.emit()

    def set_framing(self, framing: bool) -> None:
        """Take the next frame drawn for a new figure."""
        self.framing = framing
        self.changed.emit()

    def reframe(self, was: Region | None, region: Region | None) -> None:
        """Frame a figure anew; None before is a new figure, None after is none."""
        self.framing = False
        self.figure = None
        self._do((Reframed(was, region),))

    def _do(self, wanted: Sequence[Rearrangement]) -> None:
        if self.page is None or not wanted or not self.can_change:
            self.changed.emit()
            return
        from baoguan.app.commands import Rearrange  # loads the archive: not before the first paint

        self._room.do(Rearrange(self.page.page, tuple(wanted)))

    def _choose(self, pieces: Sequence[Piece]) -> None:
        self.chosen, self.figure = tuple(pieces), None
        self._lines = acts.lines_of(pieces)
        self.changed.emit()

    def _turn(self, new: Selection, old: Selection) -> None:
        if new.page != old.page:
            self._follow()

    def _follow(self) -> None:
        self._asked += 1
        asked, page = self._asked, self._room.selection.current.page if self.on else None
        if page is None or self._room.archive is None:
            self._put(None)
            return
        self._room.ask(
            lambda archive: read_edited(archive, page),
            lambda edited: self._put(edited) if asked == self._asked else None,
        )

    def _heed(self, changes: Changes) -> None:
        if changes.pages and self.on:
            self._follow()

    def _put(self, edited: EditedPage | None) -> None:
        same = self.page is not None and edited is not None and self.page.page == edited.page
        self.page, self.figure, self.told = edited, None, None
        self.chosen = self._found(edited.page if same and edited else None)
        self.read.emit()
        self.changed.emit()

    def _found(self, page: PageId | None) -> tuple[Piece, ...]:
        """Return the pieces that hold the lines that were chosen."""
        if page is None:
            self._lines = ()
        wanted = set(self._lines)
        return tuple(one for one in self.pieces if wanted.issuperset(one.lines))
