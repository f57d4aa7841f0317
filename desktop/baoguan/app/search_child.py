"""The process beside the window in which searching runs: each request is answered in a thread of its own."""

import gc
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any

from baoguan.domain.errors import BaoguanError
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled

QUESTIONS = frozenset({"search", "spread", "concordance", "correct"})
"""Methods whose first argument is a question; a newer one of the same method stops an older one."""
LONG = frozenset({"catch_up", "build"})
"""Methods that report their steps."""
_STOPPABLE = QUESTIONS | LONG | {"found"}
_STEPS_APART = 0.1
_LAST_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: a method of ``LocalSearch`` and what it is called with."""

    number: int
    method: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """That a request is no longer wanted."""

    number: int


@dataclass(frozen=True, slots=True)
class Step:
    """How far a request is."""

    number: int
    done: int
    total: int
    doing: Bilingual


@dataclass(frozen=True, slots=True)
class Reply:
    """What a request came to: ``value``, or the error that was raised."""

    number: int
    value: Any = None
    error: BaseException | None = None


def serve(connection: Connection, folder: Path, read_only: bool) -> None:
    """Answer requests about an archive until whoever asks is gone."""
    # Ctrl-C in a terminal is meant for the window: that ends, and then so does this.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    spare_the_collector()
    with ExitStack() as resources:

        def local() -> object:
            from baoguan.app.local_search import opened

            return resources.enter_context(opened(folder, read_only))

        Child(connection, local).serve()
        # Files are let go of in order, unless something hangs.
        threading.Timer(_LAST_SECONDS, os._exit, (1,)).start()
    os._exit(0)


def spare_the_collector() -> None:
    """Let Python seldom look through all objects: articles kept at hand are many, and in no cycles."""
    gc.set_threshold(50_000, 20, 1_000)


@dataclass(slots=True)
class _Run:
    """A request being answered; is itself the Progress of it."""

    request: Request
    child: "Child"
    stopped: bool = False
    yields: bool = False
    """Whether it is to let a search go first, and begin again."""
    _told: float = field(default=0.0)

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        """Tell how far it is, now and then; raise ``Cancelled`` when it is to stop."""
        if self.stopped or self.yields:
            raise Cancelled
        now = time.monotonic()
        if self.request.method in LONG and now - self._told > _STEPS_APART:
            self._told = now
            self.child.send(Step(self.request.number, done, total, doing))


class Child:
    """Takes requests from a line and answers each; ``local`` opens what answers, with the first request."""

    def __init__(self, connection: Connection, local: Callable[[], object]) -> None:
        self._connection = connection
        self._local = cache(local)
        self._sending = threading.Lock()
        self._runs: dict[int, _Run] = {}
        self._changed = threading.Condition()
        self._threads = ThreadPoolExecutor(max_workers=32)
        self._opening = threading.Lock()

    def serve(self) -> None:
        """Answer until whoever asks says that it is over, or is gone."""
        with suppress(EOFError, OSError):
            while (message := self._connection.recv()) is not None:
                self._take(message)
        self._stop()

    def _take(self, message: Request | Stop) -> None:
        """Begin to answer a request, or stop answering one."""
        with self._changed:
            if isinstance(message, Stop):
                if run := self._runs.get(message.number):
                    run.stopped = True
                return
            run = _Run(message, self)
            for other in self._runs.values():
                self._make_way(other, message)
            self._runs[message.number] = run
        self._threads.submit(self._answer, run)

    def send(self, message: Step | Reply) -> None:
        """Tell whoever asks; nobody may be there any more."""
        with suppress(OSError), self._sending:
            self._connection.send(message)

    def _stop(self) -> None:
        with self._changed:
            for run in self._runs.values():
                run.stopped = True
            self._changed.notify_all()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _make_way(self, other: _Run, newer: Request) -> None:
        if other.request.method not in QUESTIONS or newer.method not in QUESTIONS:
            return
        if other.request.arguments[0] == newer.arguments[0]:
            return
        if other.request.method == newer.method:
            other.stopped = True
        elif newer.method == "search":
            other.yields = True

    def _answer(self, run: _Run) -> None:
        try:
            reply = Reply(run.request.number, self._worked_out(run))
        except BaseException as error:
            reply = Reply(run.request.number, error=_portable(error))
        with self._changed:
            del self._runs[run.request.number]
            self._changed.notify_all()
        self.send(reply)

    def _worked_out(self, run: _Run) -> Any:
        with self._opening:
            local = self._local()
        method = getattr(local, run.request.method)
        given = {"progress": run} if run.request.method in _STOPPABLE else {}
        while True:
            try:
                return method(*run.request.arguments, **given)
            except Cancelled:
                if run.stopped or not run.yields:
                    raise
            with self._changed:
                self._changed.wait_for(lambda: run.stopped or not self._searching())
                run.yields = False

    def _searching(self) -> bool:
        return any(run.request.method == "search" for run in self._runs.values())


def _portable(error: BaseException) -> BaseException:
    """Return an error as it can travel, with where it came from."""
    if isinstance(error, BaoguanError | Cancelled):
        return error
    trace = "".join(traceback.format_exception(error))
    error.add_note(trace)
    try:
        ForkingPickler.loads(ForkingPickler.dumps(error))
    except Exception:
        return RuntimeError(trace)
    return error
