import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from baoguan.ui.window.collector import Collector


class Knot(QObject):
    """A Qt object that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def collector() -> Iterator[Collector]:
    parent = QObject()
    yield Collector(parent)
    gc.enable()


def test_garbage_of_other_threads_is_collected_on_the_window_s(qtbot: QtBot, collector: Collector) -> None:
    freed: list[str] = []

    def work() -> None:
        weakref.finalize(Knot(), lambda: freed.append(threading.current_thread().name))
        kept.extend([] for _ in range(5_000))  # many times what brings Python's own collector
        seen.extend(freed)

    kept: list[list[int]] = []
    seen: list[str] = []
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: bool(freed), timeout=10_000)
    assert freed == [threading.main_thread().name]


def test_the_collector_keeps_up(qtbot: QtBot, collector: Collector) -> None:
    freed: list[int] = []
    for number in range(3_000):
        weakref.finalize(Knot(), freed.append, number)
    qtbot.waitUntil(lambda: len(freed) > 2_000, timeout=10_000)


def test_what_a_start_loaded_is_not_looked_through_again(collector: Collector) -> None:
    freed: list[int] = []
    weakref.finalize(Knot(), freed.append, 1)
    kept = [[number] for number in range(1_000)]
    collector.settle()
    assert freed == [1]
    assert gc.get_freeze_count() > len(kept)
    weakref.finalize(Knot(), freed.append, 2)
    collector.settle()
    assert freed == [1, 2]
    gc.unfreeze()
