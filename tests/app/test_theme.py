"""Both themes have every role, and text in them can be read."""

import re
from dataclasses import asdict

import pytest

from baoguan.app.theme import THEMES, Theme, ThemeName, load_theme

TEXT = ("ink", "muted", "accent", "money", "percent", "count", "time", "other")
GROUNDS = ("paper", "chrome", "hover", "selected")
BEHIND_INK = ("hit", "current_hit", "error", "warning", "success")


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, by WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, by WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    name: ThemeName = request.param
    return load_theme(name)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_every_role_is_a_colour(theme: Theme) -> None:
    roles = asdict(theme)
    assert roles.pop("name") in THEMES
    annotations = roles.pop("annotations")
    assert len(set(annotations)) == 5
    for colour in [*roles.values(), *annotations]:
        assert re.fullmatch(r"#[0-9A-F]{6}", colour)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


def test_ink_can_be_read_over_marks_and_banners(theme: Theme) -> None:
    grounds = [*(getattr(theme, role) for role in BEHIND_INK), *theme.annotations]
    assert min(contrast(theme.ink, ground) for ground in grounds) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_colours_of_statistics_differ(theme: Theme) -> None:
    assert len({theme.money, theme.percent, theme.count, theme.time, theme.other}) == 5
