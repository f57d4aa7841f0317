import re

import pytest
from PySide6.QtGui import QPalette

from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.ui.window.theme import palette, stylesheet


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_the_sheet_comes_from_the_theme(name: ThemeName) -> None:
    theme = load_theme(name)
    sheet = stylesheet(theme)
    assert "@" not in sheet
    said = set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet))
    assert said <= {value for value in map(theme.__getattribute__, theme.__slots__) if isinstance(value, str)}
    assert palette(theme).color(QPalette.ColorRole.Base).name().upper() == theme.paper.upper()
