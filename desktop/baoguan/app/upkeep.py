"""What an archive needs from time to time, done in a thread beside: a new index, numbers read anew."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from baoguan.domain.errors import BaoguanError
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress

Told = Callable[[int, int, Bilingual | None], None]
"""Takes done, total and what is being done; None when it is over: the index has news, or statistics have."""

Work = Callable[[Progress], bool]
"""Does what is due; returns whether anything was."""


class Upkeep:
    """One thread at a time. What it meets is told to whoever watches, from that thread."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self._stopped = threading.Event()
        self._again = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._watching: list[Told] = []

    def watch(self, told: Told) -> None:
        """Tell somebody of every step from now on, from another thread."""
        self._watching.append(told)

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
                    if work(self):
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
