"""How a histogram is drawn: columns on a line, the holdings' gaps hatched, and few labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from baoguan.app.theme import Theme
from baoguan.ui.models import fonts
from baoguan.ui.models.months import Column, labels
from baoguan.ui.parts.bars import faint, hatch, snapped

_WIDEST = 32.0
_LEAST = 3.0
"""Pixels of a column with the air beside it."""
_ABOVE, _BELOW, _BESIDE = 8.0, 18.0, 6.0
_STUB = 1.5
"""Pixels of the smallest bar."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn, in which box of a widget's pixels.

    ``spans`` are the places of columns chosen or being chosen, ``current`` the one pointed at;
    ``focused`` says that it is pointed at by the keyboard.
    """

    columns: tuple[Column, ...]
    box: QRectF
    per_issue: bool
    spans: tuple[range, ...] = ()
    current: int | None = None
    focused: bool = False

    @property
    def highest(self) -> float:
        """The greatest value of any column."""
        return max(map(self.value, self.columns), default=0.0)

    def value(self, column: Column) -> float:
        """Return how high a column stands, 0 where nothing survives."""
        return (column.per_issue or 0.0) if self.per_issue else float(column.articles)

    def is_chosen(self, place: int) -> bool:
        """Tell whether a column is chosen, or being chosen."""
        return any(place in span for span in self.spans)

    def place_at(self, x: float) -> int:
        """Return the place of the column at a distance from the widget's left, or of the nearest."""
        place = int((x - self.box.left()) * len(self.columns) // max(1.0, self.box.width()))
        return max(0, min(place, len(self.columns) - 1))

    def strip(self, places: range) -> QRectF:
        """Return the box that columns beside each other stand in, as high as the plot."""
        room = self.box.width() / len(self.columns)
        left = self.box.left() + places.start * room
        return QRectF(left, self.box.top(), len(places) * room, self.box.height())

    def bar(self, place: int) -> QRectF:
        """Return the box of one column's bar, empty where it stands for nothing."""
        strip = self.strip(range(place, place + 1))
        value = self.value(self.columns[place])
        if not value:
            return QRectF()
        high = max(_STUB, strip.height() * value / self.highest)
        air = 2.0 if strip.width() >= 10 else 1.0
        room = strip.width() - air
        wide = max(1.0, min(room, _WIDEST))
        # A few bars stand in the middle of their months; one alone is no wall.
        left = strip.left() + max(0.0, room - wide) / 2
        return QRectF(left, strip.bottom() - high, wide, high)

    def gaps(self) -> Iterator[range]:
        """Yield the runs of columns of which no issue survives."""
        for empty, places in groupby(range(len(self.columns)), lambda place: not self.columns[place].issues):
            run = list(places)
            if empty:
                yield range(run[0], run[-1] + 1)


def number_text(value: float) -> str:
    """Return a height in as many figures as tell it apart: ``1,204``, ``12``, ``3.1``, ``0.46``."""
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"


def most_columns(width: float) -> int:
    """Return how many columns can stand side by side in a plot so many pixels wide."""
    return max(1, int(width / _LEAST))


def plot_box(width: float, height: float, highest: str) -> QRectF:
    """Return where columns stand in a widget, beside the label of the highest."""
    gutter = QFontMetricsF(fonts.sans(11)).horizontalAdvance(highest) + _BESIDE
    return QRectF(gutter, _ABOVE, max(1.0, width - gutter), max(1.0, height - _ABOVE - _BELOW))


def paint_plot(painter: QPainter, plot: Plot, theme: Theme) -> None:
    """Draw a histogram."""
    ratio = painter.device().devicePixelRatioF()
    _paint_ground(painter, plot, theme, ratio)
    for run in plot.gaps():
        hatch(painter, snapped(plot.strip(run), ratio), faint(theme.muted))
    for place in range(len(plot.columns)):
        bar = plot.bar(place)
        if not bar.isEmpty():
            painter.fillRect(snapped(bar, ratio), QColor(_colour(plot, place, theme)))
    _paint_axes(painter, plot, theme, ratio)


def _paint_ground(painter: QPainter, plot: Plot, theme: Theme, ratio: float) -> None:
    for span in plot.spans:
        painter.fillRect(snapped(plot.strip(span), ratio), QColor(theme.selected))
    if plot.current is not None:
        strip = snapped(plot.strip(range(plot.current, plot.current + 1)), ratio)
        painter.fillRect(strip, QColor(theme.rule if plot.is_chosen(plot.current) else theme.hover))
        if plot.focused:
            painter.fillRect(snapped(QRectF(strip.left(), strip.bottom() + 1, strip.width(), 2), ratio),
                             QColor(theme.accent))  # fmt: skip


def _colour(plot: Plot, place: int, theme: Theme) -> str:
    if plot.is_chosen(place):
        return theme.accent
    return theme.ink if place == plot.current else theme.muted


def _paint_axes(painter: QPainter, plot: Plot, theme: Theme, ratio: float) -> None:
    box, font = plot.box, fonts.sans(11)
    measure = QFontMetricsF(font)
    line = QRectF(box.left(), box.bottom(), box.width(), 1 / ratio)
    painter.fillRect(snapped(line, ratio), QColor(theme.muted))
    painter.fillRect(snapped(line.translated(0, -box.height()), ratio), QColor(theme.rule))
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    beside = QRectF(0, 0, box.left() - _BESIDE, measure.height())
    for value, y in ((plot.highest, box.top()), (0.0, box.bottom())):
        beside.moveTop(y - measure.height() / 2)
        painter.drawText(beside, _RIGHT, number_text(value))
    for label in labels(plot.columns, box.width(), measure.horizontalAdvance):
        wide = measure.horizontalAdvance(label.text) + 1
        below = QRectF(box.left() + label.left, box.bottom() + 3, wide, measure.height())
        painter.drawText(below, _LEFT, label.text)
