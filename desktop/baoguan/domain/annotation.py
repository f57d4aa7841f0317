"""What readers write beside the articles."""

from dataclasses import dataclass, field
from datetime import datetime

from baoguan.domain.article import Span
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.domain.statistic import Statistic


@dataclass(frozen=True, slots=True)
class Target:
    """A place in an article's text, described so that it is found again when the text has moved.

    ``start`` and ``end`` are code points when it was made; ``exact`` the quoted text, ``prefix``
    and ``suffix`` up to 32 characters around it (W3C Web Annotation: TextPositionSelector and
    TextQuoteSelector). An empty ``exact`` targets the whole article.
    """

    start: int = 0
    end: int = 0
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a reader says of a number in an article: how it should read, or None that it reports nothing.

    The offsets of ``statistic`` are those of the article's text when it was said.
    """

    statistic: Statistic | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note, tags, or both, on a place in an article. ``colour`` is 0 to 4.

    With an ``amendment`` the place is a number, and what is said of it stands in place of what was read.
    """

    id: AnnotationId
    article: ArticleId
    target: Target
    created: datetime
    modified: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: int = 0
    amendment: Amendment | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """An annotation with the place it has now; ``span`` is None where the text no longer holds it."""

    annotation: Annotation
    span: Span | None
    headline: str = field(default="")
