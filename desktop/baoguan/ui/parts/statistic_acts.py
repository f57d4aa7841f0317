"""What can be done with the statistics chosen in the table: copied, cited, corrected, rejected, restored."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from baoguan.domain.errors import BaoguanError
from baoguan.domain.language import Bilingual
from baoguan.domain.records import StatisticColumn, StatisticFilter, StatisticRecord
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_text import citations, table_text
from baoguan.ui.models.statistics import StatisticsModel
from baoguan.ui.parts.statistics_table import StatisticsTable

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive
    from baoguan.app.commands import Command

_MOST_COPIED, _MOST_CHANGED = 5000, 100
Records = tuple[StatisticRecord, ...]
_Act = tuple[str, str, Callable[[], None], bool]
"""What it is called, its key, what it does, and whether it can be done now."""


class StatisticActs(QObject):
    """Works on every row chosen, one that was never in sight too."""

    exporting = Signal()
    """All that is listed is to be written to a file."""

    def __init__(self, room: Room, model: StatisticsModel, table: StatisticsTable) -> None:
        super().__init__(table)
        self._room, self._model, self._table = room, model, table
        for keys, act in (
            ("F2", self.amend),
            ("Del", self.reject),
            ("Ctrl+C", self.copy),
            ("Ctrl+Shift+C", self.cite),
        ):
            shortcut = QShortcut(QKeySequence(keys), table, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        table.customContextMenuRequested.connect(self._show_menu)

    @property
    def record(self) -> StatisticRecord | None:
        """The statistic of the current row."""
        found = self._table.currentIndex().data(RECORD)
        return found if isinstance(found, StatisticRecord) else None

    @property
    def can_change(self) -> bool:
        """Whether the current row can be corrected or rejected."""
        archive = self._room.archive
        return self.record is not None and archive is not None and not archive.read_only

    @property
    def can_reject(self) -> bool:
        """Whether the current row is not rejected yet."""
        return self.can_change and self.record is not None and not self.record.rejected

    @property
    def can_restore(self) -> bool:
        """Whether the current row was corrected or rejected."""
        return self.can_change and self.record is not None and self.record.amended is not None

    def amend(self) -> None:
        """Ask how the current number should read."""
        if self.can_change:
            self._room.amending.emit(self.record)

    def reject(self) -> None:
        """Say of the chosen numbers that they report nothing; each can be undone."""
        from baoguan.app.amending import RejectStatistic  # loads the archive: not before the first paint

        if self.can_change:
            self._do_with(lambda record: None if record.rejected else RejectStatistic(record.id))

    def restore(self) -> None:
        """Let the chosen numbers read as they were read."""
        from baoguan.app.amending import RestoreStatistic

        if self.can_change:
            self._do_with(lambda record: RestoreStatistic(record.id) if record.amended else None)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as a table, each with where it is printed."""
        self._with_chosen(
            _MOST_COPIED, lambda records: QGuiApplication.clipboard().setText(table_text(records))
        )

    def cite(self) -> None:
        """Put the sentences of the chosen rows on the clipboard, each with where it is printed."""
        self._with_chosen(
            _MOST_COPIED, lambda records: QGuiApplication.clipboard().setText(citations(records))
        )

    def menu(self) -> QMenu:
        """Return what can be done, as a menu."""
        menu = QMenu(self._table)
        for act in self._acts():
            if act is None:
                menu.addSeparator()
                continue
            words, keys, run, able = act
            action = menu.addAction(f"{words}\t{keys}" if keys else words, run)
            action.setEnabled(able)
        return menu

    def _acts(self) -> tuple[_Act | None, ...]:
        chosen, listed = self.record is not None, self._model.rowCount() > 0
        return (
            (self.tr("更正…"), "F2", self.amend, self.can_change),
            (self.tr("不是统计"), "Del", self.reject, self.can_reject),
            (self.tr("恢复原读"), "", self.restore, self.can_restore),
            None,
            (self.tr("复制"), "Ctrl+C", self.copy, chosen),
            (self.tr("复制引文"), "Ctrl+Shift+C", self.cite, chosen),
            None,
            (self.tr("导出…"), "", self.exporting.emit, listed),
        )

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.viewport().mapToGlobal(place))

    def _do_with(self, command_for: Callable[[StatisticRecord], Command | None]) -> None:
        def act(records: Records) -> None:
            for command in filter(None, map(command_for, records)):
                self._room.do(command)

        self._with_chosen(_MOST_CHANGED, act)

    def _with_chosen(self, most: int, act: Callable[[Records], None]) -> None:
        runs, model = self._table.chosen, self._model
        wanted, sorting, descending = model.wanted, model.sorting, model.descending
        if runs:
            self._room.ask(lambda archive: _read(archive, runs, most, wanted, sorting, descending), act)


def _read(
    archive: Archive,
    runs: list[tuple[int, int]],
    most: int,
    wanted: StatisticFilter,
    sorting: StatisticColumn | None,
    descending: bool,
) -> Records:
    """Return the statistics of runs of rows; raise where they are more than can be worked on at once."""
    if sum(last - first + 1 for first, last in runs) > most:
        raise BaoguanError(
            Bilingual(f"选中的行超过 {most:,} 行。", f"More than {most:,} rows are chosen."),
            Bilingual(
                "请少选一些；要全部的行，请用“导出”。", 'Choose fewer; "Export" takes all that is listed.'
            ),
        )
    return tuple(
        record
        for first, last in runs
        for record in archive.statistics(wanted, sorting, descending, last - first + 1, first)
    )
