"""Everything a user can ask the window for, as declarations; menus and buttons are gathered from them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: a name that never changes (``view.theme``), a title, and what it calls.

    ``section`` groups the actions of a menu between rules; ``able`` and ``checked`` are asked
    whenever the window says that something moved.
    """

    name: str
    title: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    icon: str = ""
    section: int = 0
    able: Callable[[], bool] | None = None
    checked: Callable[[], bool] | None = None
    label: Callable[[], str] | None = field(default=None)
    """The title, where it changes with what can be done."""

    @property
    def menu(self) -> str:
        """The menu it stands in: the first word of its name."""
        return self.name.partition(".")[0]


class Gathered:
    """The QActions made from declarations, by name."""

    def __init__(self, actions: Iterable[Action], owner: QMenuBar) -> None:
        self._pairs: list[tuple[Action, QAction]] = []
        for action in actions:
            made = QAction(action.title, owner)
            made.setObjectName(action.name)
            made.setShortcuts([QKeySequence(keys) for keys in action.keys])
            made.setCheckable(action.checked is not None)
            made.triggered.connect(lambda _checked=False, run=action.run: run())
            self._pairs.append((action, made))
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        return next(made for action, made in self._pairs if action.name == name)

    def fill(self, menu: QMenu, name: str) -> None:
        """Add a menu's actions to it, a rule between sections."""
        section = None
        for action, made in self._pairs:
            if action.menu != name:
                continue
            if section is not None and action.section != section:
                menu.addSeparator()
            section = action.section
            menu.addAction(made)

    def all(self) -> list[QAction]:
        """Return every action."""
        return [made for _action, made in self._pairs]

    def refresh(self) -> None:
        """Ask again what can be done, what is on and what it is called."""
        for action, made in self._pairs:
            if action.able is not None:
                made.setEnabled(action.able())
            if action.checked is not None:
                made.setChecked(action.checked())
            if action.label is not None:
                made.setText(action.label())

    def dress(self, theme: Theme) -> None:
        """Tint the icons."""
        for action, made in self._pairs:
            if action.icon:
                made.setIcon(icon(action.icon, theme.ink, theme.rule))
