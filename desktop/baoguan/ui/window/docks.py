"""Where the panes stand: around the page, movable, hideable and remembered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from baoguan.ui.models.room import Room
from baoguan.ui.panes.annotations import AnnotationsPane
from baoguan.ui.panes.article import ArticlePane
from baoguan.ui.panes.figures import FiguresPane
from baoguan.ui.panes.navigator import NavigatorPane
from baoguan.ui.panes.page import PagePane
from baoguan.ui.panes.results import ResultsPane
from baoguan.ui.panes.statistics import StatisticsPane
from baoguan.ui.window.title_bar import TitleBar

_STATE_VERSION = 1
_PANES: dict[str, Callable[[Room], QWidget]] = {
    "navigator": NavigatorPane,
    "results": ResultsPane,
    "page": PagePane,
    "article": ArticlePane,
    "figures": FiguresPane,
    "statistics": StatisticsPane,
    "annotations": AnnotationsPane,
}
_LEFT, _BELOW = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def _titles() -> dict[str, str]:
    return {
        "navigator": QCoreApplication.translate("Panes", "馆藏"),
        "results": QCoreApplication.translate("Panes", "结果"),
        "page": QCoreApplication.translate("Panes", "版面"),
        "article": QCoreApplication.translate("Panes", "文章"),
        "figures": QCoreApplication.translate("Panes", "图片"),
        "statistics": QCoreApplication.translate("Panes", "统计"),
        "annotations": QCoreApplication.translate("Panes", "批注"),
    }


class Docks(QObject):
    """The seven panes of a window; the page is its centre."""

    def __init__(self, window: QMainWindow, room: Room) -> None:
        super().__init__(window)
        self._window = window
        self._width = window.width()
        self._shares: dict[QDockWidget, float] = {}
        """Of the window's width."""
        self.titles = _titles()
        self.panes: dict[str, QWidget] = {}
        self._docks: dict[str, QDockWidget] = {}
        for name, title in self.titles.items():
            pane = _PANES[name](room)
            self.panes[name] = pane
            if name == "page":
                window.setCentralWidget(_framed(room, title, pane))
            else:
                self._docks[name] = self._make_dock(room, name, title, pane)
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.arrange()

    def arrange(self) -> None:
        """Put every pane where it stands at the first start."""
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["navigator"])
        window.splitDockWidget(docks["navigator"], docks["results"], _ACROSS)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks["article"])
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, docks["figures"])
        window.splitDockWidget(docks["figures"], docks["statistics"], _ACROSS)
        window.splitDockWidget(docks["statistics"], docks["annotations"], _ACROSS)
        for dock in docks.values():
            dock.show()
        below = [docks["figures"], docks["statistics"], docks["annotations"]]
        window.resizeDocks([docks["navigator"], docks["results"], docks["article"]], [224, 304, 472], _ACROSS)
        window.resizeDocks(below, [184, 744, 184], _ACROSS)
        window.resizeDocks(below[:1], [272], _DOWN)

    def share_out(self) -> None:
        """Let every pane keep its share of a window whose width has changed."""
        width = self._window.width()
        shown = [dock for dock in self._shares if dock.isVisible() and not dock.isFloating()]
        areas = {dock: self._window.dockWidgetArea(dock) for dock in shown}
        left = sum(self._shares[dock] * width for dock in shown if areas[dock] is _LEFT)
        below = sum(dock.minimumSizeHint().width() + 1 for dock in shown if areas[dock] is _BELOW)
        fits = min(1.0, (width - below) / max(1.0, left))  # else Qt lays docks over one another
        wanted = [
            max(1, int(self._shares[dock] * width * (fits if areas[dock] is _LEFT else 1))) for dock in shown
        ]
        self._window.resizeDocks(shown, wanted, _ACROSS)
        self._width = width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the share of a dock that changed its size while the window did not."""
        if not isinstance(watched, QDockWidget) or not isinstance(event, QResizeEvent):
            return False
        if self._window.width() == self._width and not watched.isFloating():
            self._shares[watched] = event.size().width() / self._width
        return False

    def focus(self, name: str) -> None:
        """Show a pane, in front of others, and give it the keyboard."""
        dock = self._docks.get(name)
        if dock is not None:
            dock.show()
            dock.raise_()
        self.panes[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggles(self) -> list[tuple[str, QDockWidget]]:
        """Return every dock with its name, in order."""
        return list(self._docks.items())

    def remember(self, file: Path) -> None:
        """Write the window's place and that of its docks."""
        settings = QSettings(str(file), QSettings.Format.IniFormat)
        settings.setValue("geometry", self._window.saveGeometry())
        settings.setValue("docks", self._window.saveState(_STATE_VERSION))
        settings.sync()

    def recall(self, file: Path) -> None:
        """Put the window and its docks where they were; without a memory they stay."""
        settings = QSettings(str(file), QSettings.Format.IniFormat)
        geometry, docks = settings.value("geometry"), settings.value("docks")
        if geometry is not None:
            self._window.restoreGeometry(geometry)
        if docks is not None:
            self._window.restoreState(docks, _STATE_VERSION)

    def clear(self) -> None:
        """Take every pane out of the window."""
        self._shares.clear()
        for dock in self._docks.values():
            self._window.removeDockWidget(dock)
            _delete(dock)
        centre = self._window.takeCentralWidget()
        if centre is not None:
            _delete(centre)

    def _make_dock(self, room: Room, name: str, title: str, pane: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.installEventFilter(self)
        dock.setTitleBarWidget(TitleBar(room, title, dock))
        holder = QWidget()
        holder.setObjectName("pane")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        dock.setWidget(holder)
        return dock


def _delete(widget: QWidget) -> None:
    """Delete a widget now: a pane that still listens would ask for what nobody can be shown."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def _framed(room: Room, title: str, pane: QWidget) -> QWidget:
    frame = QWidget()
    frame.setObjectName("pane")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(TitleBar(room, title, None))
    layout.addWidget(pane, 1)
    return frame
