"""Which characters of an article a selection means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.errors import NotFound

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


def place_of(archive: Archive, selection: Selection) -> Span | None:
    """Return the span selected: as given, or that of the statistic or the annotation selected."""
    if selection.span is not None:
        return selection.span
    try:
        if selection.statistic is not None:
            statistic = archive.statistic(selection.statistic).statistic
            return Span(statistic.start, statistic.end)
        if selection.annotation is not None:
            return archive.annotation(selection.annotation).span
    except NotFound:  # undone or read again since it was selected
        return None
    return None
