"""Searching in a process beside this one, so that no search ever holds up the window."""

import itertools
import multiprocessing
import queue
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from baoguan.app.index_folders import IndexFolders
from baoguan.app.search_child import Reply, Request, Step, Stop, serve
from baoguan.app.searching import Due, IndexState
from baoguan.domain.article import Span
from baoguan.domain.errors import ArchiveError
from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress, Silent
from baoguan.domain.query import Concordance, LineOrder, Question, Results, Spread, Suggestion

_ENDING_SECONDS = 10.0


class ProcessSearch:
    """A ``Searching`` whose work is done in a process of its own, begun with the first question.

    A newer question stops an older one of the same method, which raises ``Cancelled``. A process that
    dies is begun again once, and the question asked again.
    """

    def __init__(self, folder: Path, read_only: bool) -> None:
        self._folder = folder
        self._read_only = read_only
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._builder: _Process | None = None
        self._closed = False

    def search(self, question: Question, limit: int = 20, offset: int = 0) -> Results:
        """Return a portion of what a question finds."""
        results: Results = self._ask("search", question, limit, offset)
        return results

    def found(self, question: Question) -> tuple[ArticleId, ...]:
        """Return every article that a question finds, in order."""
        found: tuple[ArticleId, ...] = self._ask("found", question)
        return found

    def spread(self, question: Question) -> Spread:
        """Return how the hits spread over facets and months."""
        spread: Spread = self._ask("spread", question)
        return spread

    def concordance(self, question: Question, order: LineOrder, articles: int = 500) -> Concordance:
        """Return the hits of the first so many articles, a line each."""
        lines: Concordance = self._ask("concordance", question, order, articles)
        return lines

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return words of the archive that the last word of a query text may become."""
        words: tuple[Suggestion, ...] = self._ask("suggest", text, limit)
        return words

    def correct(self, question: Question) -> str | None:
        """Return a query text that finds something, near to one that finds little."""
        text: str | None = self._ask("correct", question)
        return text

    def marks(self, article: ArticleId, text: str) -> tuple[Span, ...]:
        """Return where a query's hits stand in an article's text, in order."""
        spans: tuple[Span, ...] = self._ask("marks", article, text)
        return spans

    def state(self) -> IndexState:
        """Return which engine answers, and how it is."""
        state: IndexState = self._ask("state")
        return state

    def catch_up(self, progress: Progress) -> int:
        """Bring the index to the catalogue's state; return how many articles that took."""
        count: int = self._ask("catch_up", progress=progress)
        return count

    def reindex(self, engine: str, progress: Progress) -> None:
        """Build the index anew on an engine; search works meanwhile."""
        self._rebuild(engine, progress, chosen=True)

    def renew(self, progress: Progress) -> bool:
        """Build the index anew where the dictionary or the archive's size asks for it."""
        due: Due | None = self._ask("due")
        if due is not None:
            self._rebuild(due.engine, progress, chosen=False)
            self._ask("tell", due.notice)
        return due is not None

    def close(self) -> None:
        """End the process; questions not answered yet raise ``Cancelled``."""
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
            if self._builder is not None:
                # What is half built is of no use: nobody need wait for its next step.
                self._builder.kill()
        if process is not None:
            process.end()

    def _rebuild(self, engine: str, progress: Progress, chosen: bool) -> None:
        """Build in a third process: in one with the searches they would wait for each other."""
        with IndexFolders(self._folder / "index").replacing(engine):
            builder = self._begun_builder()
            try:
                builder.ask("build", (engine,), progress)
            except _Died as error:
                raise (Cancelled() if self._closed else _ended()) from error
            finally:
                builder.end()
            self._ask("take_place", engine, chosen)

    def _begun_builder(self) -> "_Process":
        with self._lock:
            if self._closed:
                raise Cancelled
            self._builder = _Process(self._folder, self._read_only)
            return self._builder

    def _ask(self, method: str, *arguments: Any, progress: Progress | None = None) -> Any:
        try:
            return self._running().ask(method, arguments, progress or Silent())
        except _Died:
            pass
        try:
            return self._running().ask(method, arguments, progress or Silent())
        except _Died as error:
            if self._closed:
                raise Cancelled from error
            raise _ended() from error

    def _running(self) -> "_Process":
        with self._lock:
            if self._closed:
                raise Cancelled
            if self._process is None or self._process.dead:
                if self._process is not None:
                    self._process.end()
                self._process = _Process(self._folder, self._read_only)
            return self._process


class _Died(Exception):
    """The process ended before it answered."""


class _Process:
    """One process and the line to it. A thread listens, and hands each message to whoever waits for it."""

    def __init__(self, folder: Path, read_only: bool) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, folder, read_only), name="baoguan-search", daemon=True
        )
        self._process.start()
        # The child alone holds its end: when it ends, so does the line.
        theirs.close()
        self.dead = False
        self._numbers = itertools.count(1)
        self._waiting: dict[int, queue.SimpleQueue[Step | Reply | None]] = {}
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._listener = threading.Thread(target=self._listen, name="search-replies", daemon=True)
        self._listener.start()

    def ask(self, method: str, arguments: tuple[Any, ...], progress: Progress) -> Any:
        """Return what a request comes to, or raise it; raise ``_Died`` where the process ends first."""
        number = next(self._numbers)
        messages: queue.SimpleQueue[Step | Reply | None] = queue.SimpleQueue()
        with self._lock:
            if self.dead:
                raise _Died
            self._waiting[number] = messages
        self._send(Request(number, method, arguments))
        while (message := messages.get()) is not None:
            if isinstance(message, Reply):
                if message.error is not None:
                    raise message.error
                return message.value
            try:
                progress.step(message.done, message.total, message.doing)
            except Cancelled:
                # Its answer is waited for all the same: then it has stopped.
                self._send(Stop(number))
        raise _Died

    def kill(self) -> None:
        """Let the process end at once."""
        with suppress(ValueError):  # it has ended, and was let go of
            self._process.kill()

    def end(self) -> None:
        """Let the process end, by force where it does not, and wait for it."""
        # Closing a line that another thread reads from would not wake that thread.
        self._send(None)
        self._process.join(_ENDING_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._listener.join()
        self._line.close()
        self._process.close()

    def _send(self, message: Request | Stop | None) -> None:
        try:
            with self._sending:
                self._line.send(message)
        except OSError:
            pass  # The listener finds the line ended, and tells whoever waits.

    def _listen(self) -> None:
        line: Connection = self._line
        try:
            while True:
                message = line.recv()
                with self._lock:
                    waiting = self._waiting.get(message.number)
                    if isinstance(message, Reply):
                        self._waiting.pop(message.number, None)
                if waiting is not None:
                    waiting.put(message)
        except (EOFError, OSError):
            with self._lock:
                self.dead = True
                left, self._waiting = list(self._waiting.values()), {}
            for each in left:
                each.put(None)


def _ended() -> ArchiveError:
    return ArchiveError(
        Bilingual("检索进程意外退出。", "The search process ended without an answer."),
        Bilingual(
            "请再试一次；仍不行时，用 baoguan reindex 重建索引。",
            "Try again; if it happens again, build the index anew with baoguan reindex.",
        ),
    )
