"""Where the panes stand: around the page, movable, hideable and remembered."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from baoguan.ui.models.room import Room
from baoguan.ui.panes.annotations import AnnotationsPane
from baoguan.ui.panes.article import ArticlePane
from baoguan.ui.panes.concordance import ConcordancePane
from baoguan.ui.panes.dictionary import DictionaryPane
from baoguan.ui.panes.facets import FacetsPane
from baoguan.ui.panes.figures import FiguresPane
from baoguan.ui.panes.navigator import NavigatorPane
from baoguan.ui.panes.page import PagePane
from baoguan.ui.panes.results import ResultsPane
from baoguan.ui.panes.statistics import StatisticsPane
from baoguan.ui.window.title_bar import TitleBar

_STATE_VERSION = 2
_FORMER_VERSION = 1
"""Of layouts kept before there were facets and a dictionary."""
_PANES: dict[str, Callable[[Room], QWidget]] = {
    "navigator": NavigatorPane,
    "results": ResultsPane,
    "page": PagePane,
    "article": ArticlePane,
    "figures": FiguresPane,
    "statistics": StatisticsPane,
    "annotations": AnnotationsPane,
    "facets": FacetsPane,
    "concordance": ConcordancePane,
    "dictionary": DictionaryPane,
}
_BEHIND = {"results": "concordance"}
"""Panes that share another's dock, chosen by a tab."""
_CALLED = {"dictionary"}
"""Panes that are out of sight until somebody calls for them."""
_LEFT, _BELOW = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
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
        "facets": QCoreApplication.translate("Panes", "筛选"),
        "concordance": QCoreApplication.translate("Panes", "逐行"),
        "dictionary": QCoreApplication.translate("Panes", "人名词典"),
    }


