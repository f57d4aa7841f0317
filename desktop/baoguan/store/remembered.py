"""Answers that take long, remembered as long as the catalogue does not change."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from sqlalchemy import Connection, func, select

from baoguan.store import schema

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")


class Remembered(Generic[Key, Answer]):
    """The last answers to questions of one kind. Any thread may ask; each question is worked out once."""

    def __init__(self, kept: int) -> None:
        self._most = kept
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Key, int], _Slot[Answer]] = OrderedDict()

    def answer(self, connection: Connection, key: Key, work_out: Callable[[], Answer]) -> Answer:
        """Return what is remembered of a question, or work it out; others may ask others meanwhile."""
        at = key, _revision(connection)
        with self._lock:
            slot = self._kept.setdefault(at, _Slot())
            self._kept.move_to_end(at)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        with slot.lock:
            if slot.answer is None:
                slot.answer = work_out()
            return slot.answer

    def known(self, connection: Connection, holds: Callable[[Key], bool]) -> Answer | None:
        """Return the answer to some question that holds true, None where none is remembered."""
        now = _revision(connection)
        with self._lock:
            kept = tuple(self._kept.items())
        return next((slot.answer for (key, at), slot in kept if at == now and holds(key)), None)


class _Slot(Generic[Answer]):
    """An answer, None until somebody has worked it out, who holds the lock meanwhile."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.answer: Answer | None = None


def _revision(connection: Connection) -> int:
    """Return the number of the catalogue's last change: every change to a statistic makes one."""
    return connection.scalar(select(func.max(schema.article.c.revision))) or 0
