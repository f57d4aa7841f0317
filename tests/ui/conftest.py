"""A reading room over a real archive of the sample page, without a window."""

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from baoguan.app.archive import Archive
from baoguan.app.theme import load_theme
from baoguan.ui.models.room import Room
from baoguan.ui.window import fonts


@pytest.fixture(scope="session", autouse=True)
def _typefaces(qapp: QApplication) -> None:
    """The program's own typefaces, as at its start."""
    fonts.register(qapp)


@pytest.fixture
def room(qapp: QApplication, sample_archive: Archive) -> Iterator[Room]:
    """A room with the sample archive open."""
    room = Room(load_theme("light"))
    room.open(sample_archive)
    yield room
    room.close()


@pytest.fixture
def tested(qtlog: object) -> Iterator[Callable[[QAbstractItemModel], None]]:
    """Have a model watched by Qt's own tester; the test fails where the model breaks a rule."""

    def watch(model: QAbstractItemModel) -> None:
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)

    yield watch
    assert not [record.message for record in qtlog.records if "FAIL!" in record.message]
