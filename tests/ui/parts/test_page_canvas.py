from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from baoguan.app.archive import Archive
from baoguan.app.theme import load_theme
from baoguan.ui.models.composition import compose
from baoguan.ui.parts.page_canvas import PageCanvas
from baoguan.ui.parts.page_ground import TypeGround


class Box:
    """An overlay that takes hold of a square, and notes what it is told."""

    def __init__(self) -> None:
        self.square = QRectF(300, 300, 40, 40)
        self.told: list[str] = []
        self.ends = QPointF()

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.square, QColor("#123456"))

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        self.told.append("press")
        return self.square.contains(point)

    def move(self, point: QPointF) -> None:
        self.told.append("move")

    def release(self, point: QPointF) -> None:
        self.told.append("release")
        self.ends = point


@pytest.fixture
def canvas(qtbot: QtBot, sample_archive: Archive) -> Iterator[PageCanvas]:
    """The sample page, zoomed to where its squares are seen."""
    made = PageCanvas(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show_page(TypeGround(compose(sample_archive.page(sample_archive.pages()[0].id))))
    made.show()
    made.zoom(1 / made.scale)
    made.move_to(QPointF(320, 320), 1.0)
    qtbot.waitUntil(lambda: not made.moving)
    return made


def at(canvas: PageCanvas, x: float, y: float) -> QPoint:
    return canvas.placed.map(QPointF(x, y)).toPoint()


def test_an_overlay_paints_over_the_page_and_takes_what_it_holds(qtbot: QtBot, canvas: PageCanvas) -> None:
    overlay = Box()
    canvas.set_overlay(overlay)
    where = at(canvas, 320, 320)
    assert canvas.grab().toImage().pixelColor(canvas.viewport().pos() + where).name() == "#123456"
    before, chosen = canvas.origin, []
    canvas.clicked.connect(lambda x, y: chosen.append((x, y)))
    view = canvas.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseMove(view, where + QPoint(50, 60))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=where + QPoint(50, 60))
    assert overlay.told == ["press", "move", "release"]
    assert (overlay.ends - QPointF(370, 380)).manhattanLength() < 2
    assert (canvas.origin, chosen) == (before, [])


def test_what_an_overlay_leaves_is_the_pages(qtbot: QtBot, canvas: PageCanvas) -> None:
    overlay = Box()
    canvas.set_overlay(overlay)
    where, before = at(canvas, 400, 400), canvas.origin
    view = canvas.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseMove(view, where - QPoint(0, 30))
    qtbot.mouseMove(view, where - QPoint(0, 60))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=where - QPoint(0, 60))
    assert "release" not in overlay.told
    assert canvas.origin.y() < before.y()
    canvas.set_overlay(None)
    assert canvas.grab().toImage().pixelColor(at(canvas, 320, 320)).name() != "#123456"


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_knows_where_everything_lies(canvas: PageCanvas, quarters: int) -> None:
    for _ in range(quarters):
        canvas.turn()
    point = QPointF(310, 330)
    seen = canvas.placed.map(point)
    assert (canvas.to_sheet(seen) - point).manhattanLength() < 1e-6
    corner, below = canvas.placed.map(QPointF(0, 0)), canvas.placed.map(QPointF(0, 100))
    way = below - corner
    sideways, upside = quarters % 2 == 1, quarters in (1, 2)
    assert (way.x() if sideways else way.y()) == pytest.approx(-100 if upside else 100)
    canvas.fit_page()
    page = canvas.face
    assert page is not None
    whole = canvas.from_sheet(QRectF(0, 0, page.width, page.height))
    assert canvas.viewport().rect().contains(whole.toAlignedRect())
    assert (whole.width() > whole.height()) == sideways
