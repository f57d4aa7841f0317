from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from baoguan.ui.window.main_window import MainWindow

Settle = Callable[[MainWindow], None]
_PICTURED = ("view.page_rotate", "view.page_lines", "view.page_clip")


def test_the_menu_offers_for_a_page_what_can_be_done_with_it(window: MainWindow, settle: Settle) -> None:
    assert not [name for name in _PICTURED if window.gathered[name].isEnabled()]
    bar = window.docks.page.bar
    bar.show_pictured(True)
    window.gathered.refresh()
    assert [name for name in _PICTURED if window.gathered[name].isEnabled()] == list(_PICTURED)
    window.gathered["view.page_lines"].trigger()
    assert bar.buttons["lines"].isChecked()
    before = window.docks.page.canvas.quarters
    window.gathered["view.page_rotate"].trigger()
    assert window.docks.page.canvas.quarters == (before + 1) % 4
    QApplication.processEvents()
