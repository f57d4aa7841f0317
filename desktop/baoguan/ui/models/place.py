"""Which characters of an article a selection means, and which selection means a statistic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.errors import NotFound
from baoguan.domain.records import StatisticRecord

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


def at_statistic(current: Selection, record: StatisticRecord) -> Selection:
    """Return the selection moved to where a statistic stands, the question kept."""
    number = record.statistic
    moved = current.at_article(record.page, record.article, Span(number.full_start, number.full_end))
    return replace(moved, statistic=record.id, issue=current.issue if record.page == current.page else None)
