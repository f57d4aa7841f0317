"""The colours and typefaces of the program, as themes a person can read and edit."""

import tomllib
from dataclasses import dataclass
from typing import Literal, get_args

from baoguan.paths import resource

ThemeName = Literal["light", "dark"]
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)

SANS = "Baoguan Sans"
"""Family of the bundled sans (黑体): everything but articles and headlines."""

SERIF = "Baoguan Serif"
"""Family of the bundled serif (宋体): articles and the page."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour per role, each ``#RRGGBB``.

    ``paper`` is the ground of articles and pages, ``chrome`` of panes and bars; ``hit``,
    ``current_hit`` and the five ``annotations`` stand behind text in ``ink``; ``money`` to ``other``
    are the colours of statistics; ``error``, ``warning`` and ``success`` are grounds of banners.
    """

    name: ThemeName
    paper: str
    chrome: str
    hover: str
    selected: str
    rule: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    hit: str
    current_hit: str
    annotations: tuple[str, str, str, str, str]
    money: str
    percent: str
    count: str
    time: str
    other: str
    error: str
    warning: str
    success: str


def load_theme(name: ThemeName) -> Theme:
    """Return a theme read from ``resources/themes``."""
    roles = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name=name, **roles | {"annotations": tuple(roles["annotations"])})
