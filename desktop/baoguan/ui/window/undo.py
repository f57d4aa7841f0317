"""Commands, done one after another off the UI thread, and undone in the order they came."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from baoguan.app.changes import Changes
from baoguan.ui.models.room import Room
from baoguan.ui.window.jobs import Jobs

if TYPE_CHECKING:
    from baoguan.app.commands import Command


class Undo(QObject):
    """Does what ``room.commanded`` asks for, and can take it back; tells ``room.changed`` once for each."""

    moved = Signal()
    """What can be undone or redone is another."""

    def __init__(self, room: Room, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._jobs = jobs
        self._running = 0
        self._stack = QUndoStack(self)
        self._stack.indexChanged.connect(self.moved)
        room.commanded.connect(self._do)
        room.opened.connect(self._stack.clear)

    @property
    def can_undo(self) -> bool:
        """Whether there is a command to undo, and none is running."""
        return self._stack.canUndo() and not self._running

    @property
    def can_redo(self) -> bool:
        """Whether there is a command to redo, and none is running."""
        return self._stack.canRedo() and not self._running

    @property
    def labels(self) -> tuple[str, str]:
        """What undo and redo would take back and do again; empty where nothing."""
        return self._stack.undoText(), self._stack.redoText()

    def undo(self) -> None:
        """Take the last command back."""
        if self.can_undo:
            self._stack.undo()

    def redo(self) -> None:
        """Do the last undone command again."""
        if self.can_redo:
            self._stack.redo()

    def keep(self, command: Command) -> None:
        """Remember a command that was done elsewhere, so that it can be undone."""
        self._stack.push(_Entry(self, command, command.label.say(self._room.language)))

    def again(self, command: Command, backwards: bool) -> None:
        """Run a command of the stack; on failure the history is forgotten, for it no longer fits."""
        archive = self._room.archive
        if archive is not None:
            work = archive.undo if backwards else archive.do
            self._run(lambda: work(command), self._room.changed.emit, self._stack.clear)

    def _do(self, command: Command) -> None:
        archive = self._room.archive
        if archive is None:
            return

        def finish(changes: Changes) -> None:
            self.keep(command)
            self._room.changed.emit(changes)

        self._run(lambda: archive.do(command), finish, lambda: None)

    def _run(
        self, work: Callable[[], Changes], done: Callable[[Changes], None], lost: Callable[[], None]
    ) -> None:
        self._running += 1
        self.moved.emit()

        def finish(changes: Changes) -> None:
            self._running -= 1
            done(changes)
            self.moved.emit()

        def fail(error: BaseException) -> None:
            self._running -= 1
            lost()
            self.moved.emit()
            self._room.failed.emit(error)

        self._jobs.write(lambda _progress: work(), finish, fail)


class _Entry(QUndoCommand):
    def __init__(self, undo: Undo, command: Command, label: str) -> None:
        super().__init__(label)
        self._undo = undo
        self._command = command
        self._pushed = False

    def undo(self) -> None:
        """Take the command back."""
        self._undo.again(self._command, backwards=True)

    def redo(self) -> None:
        """Do the command again; the first call comes from pushing, when it has been done already."""
        if self._pushed:
            self._undo.again(self._command, backwards=False)
        self._pushed = True
