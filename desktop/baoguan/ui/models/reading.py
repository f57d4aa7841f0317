"""Everything that is shown of one article, read off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baoguan.app.selection import Selection
from baoguan.domain.annotation import Anchored, Annotation
from baoguan.domain.article import Span
from baoguan.domain.errors import NotFound
from baoguan.domain.ids import ArticleId
from baoguan.domain.records import ArticleRecord, DecisionRecord, PageContent, StatisticRecord
from baoguan.ui.models.decisions import lines_text, source_lines, unsure
from baoguan.ui.models.place import place_of

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with all that is marked in it; ``decisions`` are the unsure ones about its lines."""

    record: ArticleRecord
    lines: str
    """Where it stands in its source."""
    decisions: tuple[DecisionRecord, ...]
    numbers: tuple[StatisticRecord, ...]
    notes: tuple[Anchored, ...]
    parts: tuple[ArticleRecord, ...]
    """All of it that is printed on several pages, itself among them; none where it is on one."""
    hits: tuple[Span, ...]
    place: Span | None


def read_article(archive: Archive, article: ArticleId, selection: Selection) -> Reading | None:
    """Read an article with all that is marked in it; None where it is gone."""
    try:
        record = archive.article(article)
        content = archive.page(record.page.id)
    except NotFound:  # the page was read again since it was selected
        return None
    return Reading(
        record,
        _lines(record, content),
        unsure(record.article, content.decisions),
        archive.article_statistics(article),
        archive.annotations(article),
        _parts(archive, article),
        archive.marks(article, selection.query) if selection.query else (),
        place_of(archive, selection),
    )


def only_amends(annotation: Annotation) -> bool:
    """Tell whether an annotation says how a number reads, and nothing beside it."""
    return annotation.amendment is not None and not (annotation.note or annotation.tags)


def _parts(archive: Archive, article: ArticleId) -> tuple[ArticleRecord, ...]:
    parts = archive.parts(article)
    return tuple(archive.article(part) for part in parts) if len(parts) > 1 else ()


def _lines(record: ArticleRecord, content: PageContent) -> str:
    others = {note.source_line for note in content.notes}
    for other in content.articles:
        if other.id != record.id:
            others |= source_lines(other.article)
    return lines_text(source_lines(record.article), others)