class Docks(QObject):
    """The panes of a window; the page is its centre."""

    def __init__(self, window: QMainWindow, room: Room) -> None:
        super().__init__(window)
        self._window = window
        self._width = window.width()
        self._shares: dict[QDockWidget, float] = {}
        """Of the window's width."""
        self.titles = _titles()
        self.panes = {name: _PANES[name](room) for name in self.titles}
        self._docks: dict[str, QDockWidget] = {}
        self._decks: dict[str, _Deck] = {}
        for name in self.titles:
            if name == "page":
                window.setCentralWidget(_framed(TitleBar(room, [self.titles[name]], None), self.panes[name]))
            elif name not in _BEHIND.values():
                self._docks[name] = self._make_dock(room, name)
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.arrange()

    @property
    def statistics(self) -> StatisticsPane:
        """The pane of statistics, which asks the window for what a pane cannot do."""
        pane = self.panes["statistics"]
        if not isinstance(pane, StatisticsPane):
            raise TypeError(pane)
        return pane

    @property
    def page(self) -> PagePane:
        """The page, whose bar the menus offer too."""
        pane = self.panes["page"]
        if not isinstance(pane, PagePane):
            raise TypeError(pane)
        return pane

    def arrange(self) -> None:
        """Put every pane where it stands at the first start."""
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        window.addDockWidget(_LEFT, docks["navigator"])
        window.splitDockWidget(docks["navigator"], docks["results"], _ACROSS)
        window.splitDockWidget(docks["navigator"], docks["facets"], _DOWN)
        window.addDockWidget(_RIGHT, docks["article"])
        window.splitDockWidget(docks["article"], docks["dictionary"], _DOWN)
        window.addDockWidget(_BELOW, docks["figures"])
        window.splitDockWidget(docks["figures"], docks["statistics"], _ACROSS)
        window.splitDockWidget(docks["statistics"], docks["annotations"], _ACROSS)
        for name, dock in docks.items():
            dock.setVisible(name not in _CALLED)
        for deck in self._decks.values():
            deck.show_front(0)
        below = [docks["figures"], docks["statistics"], docks["annotations"]]
        window.resizeDocks([docks["navigator"], docks["results"], docks["article"]], [224, 304, 472], _ACROSS)
        window.resizeDocks(below, [184, 744, 184], _ACROSS)
        window.resizeDocks(below[:1], [272], _DOWN)
        window.resizeDocks([docks["navigator"], docks["facets"]], [328, 520], _DOWN)

    def share_out(self) -> None:
        """Let every pane keep its share of a window whose width has changed."""
        width = self._window.width()
        shown = self._columns(dock for dock in self._shares if dock.isVisible() and not dock.isFloating())
        areas = {dock: self._window.dockWidgetArea(dock) for dock in shown}
        left = sum(self._shares[dock] * width for dock in shown if areas[dock] is _LEFT)
        below = sum(dock.minimumSizeHint().width() + 1 for dock in shown if areas[dock] is _BELOW)
        fits = min(1.0, (width - below) / max(1.0, left))  # else Qt lays docks over one another
        wanted = [
            max(1, int(self._shares[dock] * width * (fits if areas[dock] is _LEFT else 1))) for dock in shown
        ]
        self._window.resizeDocks(shown, wanted, _ACROSS)
        self._width = width

    def _columns(self, docks: Iterable[QDockWidget]) -> list[QDockWidget]:
        """Return the first of the docks that stand under one another, for each column of an area."""
        columns = {(self._window.dockWidgetArea(dock), dock.x()): dock for dock in reversed(list(docks))}
        return list(reversed(columns.values()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the share of a dock that changed its size while the window did not."""
        if not isinstance(watched, QDockWidget) or not isinstance(event, QResizeEvent):
            return False
        if self._window.width() == self._width and not watched.isFloating():
            self._shares[watched] = event.size().width() / self._width
        return False

    def focus(self, name: str) -> None:
        """Show a pane, in front of others, and give it the keyboard."""
        host = next((front for front, behind in _BEHIND.items() if behind == name), name)
        if host in self._decks:
            self._decks[host].show_front(int(name != host))
        dock = self._docks.get(host)
        if dock is not None:
            dock.show()
            dock.raise_()
        self.panes[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remember(self, file: Path) -> None:
        """Write the window's place and that of its docks."""
        settings = QSettings(str(file), QSettings.Format.IniFormat)
        settings.setValue("geometry", self._window.saveGeometry())
        settings.setValue("docks", self._window.saveState(_STATE_VERSION))
        for name, deck in self._decks.items():
            settings.setValue(f"front/{name}", deck.front)
        settings.sync()

    def recall(self, file: Path) -> None:
        """Put the window and its docks where they were; without a memory they stay."""
        settings = QSettings(str(file), QSettings.Format.IniFormat)
        geometry, docks = settings.value("geometry"), settings.value("docks")
        if geometry is not None:
            self._window.restoreGeometry(geometry)
        if docks is not None and not self._window.restoreState(docks, _STATE_VERSION):
            self._recall_former(docks)
        for name, deck in self._decks.items():
            deck.show_front(1 if str(settings.value(f"front/{name}")) == "1" else 0)

    def _recall_former(self, docks: QByteArray) -> None:
        """Put the docks where they were before there were facets; those come below the archive."""
        self._window.restoreState(docks, _FORMER_VERSION)
        navigator, facets = self._docks["navigator"], self._docks["facets"]
        self._window.addDockWidget(_LEFT, facets)
        if self._window.dockWidgetArea(navigator) is _LEFT and not navigator.isFloating():
            self._window.splitDockWidget(navigator, facets, _DOWN)
        facets.show()

    def clear(self) -> None:
        """Take every pane out of the window."""
        self._shares.clear()
        for dock in self._docks.values():
            self._window.removeDockWidget(dock)
            _delete(dock)
        centre = self._window.takeCentralWidget()
        if centre is not None:
            _delete(centre)

    def _make_dock(self, room: Room, name: str) -> QDockWidget:
        names = [name, _BEHIND[name]] if name in _BEHIND else [name]
        dock = QDockWidget(self.titles[name], self._window)
        dock.setObjectName(name)
        dock.installEventFilter(self)
        heading = self.statistics.heading if name == "statistics" else None
        bar = TitleBar(room, [self.titles[one] for one in names], dock, heading)
        dock.setTitleBarWidget(bar)
        if len(names) > 1:
            self._decks[name] = _Deck(bar, [self.panes[one] for one in names])
        dock.setWidget(_framed(None, self._decks.get(name, self.panes[name])))
        return dock


class _Deck(QStackedWidget):
    """Panes that lie in one place, the one in front chosen in the bar above."""

    def __init__(self, bar: TitleBar, panes: Iterable[QWidget]) -> None:
        super().__init__()
        self._bar = bar
        for pane in panes:
            self.addWidget(pane)
        bar.chosen.connect(self.show_front)

    @property
    def front(self) -> int:
        """The number of the pane in front."""
        return self.currentIndex()

    def show_front(self, number: int) -> None:
        """Bring a pane to the front."""
        self.setCurrentIndex(number)
        self._bar.show_chosen(number)


def _delete(widget: QWidget) -> None:
    """Delete a widget now: a pane that still listens would ask for what nobody can be shown."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def _framed(bar: TitleBar | None, pane: QWidget) -> QWidget:
    frame = QWidget()
    frame.setObjectName("pane")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if bar is not None:
        layout.addWidget(bar)
    layout.addWidget(pane, 1)
    return frame
