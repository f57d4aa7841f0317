from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItemModel

from baoguan.app.theme import load_theme
from baoguan.domain.article import Role, Span
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import Hit, Snippet
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts.result_card import ResultCard

_THEME = load_theme("light")


def _hit(*snippets: Snippet, headline: str = "一篇文章") -> Hit:
    day = date(2022, 10, 12)
    return Hit(ArticleId(1), PageId(1), headline, "天津日报", day, "1", "要闻", 1.0, snippets)


def _marked(hit: Hit | None, width: int) -> list[tuple[int, int]]:
    """Paint a card and return the pixels of the mark's colour."""
    image = QImage(width, 116, QImage.Format.Format_RGB32)
    image.fill(QColor(_THEME.chrome))
    card, model = ResultCard(), QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), hit, RECORD)
    card.theme = _THEME
    painter = QPainter(image)
    card.paint_row(painter, QRectF(0, 0, width, 116), model.index(0, 0))
    painter.end()
    mark = QColor(_THEME.hit)
    return [(x, y) for x in range(width) for y in range(116) if image.pixelColor(x, y) == mark]


@pytest.mark.parametrize("width", [160, 240, 304, 480, 900])
@pytest.mark.parametrize("at", [0, 7, 30, 56])
def test_the_hit_is_seen_at_any_width(width: int, at: int) -> None:
    text = "甲" * at + "轨道交通" + "乙" * (56 - at)
    marked = _marked(_hit(Snippet(text, (Span(at, at + 4),), 100, Role.BODY)), width)
    assert max(x for x, _y in marked) < width - ResultCard.margin
    assert len({x for x, _y in marked}) >= 4 * 12


def test_a_hit_far_along_a_headline_is_seen() -> None:
    headline = "甲" * 40 + "轨道交通"
    snippet = Snippet(headline, (Span(40, 44),), 0, Role.HEADLINE)
    assert _marked(_hit(snippet, headline=headline), 304)


def test_a_card_not_read_yet_says_nothing() -> None:
    assert _marked(None, 304) == []


def test_a_short_first_snippet_leaves_room_for_the_next() -> None:
    first = Snippet("轨道交通提速", (Span(0, 4),), 10, Role.DECK)
    second = Snippet("新区轨道交通建设", (Span(2, 6),), 90, Role.BODY)
    lines = {y // 18 for _x, y in _marked(_hit(first, second), 304)}
    alone = {y // 18 for _x, y in _marked(_hit(first), 304)}
    assert len(lines) > len(alone)
