"""An article as a search looks into it."""

from collections.abc import Callable
from functools import cached_property

from baoguan.domain.article import RUNNING_TEXT, TITLE_BLOCK, Role, Span
from baoguan.domain.query import Field
from baoguan.domain.records import ArticleText
from baoguan.index.fold import (
    Folded,
    expansions,
    fold,
    fold_article_own,
    fold_text,
    has_variants,
    unfold_article,
)

_ROLES = {
    Field.TITLE: TITLE_BLOCK,
    Field.BODY: RUNNING_TEXT,
    Field.BYLINE: frozenset({Role.BYLINE}),
    Field.SECTION: frozenset({Role.SECTION}),
    Field.CAPTION: frozenset({Role.CAPTION, Role.CREDIT}),
}


class Ground:
    """A folded text to look in; its offsets into the original are worked out only when asked for."""

    def __init__(self, original: str, folded: str, unfold: Callable[[], Folded]) -> None:
        self.original = original
        self.folded = folded
        self._unfold = unfold

    @classmethod
    def of(cls, text: str) -> "Ground":
        """Return the ground of a note, a tag or a name."""
        return cls(text, fold_text(text), lambda: fold(text))

    @cached_property
    def offsets(self) -> Folded:
        """Where each folded character comes from."""
        return self._unfold()

    @cached_property
    def expands(self) -> bool:
        """Whether some original character folds to several."""
        return expansions().stand_in(self.original)


class Subject:
    """One article under search: what is printed, and what stands beside it."""

    def __init__(self, article: ArticleText) -> None:
        self.article = article
        self.printed = Ground(
            article.text,
            article.folded,
            lambda: unfold_article(article.text, article.passages, article.folded),
        )

    @cached_property
    def own(self) -> Ground:
        """What is printed, in its own script; offsets are those of ``printed``."""
        text = self.article.text
        if not has_variants(text):
            return self.printed
        return Ground(text, fold_article_own(text, self.article.passages), lambda: self.printed.offsets)

    @cached_property
    def notes(self) -> tuple[Ground, ...]:
        """The notes on the article."""
        return tuple(map(Ground.of, self.article.notes))

    @cached_property
    def tags(self) -> tuple[Ground, ...]:
        """The tags on the article."""
        return tuple(map(Ground.of, self.article.tags))

    def beside(self, field: Field) -> tuple[Ground, ...]:
        """Return the notes and tags in which a field is looked for."""
        if field is Field.ANY and (self.article.notes or self.article.tags):
            return self.notes + self.tags
        if field is Field.NOTE:
            return self.notes
        return self.tags if field is Field.TAG else ()

    def in_print(self, field: Field, start: int) -> bool:
        """Tell whether the printed character at a folded offset belongs to a field."""
        if field is Field.ANY:
            return True
        roles = _ROLES.get(field)
        return roles is not None and self.role_at(self.printed.offsets.origin[start]) in roles

    def role_at(self, place: int) -> Role | None:
        """Return what the printed character at an original offset is."""
        return next((role for role, start, end in self.article.passages if start <= place < end), None)

    def original(self, start: int, end: int) -> Span:
        """Return the printed characters of a folded range."""
        return self.printed.offsets.original_span(start, end)
