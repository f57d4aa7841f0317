"""What an archive needs from time to time, done in a thread beside: a new index, numbers and scans read."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from baoguan.app.changes import Changes
from baoguan.domain.errors import BaoguanError, FormatAbsent
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled

Told = Callable[[int, int, Bilingual | None], None]
"""Takes done, total and what is being done; None when it is over: the index has news."""

Work = Callable[["Upkeep"], bool]
"""Does what is due, and says what changes by it; returns whether anything was due."""


class Upkeep:
    """One thread at a time. What it meets is told to whoever watches and listens, from that thread."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self._listening: list[Callable[[Changes], None]] = []
        self._warned: list[Callable[[BaoguanError], None]] = []
        self._stopped = threading.Event()
        self._again = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._watching: list[Told] = []

    def watch(self, told: Told) -> None:
        """Tell somebody of every step from now on, from another thread."""
        self._watching.append(told)

    def listen(self, changed: Callable[[Changes], None], lacking: Callable[[BaoguanError], None]) -> None:
        """Tell somebody what changes from now on, and what cannot be done for want of a library."""
        self._listening.append(changed)
        self._warned.append(lacking)

    def changed(self, changes: Changes) -> None:
        """Pass on what the work under way has changed."""
        for heard in tuple(self._listening):
            heard(changes)

    @property
    def pressing(self) -> bool:
        """Whether something else is to be done first, so that work which takes long should end soon."""
        return self._again.is_set() or self._stopped.is_set()

    def start(self) -> None:
        """See what is due, now or once more when what is running is done; return at once."""
        with self._lock:
            self._again.set()
            if self._thread is None and not self._stopped.is_set():
                self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Stop what is running at its next step; nothing is begun any more."""
        self._stopped.set()

    def finish(self) -> None:
        """Wait until nothing is running."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        """Pass a step on; raise ``Cancelled`` when it was stopped."""
        if self._stopped.is_set():
            raise Cancelled
        self._tell(done, total, doing)

    def _run(self) -> None:
        while self._wanted():
            for work in self._works:
                # Left for the next opening: a full disk, another program that does the same, the end.
                with suppress(BaoguanError, Cancelled):
                    self._do(work)

    def _do(self, work: Work) -> None:
        try:
            due = work(self)
        except FormatAbsent as error:
            for warned in tuple(self._warned):
                warned(error)
        else:
            if due:
                self._tell(0, 0, None)

    def _wanted(self) -> bool:
        with self._lock:
            wanted = self._again.is_set() and not self._stopped.is_set()
            self._again.clear()
            if not wanted:
                self._thread = None
            return wanted

    def _tell(self, done: int, total: int, doing: Bilingual | None) -> None:
        for told in tuple(self._watching):
            told(done, total, doing)
