"""Opening and making archives, and taking files into them: all as jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from baoguan.app.changes import Changes
from baoguan.domain.progress import Cancelled, Progress
from baoguan.domain.query import Question
from baoguan.domain.records import ArticleRecord
from baoguan.ui.models.room import Room
from baoguan.ui.window.jobs import Jobs
from baoguan.ui.window.memory import Memory
from baoguan.ui.window.teller import Teller
from baoguan.ui.window.undo import Undo

if TYPE_CHECKING:  # the archive's libraries load after the first paint, on the writing thread
    from baoguan.app.archive import Archive
    from baoguan.ingest.batch import Report

_SUFFIXES = (
    "*.pdf *.tif *.tiff *.jpg *.jpeg *.png *.jp2 *.webp *.gif *.bmp *.xml *.hocr *.html *.htm *.md *.txt"
)
"""What files that can be read are usually called; any other may be chosen too."""
_EVERYTHING = Changes(pages=True, annotations=True, statistics=True, index=True)


class Opening(QObject):
    """What the file menu and files dropped on the window do."""

    ready = Signal()
    """An archive was opened, and a query will be answered at once."""

    def __init__(
        self, room: Room, jobs: Jobs, undo: Undo, memory: Memory, teller: Teller, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._jobs = jobs
        self._undo = undo
        self._memory = memory
        self._teller = teller
        self._window = parent
        self._unseen: Archive | None = None

    @property
    def can_ingest(self) -> bool:
        """Whether an archive is open that can be written to."""
        return self._room.archive is not None and not self._room.archive.read_only

    def open_last(self) -> None:
        """Open the archive that was open last and is still there; the sample page's where there is none."""
        there = [folder for folder in self._memory.preferences.archives if folder.is_dir()]
        if there:
            self.open(there[0])
        else:
            self.open_sample()

    def open(self, folder: Path) -> None:
        """Open an archive."""

        def work(progress: Progress) -> Archive:
            from baoguan.app.archive import Archive

            return Archive.open(folder, progress, apart=True)

        self._open(work)

    def create(self, folder: Path) -> None:
        """Make an archive in a new or empty folder, and open it."""

        def work(progress: Progress) -> Archive:
            from baoguan.app.archive import Archive

            Archive.create(folder).close()
            return Archive.open(folder, progress, apart=True)

        self._open(work)

    def open_sample(self) -> None:
        """Open the archive of the sample page, made first where there is none."""

        def work(progress: Progress) -> Archive:
            from baoguan.app.archive import Archive
            from baoguan.app.sample import open_sample

            sample = open_sample(progress)
            sample.close()
            return Archive.open(sample.folder, progress, apart=True)

        self._open(work)

    def ingest(self, paths: Iterable[Path]) -> None:
        """Take files and folders into the open archive."""
        archive, wanted = self._room.archive, tuple(paths)
        if archive is None:
            self._teller.say("warning", self.tr("还没有打开馆藏。先在“文件”菜单里打开或新建一个。"))
            return

        def work(progress: Progress) -> Report:
            from baoguan.app.ingest import ingest_files

            return ingest_files(archive, wanted, progress)

        self._jobs.write(work, self._show_report, self._fail_ingest)

    def ask_new(self) -> None:
        """Let the user name a folder for a new archive."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("新建馆藏"), str(Path.home() / self.tr("新馆藏.baoguan"))
        )
        if chosen:
            self.create(Path(chosen))

    def ask_open(self) -> None:
        """Let the user choose an archive's folder."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("打开馆藏"), str(Path.home()))
        if chosen:
            self.open(Path(chosen))

    def ask_ingest(self) -> None:
        """Let the user choose files to take in."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("收入版面文件"),
            str(Path.home()),
            self.tr("版面文件 ({suffixes});;所有文件 (*)").format(suffixes=_SUFFIXES),
        )
        if chosen:
            self.ingest(Path(one) for one in chosen)

    def ask_ingest_folder(self) -> None:
        """Let the user choose a folder of files, or a package, to take in."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("收入文件夹"), str(Path.home()))
        if chosen:
            self.ingest([Path(chosen)])

    def let_go(self) -> None:
        """Close an archive that was opened when nobody was there any more to see it."""
        if self._unseen is not None:
            self._unseen.close()

    def _open(self, work: Callable[[Progress], Archive]) -> None:
        def opened(progress: Progress) -> Archive:
            self._unseen = work(progress)
            return self._unseen

        self._jobs.write(opened, self._show, self._fail)

    def _show(self, archive: Archive) -> None:
        self._unseen = None
        former = self._room.archive
        self._memory.keep(self._memory.preferences.with_archive(archive.folder.absolute()))
        self._room.open(archive)
        if former is not None:
            self._jobs.write(lambda _progress: former.close(), lambda _none: None, self._fail)
        self._room.ask(_first_article, self._show_first)
        # The first query loads the segmenter's dictionary: better now than when somebody waits for it.
        self._room.ask(
            lambda archive: archive.search(Question("报"), limit=1),
            lambda _results: self.ready.emit(),
            lambda _error: self.ready.emit(),  # told where the next question is answered
        )

    def _show_first(self, article: ArticleRecord | None) -> None:
        current = self._room.selection.current
        if article is not None and current.page is None and not current.query:
            moved = current.at_article(article.page.id, article.id)
            self._room.selection.amend(moved)

    def _show_report(self, report: Report) -> None:
        from baoguan.app.commands import KeepPages

        if report.added:
            self._undo.keep(KeepPages(tuple(page for _path, page in report.added)))
            self._room.changed.emit(_EVERYTHING)
        words = self.tr("收入 {count} 个版面。")
        if report.stopped:
            words = self.tr("已停止：收入了 {count} 个版面，其余的没有看；可以撤销。")
        taken = words.format(count=len(report.added))
        language = self._room.language
        bad = [f"{path.name}: {error.say(language)}" for path, error in report.failed]
        odd = [f"{path.name}: {remark.say(language)}" for path, remark in report.remarks]
        if odd and not bad:
            self._teller.say("warning", f"{taken} {odd[0]}", "\n".join(odd[1:]))
        elif not bad:
            self._teller.say("warning" if report.stopped else "success", taken)
        elif len(bad) == 1:
            self._teller.say("warning", f"{taken} {bad[0]}")
        else:
            missed = self.tr("{count} 个文件没有收入，详情里逐个说明。").format(count=len(bad))
            self._teller.say("warning", f"{taken} {missed}", "\n".join((*bad, *odd)))

    def _fail_ingest(self, error: BaseException) -> None:
        self._room.changed.emit(_EVERYTHING)
        self._fail(error)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._teller.say("warning", self.tr("已停止；在此之前收入的版面都保留着。"))
        else:
            self._teller.tell(error)


def _first_article(archive: Archive) -> ArticleRecord | None:
    for page in archive.pages():
        for article in archive.page(page.id).articles:
            return article
    return None
