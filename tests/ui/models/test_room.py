import threading

import pytest

from baoguan.app.theme import load_theme
from baoguan.ui.models.room import Room


def test_a_question_is_answered_on_the_thread_that_asked(qtbot, room: Room) -> None:
    answers: list[tuple[int, str]] = []
    where: list[str] = []

    def work(archive) -> int:
        where.append(threading.current_thread().name)
        return len(archive.issues())

    room.ask(work, lambda count: answers.append((count, threading.current_thread().name)))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(1, threading.main_thread().name)]
    assert where[0].startswith("read")
    assert room.waiting == 0


def test_dropped_questions_are_not_answered(qtbot, room: Room) -> None:
    answers: list[object] = []
    room.ask(lambda archive: archive.issues(), answers.append)
    room.drop_questions()
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert answers == []


def test_a_failing_question_is_told(qtbot, room: Room) -> None:
    with qtbot.waitSignal(room.failed) as told:
        room.ask(lambda archive: archive.page(-1), pytest.fail)
    assert type(told.args[0]).__name__ == "NotFound"


def test_a_closed_room_takes_no_question(qtbot, sample_archive) -> None:
    closed = Room(load_theme("light"))
    closed.open(sample_archive)
    closed.close()
    assert not closed.ask(lambda archive: archive.issues(), pytest.fail).done()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("read")]
