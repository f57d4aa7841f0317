from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt

from baoguan.app.theme import load_theme
from baoguan.domain.page import Region, TextLine
from baoguan.ui.models.page_lines import PageLinesModel

LINES = (
    TextLine(1, "津沽晚報", Region(10, 10, 80, 20), raw="津沽晚報"),
    TextLine(2, "日報", Region(10, 40, 40, 20), raw="⽇報"),
    TextLine(3, "模糊", Region(10, 70, 40, 20), confidence=0.4),
)


def test_a_line_is_a_row_with_what_is_known_of_it(tested: Callable[[QAbstractItemModel], None]) -> None:
    theme = load_theme("light")
    model = PageLinesModel(theme)
    tested(model)
    model.show_lines(LINES)
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data() for row in rows] == ["津沽晚報", "日報", "模糊"]
    tips = [row.data(Qt.ItemDataRole.ToolTipRole) for row in rows]
    assert "⽇報" in tips[1]
    assert "⽇" not in tips[0]
    assert "40%" in tips[2]
    colours = [row.data(Qt.ItemDataRole.ForegroundRole).name().upper() for row in rows]
    assert colours == [theme.ink.upper(), theme.ink.upper(), theme.muted.upper()]


def test_a_place_on_the_page_has_its_row() -> None:
    model = PageLinesModel(load_theme("light"))
    model.show_lines(LINES)
    assert model.row_under(Region(12, 42, 10, 10)) == 1
    assert model.row_at(300, 300) is None
    model.show_lines(())
    assert model.row_at(12, 42) is None
