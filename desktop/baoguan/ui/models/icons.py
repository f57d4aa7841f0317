"""One-colour drawings from resources/icons, tinted when they are painted."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from baoguan import paths

_SIZE = 18


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int = _SIZE, ratio: float = 2.0) -> QPixmap:
    """Return a drawing of ``size`` logical pixels in one colour; FileNotFoundError where there is none."""
    from PySide6.QtSvg import QSvgRenderer  # loads a library: only when the first icon is painted

    path = paths.resource("icons", f"{name}.svg")
    if not path.is_file():
        raise FileNotFoundError(path.name)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(path)).render(painter, QRectF(drawn.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), QColor(colour))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """Return a drawing as an icon, paler where it is disabled."""
    made = QIcon(pixmap(name, colour))
    if disabled is not None:
        made.addPixmap(pixmap(name, disabled), QIcon.Mode.Disabled)
    return made
