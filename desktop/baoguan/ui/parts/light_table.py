"""The light table: figures large, one alone or several side by side, in a window of their own."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from baoguan.domain.records import FigureRecord
from baoguan.ui.models.icons import icon
from baoguan.ui.models.room import Room
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.gallery_acts import GalleryActs
from baoguan.ui.parts.light_table_picture import LightPicture

MOST = 12
"""Figures that lie side by side at most."""
_ALONE, _AMONG = 4000, 1600
"""Pixels of the longer side of a picture."""
_SHAPE = 1.25
"""Width of a picture's place in heights, by which rows and columns are chosen."""
_WORDS = 76
"""Pixels below and above a picture."""
_SIZE = QSize(1000, 700)


class LightTable(QWidget):
    """Arrows walk; Enter shows one alone, Escape all again and then closes; Delete takes one off."""

    turned = Signal(int)
    """``turned(by)``: of one that lies alone, the next figure of the gallery is wanted, or the one before."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._room = room
        self._current = 0
        self.records: tuple[FigureRecord, ...] = ()
        self._places: list[LightPicture] = []
        """Those that hold nothing are out of sight."""
        self._laying = False
        """While places come and go the keyboard wanders."""
        self.alone = False
        """Whether one of several is shown alone."""
        self.acts = GalleryActs(room, self)
        self.says = Elided()
        self.says.setObjectName("quiet")
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("看图台"))
        self.resize(_SIZE)
        self.buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self.acts.done.connect(self.says.setText)
        room.theme_changed.connect(self._dress)
        room.opened.connect(self.close)
        self._dress()

    def _tools(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("back", self.tr("上一张 (←)"), lambda: self.step(-1)),
            ("forward", self.tr("下一张 (→)"), lambda: self.step(1)),
            ("zoom-out", self.tr("缩小 (−)"), lambda: self._each(lambda one: one.view.zoom_out())),
            ("zoom-in", self.tr("放大 (+)"), lambda: self._each(lambda one: one.view.zoom_in())),
            ("fit-page", self.tr("整幅 (0)"), lambda: self._each(lambda one: one.view.fit_page())),
            ("copy", self.tr("连出处一起复制 (Ctrl+C)"), self.copy),
            ("save", self.tr("存图片 (Ctrl+S)"), self.save),
            ("trash", self.tr("从台上拿开 (Delete)"), self.take_off),
        )

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 8, 6)
        bar.setSpacing(2)
        bar.addWidget(self.says, 1)
        for name, words, act in self._tools():
            button = self.buttons[name] = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked, act=act: act())
            bar.addWidget(button)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(12, 0, 12, 12)
        self._grid.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(self._grid, 1)

    def lay(self, records: Sequence[FigureRecord]) -> None:
        """Lay figures on the table, none but these, and come to the front."""
        self.records, self._current, self.alone = tuple(records[:MOST]), 0, False
        self._put()
        self.show()
        self.raise_()
        self.activateWindow()

    def add(self, records: Sequence[FigureRecord]) -> None:
        """Lay figures beside those that lie there."""
        lying = {record.id for record in self.records}
        self.lay((*self.records, *(record for record in records if record.id not in lying)))

    @property
    def pictures(self) -> list[LightPicture]:
        """The pictures that are shown, in their order."""
        return [place for place in self._places if place.record is not None]

    @property
    def current(self) -> FigureRecord | None:
        """The figure that has the keyboard."""
        return self.records[self._current] if self.records else None

    def step(self, by: int) -> None:
        """Go to the next figure or the one before."""
        if len(self.records) == 1:
            self.turned.emit(by)
        elif self.records:
            self._current = (self._current + by) % len(self.records)
            if self.alone:
                self._put()
            self._focus()

    def enlarge(self) -> None:
        """Show the current figure alone, or all of them again."""
        if len(self.records) > 1:
            self.alone = not self.alone
            self._put()

    def take_off(self) -> None:
        """Take the current figure off the table; an empty one is closed."""
        self.records = (*self.records[: self._current], *self.records[self._current + 1 :])
        self._current, self.alone = max(0, min(self._current, len(self.records) - 1)), False
        self._put()
        if not self.records:
            self.close()

    def copy(self) -> None:
        """Copy the current figure with where it is printed."""
        if self.current is not None:
            self.acts.copy(self.current)

    def save(self) -> None:
        """Ask where the current figure is to be kept."""
        if self.current is not None:
            self.acts.ask_path([self.current])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, enlarge, take off, copy, keep, close."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_off()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif key == Qt.Key.Key_Escape:
            if self.alone:
                self.enlarge()
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the pictures."""
        self.records = ()
        self._put()
        super().closeEvent(event)

    def _put(self) -> None:
        """Lay the pictures out anew."""
        self._laying = True
        shown = [self.records[self._current]] if self.alone else list(self.records)
        columns, most = self._columns(len(shown)), _ALONE if len(shown) == 1 else _AMONG
        while len(self._places) < len(shown):
            self._places.append(self._place())
        for at, place in enumerate(self._places):
            self._grid.removeWidget(place)
            if at < len(shown):
                self._grid.addWidget(place, at // columns, at % columns)
            if at < len(shown) or place.record is not None:
                place.put(shown[at] if at < len(shown) else None, most)
            place.setVisible(at < len(shown))
        self.buttons["trash"].setEnabled(len(self.records) > 1)
        self.says.setText(self._count())
        self._laying = False
        self._focus()

    def _place(self) -> LightPicture:
        place = LightPicture(self._room)
        place.view.opened.connect(self.enlarge)
        place.view.entered.connect(lambda: self._enter(place.record))
        return place

    def _columns(self, count: int) -> int:
        """Return in how many columns pictures of a usual shape are largest."""

        def height(columns: int) -> float:
            rows = math.ceil(count / columns)
            return min(self.width() / columns / _SHAPE, self.height() / rows - _WORDS)

        return max(range(1, count + 1), key=height, default=1)

    def _count(self) -> str:
        if len(self.records) < 2:
            return ""
        return self.tr("{place} / {count}").format(place=self._current + 1, count=len(self.records))

    def _enter(self, record: FigureRecord | None) -> None:
        if record in self.records and not self._laying:
            self._current = self.records.index(record)
            self.says.setText(self._count())

    def _focus(self) -> None:
        current = self.current
        for picture in self.pictures:
            if picture.record == current:
                picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _each(self, act: Callable[[LightPicture], None]) -> None:
        """Do the same to every picture that is shown: what is compared is compared at one scale."""
        for picture in self.pictures:
            act(picture)

    def _dress(self) -> None:
        theme = self._room.theme
        for name, button in self.buttons.items():
            button.setIcon(icon(name, theme.ink, theme.rule))
        for place in self._places:
            place.set_theme(theme)
