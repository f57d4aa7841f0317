"""The window's style sheet; ``@role;`` stands for a colour of the theme."""

_BARS = """
* { outline: none; }
QMainWindow, QWidget#header, QWidget#pane, QStatusBar { background: @chrome; }
QMainWindow::separator { background: @rule; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QMenuBar { background: @chrome; padding: 2px 8px; border: none; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @paper; border: 1px solid @rule; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selected; color: @ink; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @rule; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QStatusBar QLabel { color: @muted; font-size: 12px; padding: 0 12px; }
QStatusBar { border-top: 1px solid @rule; color: @muted; }
QStatusBar::item { border: none; }
QToolTip { background: @paper; color: @ink; border: 1px solid @rule; padding: 4px 6px; }
QWidget#header { border-bottom: 1px solid @rule; }
QDockWidget { border: none; }
QWidget#dock-title { background: @chrome; }
QLabel#dock-name { color: @muted; font-weight: bold; font-size: 12px; }
QLabel#seal { color: @accent; }
"""

_CONTROLS = """
QToolButton { border: none; border-radius: 4px; padding: 5px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @selected; }
QToolButton#dot { padding: 3px; }
QToolButton:focus { background: @hover; }
QToolButton#choice, QToolButton#switch { padding: 2px 8px; font-size: 12px; color: @muted; min-height: 20px; }
QToolButton#choice:checked { color: @accent; background: @selected; font-weight: bold; }
QToolButton#switch { padding: 2px 5px; }
QToolButton#switch:checked { color: @ink; background: @selected; }
QToolButton#tab { padding: 4px 8px; font-size: 12px; font-weight: bold; color: @muted; border-radius: 0;
    border-bottom: 2px solid transparent; }
QToolButton#tab:checked { color: @ink; background: transparent; border-bottom-color: @accent; }
QToolButton#tab:hover, QToolButton#tab:focus { color: @ink; background: @hover; }
QToolButton#step { border: 1px solid @muted; padding: 3px 10px; }
QToolButton#order { padding: 4px 8px; font-size: 12px; color: @muted; }
QToolButton#order::menu-indicator, QToolButton#field::menu-indicator { image: none; }
QToolButton#tool { padding: 3px; }
QToolButton#field { background: @paper; border: 1px solid @rule; padding: 3px 6px; }
QToolButton#field:focus { border-color: @accent; }
QPushButton { border: 1px solid @rule; border-radius: 4px; padding: 4px 14px; background: @paper; }
QFrame#floating QPushButton { padding: 4px 8px; }
QPushButton:hover, QPushButton:focus { border-color: @muted; background: @hover; }
QPushButton:disabled { color: @muted; }
QPushButton#link { border: none; background: transparent; color: @accent; padding: 2px 6px; font-size: 12px; }
QPushButton#link:hover, QPushButton#link:focus { background: @hover; }
QPushButton#primary { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton#primary:hover, QPushButton#primary:focus { border-color: @ink; }
QPushButton#primary:disabled { background: @hover; color: @muted; border-color: @rule; }
QLineEdit, QPlainTextEdit { background: @paper; border: 1px solid @rule; border-radius: 4px; padding: 3px 8px;
    selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: @accent; }
QLineEdit[trouble="true"] { background: @error; border-color: @accent; }
SearchField { font-size: 15px; min-height: 26px; border-radius: 6px; }
SearchField#name { font-size: 13px; min-height: 0; border-radius: 4px; }
QProgressBar { background: @hover; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
"""

_LISTS = """
QTreeView, QListView, QTableView { background: @chrome; border: none; }
QTableView { gridline-color: @rule; selection-background-color: @selected; selection-color: @ink; }
QTreeView::branch { background: transparent; }
QTreeView::item:selected, QTreeView::branch:selected { background: @selected; }
QHeaderView { background: @chrome; border: none; }
QHeaderView::section { background: @chrome; color: @muted; border: none; border-bottom: 1px solid @rule;
    padding: 0 8px; font-size: 12px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QHeaderView::section:hover { color: @ink; }
QTableCornerButton::section { background: @chrome; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @rule; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_WORDS = """
QLabel#count { color: @ink; font-size: 13px; }
QLabel#receipt, QLabel#quiet { color: @muted; font-size: 12px; }
QLabel#trouble { color: @accent; font-size: 12px; }
QLabel#card-title { color: @ink; font-weight: bold; font-size: 14px; }
QLabel#receipt[trouble="true"] { color: @accent; }
QLabel#scripts { color: @muted; border: 1px solid @rule; border-radius: 4px; padding: 3px 8px;
    font-size: 12px; }
QLabel#scripts[active="true"] { color: @accent; border-color: @accent; }
QLabel#empty-title { color: @ink; font-size: 15px; }
QLabel#empty-hint { color: @muted; font-size: 13px; }
QWidget#banner { border-top: 1px solid @rule; }
QWidget#banner[tone="error"] { background: @error; }
QWidget#banner[tone="warning"] { background: @warning; }
QWidget#banner[tone="success"] { background: @success; }
"""

SHEET = _BARS + _CONTROLS + _LISTS + _WORDS
