from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage

from baoguan.app.archive import Archive
from baoguan.app.theme import load_theme
from baoguan.ui.models.composition import compose
from baoguan.ui.models.page_marks import PageMarks
from baoguan.ui.models.typeset import Composition
from baoguan.ui.parts.page_canvas import PageCanvas
from baoguan.ui.parts.page_ground import TypeGround


@pytest.fixture
def page(sample_archive: Archive) -> Composition:
    """The sample page, typeset."""
    return compose(sample_archive.page(sample_archive.pages()[0].id))


def _canvas(qtbot, page: Composition) -> PageCanvas:
    canvas = PageCanvas(load_theme("light"))
    qtbot.addWidget(canvas)
    canvas.resize(600, 500)
    canvas.show_page(TypeGround(page))
    canvas.show()
    return canvas


def _zoom(canvas: PageCanvas) -> None:
    canvas.zoom_in()


def _pan(canvas: PageCanvas) -> None:
    canvas.zoom_in()
    canvas.verticalScrollBar().setValue(90)


def _darken(canvas: PageCanvas) -> None:
    canvas.theme = load_theme("dark")


def _mark(canvas: PageCanvas) -> None:
    frame = canvas.face.frames[0]
    canvas.marks = PageMarks(hits=frame.regions)


def _shrink(canvas: PageCanvas) -> None:
    canvas.resize(400, 300)


@pytest.mark.parametrize("change", [_zoom, _pan, _darken, _mark, _shrink])
def test_what_was_seen_before_is_never_seen_after_a_change(
    qtbot, page: Composition, change: Callable[[PageCanvas], None]
) -> None:
    canvas = _canvas(qtbot, page)
    before = _seen(canvas)
    change(canvas)
    qtbot.wait(250)
    after = _seen(canvas)
    canvas.ground = TypeGround(page)
    assert _seen(canvas) == after != before


def _seen(canvas: PageCanvas) -> QImage:
    return canvas.grab().toImage()
