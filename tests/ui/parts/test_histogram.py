import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.domain.query import Bar
from baoguan.ui.models.months import gather, month_of
from baoguan.ui.parts.bars import snapped
from baoguan.ui.parts.histogram import Histogram
from baoguan.ui.parts.histogram_paint import Plot, number_text, paint_plot, plot_box

_LEFT = Qt.MouseButton.LeftButton
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def months(count: int, start: int = 1998 * 12) -> list[Bar]:
    """Months in a row: every seventh without an issue, every fifth without a hit."""
    return [
        Bar(month_of(start + place), 0 if place % 7 == 3 or place % 5 == 2 else place % 9 + 1,
            0 if place % 7 == 3 else 4)
        for place in range(count)
    ]  # fmt: skip


@pytest.fixture
def histogram(qtbot) -> Histogram:
    made = Histogram()
    qtbot.addWidget(made)
    made.set_theme(load_theme("light"))
    made.resize(260, 104)
    made.show_bars(months(24), (), per_issue=False)
    made.show()
    made.setFocus()
    return made


def middle(histogram: Histogram, place: int) -> QPoint:
    return histogram.plot.strip(range(place, place + 1)).center().toPoint()


def test_dragging_brushes_a_span_in_either_direction(qtbot, histogram: Histogram) -> None:
    for start, end in ((3, 10), (10, 3)):
        QTest.mousePress(histogram, _LEFT, pos=middle(histogram, start))
        QTest.mouseMove(histogram, middle(histogram, end))
        assert histogram.plot.spans == (range(3, 11),)
        with qtbot.waitSignal(histogram.brushed) as brushed:
            QTest.mouseRelease(histogram, _LEFT, pos=middle(histogram, end))
        assert brushed.args == ["1998-04", "1998-11"]


def test_a_drag_beyond_the_edge_ends_at_the_edge(qtbot, histogram: Histogram) -> None:
    QTest.mousePress(histogram, _LEFT, pos=middle(histogram, 20))
    QTest.mouseMove(histogram, QPoint(900, 400))
    with qtbot.waitSignal(histogram.brushed) as brushed:
        QTest.mouseRelease(histogram, _LEFT, pos=QPoint(900, 400))
    assert brushed.args == ["1999-09", "1999-12"]


def test_a_click_chooses_one_column_and_a_double_click_lets_go(qtbot, histogram: Histogram) -> None:
    with qtbot.waitSignal(histogram.brushed) as brushed:
        QTest.mouseClick(histogram, _LEFT, pos=middle(histogram, 5))
    assert brushed.args == ["1998-06", "1998-06"]
    with qtbot.waitSignal(histogram.cleared), qtbot.assertNotEmitted(histogram.brushed):
        QTest.mouseDClick(histogram, _LEFT, pos=middle(histogram, 5))


def test_arrows_walk_shift_widens_enter_chooses(qtbot, histogram: Histogram) -> None:
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert (histogram.plot.current, histogram.plot.focused) == (0, True)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.keyClick(histogram, Qt.Key.Key_Right, _SHIFT)
    QTest.keyClick(histogram, Qt.Key.Key_Right, _SHIFT)
    assert histogram.plot.spans == (range(1, 4),)
    with qtbot.waitSignal(histogram.brushed) as brushed:
        QTest.keyClick(histogram, Qt.Key.Key_Return)
    assert brushed.args == ["1998-02", "1998-04"]
    QTest.keyClick(histogram, Qt.Key.Key_End)
    QTest.keyClick(histogram, Qt.Key.Key_Home, _SHIFT)
    with qtbot.waitSignal(histogram.brushed) as brushed:
        QTest.keyClick(histogram, Qt.Key.Key_Space)
    assert brushed.args == ["1998-01", "1999-12"]


def test_the_keyboard_sees_where_it_came_to(qtbot, histogram: Histogram) -> None:
    histogram.clearFocus()
    assert histogram.plot.current is None
    histogram.setFocus(Qt.FocusReason.TabFocusReason)
    assert (histogram.plot.current, histogram.plot.focused) == (23, True)
    histogram.clearFocus()
    histogram.show_bars(histogram.bars, [("1998-05", "1998-08")], per_issue=False)
    histogram.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert (histogram.plot.current, histogram.plot.focused) == (4, True)


def test_escape_lets_go_of_what_is_being_chosen_and_then_of_the_span(qtbot, histogram: Histogram) -> None:
    histogram.show_bars(histogram.bars, [("1998-05", "1998-08")], per_issue=False)
    assert histogram.plot.spans == (range(4, 8),)
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    QTest.keyClick(histogram, Qt.Key.Key_Left, _SHIFT)
    with qtbot.assertNotEmitted(histogram.cleared):
        QTest.keyClick(histogram, Qt.Key.Key_Escape)
    assert histogram.plot.spans == (range(4, 8),)
    with qtbot.waitSignal(histogram.cleared):
        QTest.keyClick(histogram, Qt.Key.Key_Escape)


