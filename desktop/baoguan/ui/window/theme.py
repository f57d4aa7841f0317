"""A theme as the palette and style sheet of the whole window."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from baoguan.app.theme import Theme
from baoguan.ui.window.stylesheet import SHEET

_Role = QPalette.ColorRole


def apply(application: QApplication, theme: Theme) -> None:
    """Dress the application in a theme."""
    application.setPalette(palette(theme))
    application.setStyleSheet(stylesheet(theme))


def palette(theme: Theme) -> QPalette:
    """Return the colours for everything that the style draws itself."""
    made = QPalette()
    for role, colour in {
        _Role.Window: theme.chrome,
        _Role.WindowText: theme.ink,
        _Role.Base: theme.paper,
        _Role.AlternateBase: theme.chrome,
        _Role.Text: theme.ink,
        _Role.PlaceholderText: theme.muted,
        _Role.Button: theme.chrome,
        _Role.ButtonText: theme.ink,
        _Role.ToolTipBase: theme.paper,
        _Role.ToolTipText: theme.ink,
        _Role.Highlight: theme.accent,
        _Role.HighlightedText: theme.on_accent,
        _Role.Link: theme.accent,
        _Role.Mid: theme.rule,
        _Role.Midlight: theme.rule,
        _Role.Light: theme.chrome,
        _Role.Dark: theme.rule,
        _Role.Shadow: theme.rule,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made


def stylesheet(theme: Theme) -> str:
    """Return the style sheet with a theme's colours put in."""
    sheet = SHEET
    for role in ("on_accent", "paper", "chrome", "hover", "selected", "rule", "ink", "muted", "accent",
                 "error", "warning", "success"):  # fmt: skip
        sheet = sheet.replace(f"@{role};", f"{getattr(theme, role)};")
    return sheet
