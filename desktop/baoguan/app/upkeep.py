"""Makes an archive's index anew where that is due, in a thread, while searching goes on."""

import threading
from collections.abc import Callable
from contextlib import suppress

from baoguan.app.searching import Searching
from baoguan.domain.errors import BaoguanError
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled

Told = Callable[[int, int, Bilingual | None], None]
"""Takes done, total and what is being done; None when it is over, and ``Archive.index_state`` has news."""


class Upkeep:
    """One thread at a time. What it meets is told to whoever watches, from that thread."""

    def __init__(self, searching: Searching) -> None:
        self._searching = searching
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
            # Left for the next opening: a full disk, another program that does the same, the end.
            with suppress(BaoguanError, Cancelled):
                if self._searching.renew(self):
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
