"""Writing the statistics that are listed into a file, as a job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from baoguan.domain.progress import Cancelled
from baoguan.domain.records import StatisticColumn, StatisticFilter
from baoguan.ui.models.room import Room
from baoguan.ui.window.jobs import Jobs
from baoguan.ui.window.teller import Teller

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_NAMES = {".csv": "CSV", ".xlsx": "Excel", ".jsonl": "JSON Lines", ".parquet": "Parquet"}


class Exporting(QObject):
    """Asks for a file, and tells what was written; cancelled, whatever was there before stays."""

    def __init__(self, room: Room, jobs: Jobs, teller: Teller, window: QWidget) -> None:
        super().__init__(window)
        self._room = room
        self._jobs = jobs
        self._teller = teller
        self._window = window

    def ask(self, wanted: StatisticFilter, sort: StatisticColumn | None, descending: bool) -> None:
        """Let the reader name a file, and write the statistics wanted into it."""
        archive = self._room.archive
        if archive is None:
            return
        from baoguan.export.statistics import formats

        filters = {f"{_NAMES[ending]} (*{ending})": ending for ending in formats()}
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("导出统计"),
            str(Path.home() / self.tr("{archive}的统计.csv").format(archive=archive.name)),
            ";;".join(filters),
        )
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() not in _NAMES:
                path = path.with_name(path.name + filters.get(kind, ".csv"))
            self.write(archive, path, wanted, sort, descending)

    def write(
        self,
        archive: Archive,
        path: Path,
        wanted: StatisticFilter,
        sort: StatisticColumn | None,
        descending: bool,
    ) -> None:
        """Write statistics into a file, while everything else goes on."""

        def done(count: int) -> None:
            words = self.tr("{count} 条统计已导出到“{name}”。")
            self._teller.say("success", words.format(count=f"{count:,}", name=path.name))

        self._jobs.beside(
            lambda progress: archive.export_statistics(path, wanted, sort, descending, progress),
            done,
            self._fail,
        )

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._teller.say("warning", self.tr("已停止导出，没有写出文件。"))
        else:
            self._teller.tell(error)
