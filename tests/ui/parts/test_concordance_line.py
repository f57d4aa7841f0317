from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItemModel

from baoguan.app.theme import load_theme
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import Line
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts.concordance_line import ConcordanceLine

_THEME = load_theme("light")


def _line(before: str, hit: str, after: str) -> Line:
    day = date(2022, 10, 12)
    return Line(ArticleId(1), PageId(1), "一篇", "天津日报", day, before, hit, after, Span(0, len(hit)))


def _marked(line: Line, width: int) -> list[int]:
    """Paint a line and return the columns of the mark's colour."""
    image = QImage(width, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(_THEME.chrome))
    row, model = ConcordanceLine(), QStandardItemModel(1, 1)
    row.theme = _THEME
    model.setData(model.index(0, 0), line, RECORD)
    painter = QPainter(image)
    row.paint_row(painter, QRectF(0, 0, width, 32), model.index(0, 0))
    painter.end()
    mark = QColor(_THEME.hit)
    return [x for x in range(width) if any(image.pixelColor(x, y) == mark for y in range(32))]


@pytest.mark.parametrize("width", [200, 304, 500, 900])
def test_hits_stand_under_one_another_whatever_is_around_them(width: int) -> None:
    columns = [
        _marked(line, width)
        for line in (
            _line("", "轨道", ""),
            _line("甲" * 60, "轨道", "乙" * 60),
            _line("甲\n乙", "轨道", "丙"),
        )
    ]
    assert columns[0]
    assert {(min(one), max(one)) for one in columns} == {(min(columns[0]), max(columns[0]))}


@pytest.mark.parametrize("width", [200, 304, 900])
def test_a_long_hit_leaves_room_for_what_is_around_it(width: int) -> None:
    columns = _marked(_line("甲" * 9, "轨道交通" * 30, "乙" * 9), width)
    assert max(columns) - min(columns) <= 0.6 * width
