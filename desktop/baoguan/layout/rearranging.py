"""What a reader says of a layout by hand, done to it; every line stays in exactly one part."""

from collections.abc import Sequence

from baoguan.domain.article import PageLayout
from baoguan.domain.rearrangement import Rearrangement
from baoguan.layout.drafts import Source


def rearrange(layout: PageLayout, source: Source, acts: Sequence[Rearrangement]) -> PageLayout:
    """Return the layout as the acts leave it, done in their order."""
    return layout
