"""What a user can change. A command does, can undo, and says what it changed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from baoguan.annotate.anchor import describe, find
from baoguan.app.changes import Changes
from baoguan.app.dictionary import write_dictionary
from baoguan.app.relaying import Homes, lay_out_again, rejected
from baoguan.domain.annotation import Annotation
from baoguan.domain.article import Span
from baoguan.domain.ids import AnnotationId, ArticleId, DecisionId, PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.rearrangement import Rearrangement
from baoguan.store.sheets import Said

if TYPE_CHECKING:
    from baoguan.app.archive import Archive


class Command(Protocol):
    """A change: done, undone and done again by ``Archive.do`` and ``Archive.undo``."""

    @property
    def label(self) -> Bilingual:
        """What the change is called in the menu: 撤销 followed by this."""

    def do(self, archive: Archive) -> Changes:
        """Make the change."""

    def undo(self, archive: Archive) -> Changes:
        """Take it back."""


@dataclass(frozen=True, slots=True)
class AddAnnotation:
    """Write a note, tags, or both, on a span of an article; None is the whole article."""

    article: ArticleId
    span: Span | None
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: int = 0
    id: AnnotationId = field(default_factory=lambda: AnnotationId(str(uuid.uuid4())))

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("加批注", "Add Note") if self.note else Bilingual("加标签", "Add Tag")

    def do(self, archive: Archive) -> Changes:
        """Write it."""
        text = archive.article(self.article).article.text
        now = datetime.now(UTC)
        target = describe(text, self.span)
        archive.catalogue.annotations.put(
            Annotation(self.id, self.article, target, now, now, self.note, self.tags, self.colour), find
        )
        return _annotated(self.article)

    def undo(self, archive: Archive) -> Changes:
        """Remove it."""
        return _annotated(archive.catalogue.annotations.remove(self.id, find))


@dataclass(slots=True)
class EditAnnotation:
    """Replace the note, tags and colour of an annotation."""

    annotation: AnnotationId
    note: str
    tags: tuple[str, ...]
    colour: int
    _before: Annotation | None = None

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("改批注", "Edit Note")

    def do(self, archive: Archive) -> Changes:
        """Write the new content."""
        before = archive.catalogue.annotations.one(self.annotation)
        after = replace(
            before, note=self.note, tags=self.tags, colour=self.colour, modified=datetime.now(UTC)
        )
        archive.catalogue.annotations.put(after, find)
        self._before = before
        return _annotated(before.article)

    def undo(self, archive: Archive) -> Changes:
        """Write the former content."""
        if self._before is None:
            return Changes()
        archive.catalogue.annotations.put(self._before, find)
        return _annotated(self._before.article)


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Take an annotation away."""

    annotation: AnnotationId

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("删批注", "Delete Note")

    def do(self, archive: Archive) -> Changes:
        """Remove it."""
        changes = self._changes(archive)
        archive.catalogue.annotations.remove(self.annotation, find)
        return changes

    def undo(self, archive: Archive) -> Changes:
        """Bring it back."""
        archive.catalogue.annotations.restore(self.annotation, find)
        return self._changes(archive)

    def _changes(self, archive: Archive) -> Changes:
        annotation = archive.catalogue.annotations.one(self.annotation)
        return replace(_annotated(annotation.article), statistics=annotation.amendment is not None)


@dataclass(frozen=True, slots=True)
class ChangeDecision:
    """Reject a decision of the layout, or accept it again; the page is laid out anew from its original."""

    page: PageId
    decision: DecisionId
    rejected: bool

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("改版面判断", "Change Layout")

    def do(self, archive: Archive) -> Changes:
        """Lay the page out with the decision as wanted."""
        return self._lay_out(archive, self.rejected)

    def undo(self, archive: Archive) -> Changes:
        """Lay the page out with the decision as before."""
        return self._lay_out(archive, not self.rejected)

    def _lay_out(self, archive: Archive, rejected: bool) -> Changes:
        keys = frozenset(
            record.decision.key
            for record in archive.page(self.page).decisions
            if (rejected if record.id == self.decision else record.rejected)
        )
        said = Said(keys, archive.rearrangements(self.page))
        return lay_out_again(archive, self.page, said)[0]


@dataclass(slots=True)
class Rearrange:
    """Say more of a page's layout by hand, after what was said of it; it holds whenever it is read again."""

    page: PageId
    acts: tuple[Rearrangement, ...]
    _before: tuple[Rearrangement, ...] | None = field(default=None, init=False, repr=False)
    _moved: Homes = field(default_factory=dict, init=False, repr=False)

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("校正版面", "Correct Layout")

    def do(self, archive: Archive) -> Changes:
        """Lay the page out with it."""
        before = archive.rearrangements(self.page)
        changes, self._moved = lay_out_again(
            archive, self.page, Said(rejected(archive, self.page), (*before, *self.acts))
        )
        self._before = before
        return changes

    def undo(self, archive: Archive) -> Changes:
        """Lay the page out as before."""
        if self._before is None:
            return Changes()
        said = Said(rejected(archive, self.page), self._before)
        return lay_out_again(archive, self.page, said, self._moved)[0]


@dataclass(frozen=True, slots=True)
class KeepPages:
    """The pages an ingest filed: undone, they are out of sight; done again, back."""

    pages: tuple[PageId, ...]

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual(f"收入 {len(self.pages)} 版", f"Take In {len(self.pages)} Pages")

    def do(self, archive: Archive) -> Changes:
        """Bring the pages back."""
        archive.catalogue.filing.restore(self.pages)
        return Changes(pages=True, annotations=True, statistics=True)

    def undo(self, archive: Archive) -> Changes:
        """Take the pages out of sight."""
        archive.catalogue.filing.remove(self.pages)
        return Changes(pages=True, annotations=True, statistics=True)


@dataclass(slots=True)
class EditDictionary:
    """Replace the names that are added to the archive's words; only the order of hits changes by it."""

    text: str
    _before: str | None = None

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("改词典", "Edit Dictionary")

    def do(self, archive: Archive) -> Changes:
        """Write the new names."""
        self._before = archive.dictionary()
        write_dictionary(archive.folder, self.text)
        return Changes(index=True)

    def undo(self, archive: Archive) -> Changes:
        """Write the former names."""
        write_dictionary(archive.folder, self._before or "")
        return Changes(index=True)


def _annotated(article: ArticleId) -> Changes:
    return Changes(articles=frozenset({article}), annotations=True)
