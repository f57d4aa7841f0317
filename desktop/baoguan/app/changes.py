"""What a command changed, told once to everything that shows it."""

from dataclasses import dataclass

from baoguan.domain.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of thing a command changed; each view decides whether to draw again.

    ``articles`` names the articles concerned; empty with a flag set means any.
    """

    pages: bool = False
    articles: frozenset[ArticleId] = frozenset()
    annotations: bool = False
    statistics: bool = False
    index: bool = False
    saved_searches: bool = False