def test_what_is_pointed_at_is_told_and_read_aloud(qtbot, histogram: Histogram) -> None:
    bars = [Bar("1998-01", 6, 4), Bar("1998-02", 0, 4), Bar("1998-03", 0, 0)]
    histogram.show_bars(bars, (), per_issue=False)
    assert histogram.accessibleDescription() == "1998-01 – 1998-03 · 6 篇 · 8 期 · 缺 1 个月"
    said = []
    for _ in bars:
        QTest.keyClick(histogram, Qt.Key.Key_Right)
        said.append(histogram.accessibleDescription())
    assert said == ["1998-01 · 6 篇 · 4 期", "1998-02 · 0 篇 · 4 期", "1998-03 · 没有存报"]
    histogram.show_bars(bars, (), per_issue=True)
    QTest.mouseMove(histogram, middle(histogram, 0))
    qtbot.waitUntil(lambda: histogram.accessibleDescription() == "1998-01 · 每期 1.5 篇 · 4 期")


def test_one_month_and_no_month_at_all(qtbot, histogram: Histogram) -> None:
    histogram.show_bars([Bar("1998-03", 2, 1)], [("1998-03", "1998-03")], per_issue=True)
    histogram.grab()
    with qtbot.waitSignal(histogram.brushed) as brushed:
        QTest.mouseClick(histogram, _LEFT, pos=QPoint(200, 50))
    assert brushed.args == ["1998-03", "1998-03"]
    histogram.show_bars([], (), per_issue=False)
    histogram.grab()
    with qtbot.assertNotEmitted(histogram.brushed):
        QTest.mouseClick(histogram, _LEFT, pos=QPoint(200, 50))
        QTest.keyClick(histogram, Qt.Key.Key_Right)
        QTest.keyClick(histogram, Qt.Key.Key_Return)


def test_thirty_years_fit_a_narrow_pane(histogram: Histogram) -> None:
    histogram.show_bars(months(360), (), per_issue=False)
    assert len(histogram.plot.columns) == 30
    assert histogram.plot.strip(range(1)).width() >= 7
    histogram.resize(1300, 104)
    assert len(histogram.plot.columns) == 360


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(count=st.integers(1, 1500), width=st.integers(60, 1500), per_issue=st.booleans())
def test_every_column_stands_within_and_can_be_clicked(
    histogram: Histogram, count: int, width: int, per_issue: bool
) -> None:
    histogram.resize(width, 104)
    histogram.show_bars(months(count), (), per_issue=per_issue)
    plot = histogram.plot
    for place, column in enumerate(plot.columns):
        bar = plot.bar(place)
        assert bar.isEmpty() == (not column.articles)
        assert bar.isEmpty() or plot.box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(bar)
        assert plot.place_at(plot.strip(range(place, place + 1)).center().x()) == place
    assert plot.box.right() <= width + 0.01


def painted(
    name: ThemeName, ratio: float, bars: list[Bar], *, per_issue: bool = False
) -> tuple[QImage, Plot]:
    theme = load_theme(name)
    plot = Plot(gather(bars, 99), plot_box(260, 104, "99"), per_issue)
    image = QImage(round(260 * ratio), round(104 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.chrome))
    painter = QPainter(image)
    paint_plot(painter, plot, theme)
    painter.end()
    return image, plot


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_bars_are_sharp_at_any_scale(qtbot, name: ThemeName, ratio: float) -> None:
    theme = load_theme(name)
    image, plot = painted(name, ratio, [Bar(month_of(place), place % 5 + 1, 4) for place in range(12, 49)])
    row = round((plot.box.bottom() - 4) * ratio)
    start, end = round(plot.box.left() * ratio), round(plot.box.right() * ratio)
    colours = {image.pixelColor(x, row).name() for x in range(start, end)}
    assert colours == {theme.muted.lower(), theme.chrome.lower()}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("per_issue", [False, True])
def test_a_gap_in_the_holdings_is_not_drawn_as_silence(qtbot, name: ThemeName, per_issue: bool) -> None:
    bars = [Bar("1998-01", 4, 4), Bar("1998-02", 0, 4), Bar("1998-03", 0, 0), Bar("1998-04", 1, 4)]
    image, plot = painted(name, 1.0, bars, per_issue=per_issue)

    def colours(place: int) -> set[str]:
        box = plot.strip(range(place, place + 1)).adjusted(2, 2, -2, -3).toRect()
        return {
            image.pixelColor(x, y).name()
            for x in range(box.left(), box.right())
            for y in range(box.top(), box.bottom())
        }

    assert colours(1) == {load_theme(name).chrome.lower()}
    assert len(colours(2)) > 1


def test_heights_are_told_in_few_figures() -> None:
    assert [number_text(value) for value in (0, 3, 0.4567, 3.14, 12.6, 1204.2)] == [
        "0", "3", "0.46", "3.1", "13", "1,204",
    ]  # fmt: skip


@given(st.floats(0, 500), st.floats(0, 500), st.floats(0, 50), st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0]))
def test_snapped_edges_lie_on_device_pixels(left: float, top: float, size: float, ratio: float) -> None:
    box = snapped(QRectF(left, top, size, size), ratio)
    for edge in (box.left(), box.top(), box.right(), box.bottom()):
        assert edge * ratio == pytest.approx(round(edge * ratio), abs=1e-6)
    assert box.width() * ratio >= 0.999
    assert box.height() * ratio >= 0.999
