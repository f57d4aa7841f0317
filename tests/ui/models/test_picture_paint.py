import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models import picture_paint
from baoguan.ui.models.typeset import FigureFrame


def _drawn(theme: ThemeName, width: float = 240) -> QImage:
    image = QImage(int(width), 160, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    figure = FigureFrame(ArticleId(1), 0, Region(0, 0, width, 160))
    picture_paint.Pictures().paint(painter, figure, load_theme(theme))
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES)
def test_a_drawing_says_that_the_picture_is_missing(
    monkeypatch: pytest.MonkeyPatch, theme: ThemeName
) -> None:
    said = _drawn(theme)
    monkeypatch.setattr(picture_paint, "missing_words", lambda: "")
    assert _drawn(theme) != said
    paper = QColor(load_theme(theme).paper)
    label = QRectF(70, 130, 100, 20).toRect()
    row = [said.pixelColor(x, y) for y in range(label.top(), label.bottom()) for x in range(70, 170)]
    assert sum(colour == paper for colour in row) > len(row) // 4
