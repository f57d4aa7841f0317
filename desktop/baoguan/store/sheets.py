"""What is handed to the catalogue to be filed, and what it answers."""

from dataclasses import dataclass

from baoguan.domain.article import Article
from baoguan.domain.ids import AnnotationId, ArticleId, SourceId
from baoguan.domain.rearrangement import Rearrangement
from baoguan.domain.statistic import Statistic


@dataclass(frozen=True, slots=True)
class Source:
    """An original file: ``size`` in bytes, ``encoding`` as the reader found it."""

    id: SourceId
    name: str
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One of the files that a page was read from.

    ``path`` is that in their package, ``role`` is structure, text or image.
    """

    source: Source
    path: str
    role: str


@dataclass(frozen=True, slots=True)
class Said:
    """What readers say of a page's layout: the decisions they reject, by key, and what they did by hand."""

    rejected: frozenset[str] = frozenset()
    rearranged: tuple[Rearrangement, ...] = ()


@dataclass(frozen=True, slots=True)
class Relaid:
    """The articles that another layout concerns, and where annotations were that it took elsewhere."""

    articles: frozenset[ArticleId]
    moved: dict[AnnotationId, ArticleId]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article ready to be filed; ``folded`` is its text as the index folds it.

    ``rules`` are those that the statistics were read by.
    """

    article: Article
    folded: str
    statistics: tuple[Statistic, ...]
    rules: str
