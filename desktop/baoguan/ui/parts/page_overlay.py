"""What may lie over a page and take the mouse before the page does."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter


class Overlay(Protocol):
    """Painted over a page and asked first what the mouse means; all points are page pixels.

    One that changes what it paints asks the canvas's viewport for an update.
    """

    def paint(self, painter: QPainter) -> None:
        """Paint in page pixels, over the page, its marks and its frames."""

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """Take the left button until it is released; False leaves it to the page, which is panned."""

    def move(self, point: QPointF) -> None:
        """Follow the mouse, with a button held or without."""

    def release(self, point: QPointF) -> None:
        """End what ``press`` took."""
