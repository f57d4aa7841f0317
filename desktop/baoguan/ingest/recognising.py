"""Recognising the text of pictures in processes of their own: a page takes a minute of all that one has."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from ctypes import c_bool
from typing import NamedTuple

from baoguan.domain.errors import FormatAbsent
from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Cancelled
from baoguan.readers.ocr import Recognised, recognise

_LOOK_SECONDS = 0.2
_GRACE_SECONDS = 1.0
_BYTES_EACH = 3 << 30
"""What recognising a large page may take of memory."""
_MOST = 4


class Waiting(NamedTuple):
    """A page whose text is to be recognised."""

    page: PageId
    image: PageImage


Outcome = tuple[PageId, Recognised] | None


def recognise_all(
    waiting: Sequence[Waiting], more: Callable[[], bool] = lambda: True
) -> Generator[Outcome, None, None]:
    """Yield each page when it is recognised, in any order, and None several times a second in between.

    None is begun once no ``more`` are wanted. Whoever closes the iterator ends the work at its next step.
    A page that cannot be recognised, or that a process dies of, is all unread. Raise ``FormatAbsent``
    without the extra ``ocr``.
    """
    left = list(waiting)
    while left and more():
        died = yield from _recognise_some(left, _workers(), more)
        for one in died:
            if (yield from _recognise_some([one], 1, lambda: True)):
                yield one.page, _unread(one.image)


def _recognise_some(
    left: list[Waiting], workers: int, more: Callable[[], bool]
) -> Generator[Outcome, None, tuple[Waiting, ...]]:
    """Yield what becomes of pages, taking them from the list; return those that a process died of."""
    running: dict[Future[Recognised], Waiting] = {}
    with _pool(min(workers, len(left))) as pool:
        try:
            while running or (left and more()):
                while left and len(running) < workers and more():
                    one = left.pop(0)
                    running[pool.submit(_recognise, one.image)] = one
                done, _ = wait(running, _LOOK_SECONDS, FIRST_COMPLETED)
                if not done:
                    yield None
                for future in done:
                    recognised = future.result()
                    yield running.pop(future).page, recognised
        except BrokenExecutor:
            return tuple(running.values())
    return ()


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Give processes that stop at the next step of what they do when they are not wanted any more."""
    context = multiprocessing.get_context("spawn")
    # Not an Event: to set one waits for ever for a process that was killed while it waited for it.
    stop: c_bool = context.RawValue(c_bool, False)
    pool = ProcessPoolExecutor(workers, context, _begin, (stop,))
    try:
        yield pool
    finally:
        stop.value = True
        pool.shutdown(cancel_futures=True)


def _workers() -> int:
    """Return how many pages are recognised at a time: a processor is left to whoever waits."""
    free = (os.cpu_count() or 1) - 1
    with suppress(AttributeError, ValueError, OSError):  # not every system tells
        free = min(free, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // _BYTES_EACH)
    return max(1, min(_MOST, free))


class _Stopping:
    """The progress of a process: nobody looks at it, but it may be stopped."""

    stop = c_bool(False)
    """Shared with the process that wants the work."""

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        """Raise ``Cancelled`` once the work is not wanted any more."""
        if self.stop.value:
            raise Cancelled


def _begin(stop: c_bool) -> None:
    _Stopping.stop = stop
    threading.Thread(target=_end_with, args=(stop,), daemon=True).start()
    with suppress(AttributeError, OSError):  # there is no such thing on Windows
        os.nice(10)


def _end_with(stop: c_bool) -> None:
    """End this process when its work is not wanted any more, or the program has died that wanted it.

    A process that is between two steps for long is not waited for: it holds nothing but memory.
    """
    parent = multiprocessing.parent_process()
    while not stop.value and parent is not None and parent.is_alive():
        time.sleep(_LOOK_SECONDS)
    time.sleep(_GRACE_SECONDS)
    os._exit(1)


def _recognise(image: PageImage) -> Recognised:
    try:
        return recognise(image, _Stopping())
    except (Cancelled, FormatAbsent):
        raise
    except Exception:
        # Whatever a damaged picture makes the libraries raise: the other pages are read all the same.
        return _unread(image)


def _unread(image: PageImage) -> Recognised:
    whole = Region(0, 0, image.width, image.height)
    return Recognised((), (whole,), image.width, image.height)
