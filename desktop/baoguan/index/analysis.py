"""What an article is found by: its folded text decides whether, words decide in what order.

Every part of an article is folded and kept apart by walls, so that any string of one or more
characters can be looked for in it. Words are jieba's; a word that jieba cuts differently in query
and article costs rank, never a hit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import compress, pairwise

from baoguan.domain.article import RUNNING_TEXT, TITLE_BLOCK, Passage, Role
from baoguan.domain.query import Facet, Field
from baoguan.domain.records import ArticleText, FiledArticle, ReportedNumber
from baoguan.index.fold import LATIN, WALL, expansions, fold_article_own, fold_text, runs_on
from baoguan.index.script import is_mixed, script_flags
from baoguan.index.tree import Flag
from baoguan.index.vocabulary import PLAIN, Segmenter


class WordField(StrEnum):
    """Where a word stands, weightiest first."""

    TITLE = "title"
    DECK = "deck"
    BODY = "body"
    CAPTION = "caption"


_FIELDS = {
    **dict.fromkeys(TITLE_BLOCK, Field.TITLE),
    **dict.fromkeys(RUNNING_TEXT, Field.BODY),
    Role.BYLINE: Field.BYLINE,
    Role.SECTION: Field.SECTION,
    Role.CAPTION: Field.CAPTION,
    Role.CREDIT: Field.CAPTION,
}
PRINTED = (Field.TITLE, Field.BODY, Field.BYLINE, Field.SECTION, Field.CAPTION)
BESIDE = (Field.NOTE, Field.TAG)

_WORD_FIELDS = {
    Role.HEADLINE: WordField.TITLE,
    Role.KICKER: WordField.DECK,
    Role.DECK: WordField.DECK,
    Role.CAPTION: WordField.CAPTION,
    Role.CREDIT: WordField.CAPTION,
}

# jieba's time grows with the square of a run of characters that its dictionary does not know.
_SLICE = 1000
# What jieba itself takes for Chinese characters.
_NOT_HAN = re.compile("[^一-鿕]+")
_LATIN_WORD = re.compile(f"[{LATIN}]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What an engine keeps of one article.

    ``texts`` are the folded texts of ``PRINTED`` and ``BESIDE`` fields, pieces divided by ``WALL``.
    ``own`` are the printed ones folded in everything but their script, of an article flagged ``±`` alone.
    ``flags`` are what ``Flagged`` asks for: members of ``Flag``, and those of ``script_flags``.
    ``filed`` are its values of each facet.
    """

    texts: Mapping[Field, str]
    words: Mapping[WordField, tuple[str, ...]]
    flags: frozenset[str]
    date: date | None
    filed: Mapping[Facet, tuple[str, ...]]
    numbers: tuple[ReportedNumber, ...]
    own: Mapping[Field, str] = field(default_factory=dict)


def words(folded: str, segmenter: Segmenter = PLAIN) -> list[str]:
    """Return the words of folded text for ranking: of two or more characters, or Latin."""
    han = _NOT_HAN.sub(" ", folded)
    found: list[str] = []
    for start in range(0, len(han), _SLICE):
        listed = segmenter.cut(han[start : start + _SLICE])
        # Half the time of a comprehension, and every article has hundreds.
        found += compress(listed, map((1).__lt__, map(len, listed)))
    return found + _LATIN_WORD.findall(folded)


def entry(article: FiledArticle, segmenter: Segmenter = PLAIN) -> Entry:
    """Return what an engine keeps of an article, its notes and tags included."""
    text = article.text
    pieces = text.folded.split(WALL)
    roles = [passage.role for passage in _leading(text.passages)]
    texts = _by_field(roles, pieces)
    texts[Field.NOTE] = WALL.join(map(fold_text, text.notes))
    texts[Field.TAG] = WALL.join(map(fold_text, text.tags))
    cut_words: dict[WordField, list[str]] = {}
    for role, piece in zip(roles, pieces, strict=False):
        cut_words.setdefault(_WORD_FIELDS.get(role, WordField.BODY), []).extend(words(piece, segmenter))
    for beside in BESIDE:
        cut_words.setdefault(WordField.BODY, []).extend(words(texts[beside], segmenter))
    flags = frozenset(_flags(text))
    return Entry(
        {field: held for field, held in texts.items() if held},
        {field: tuple(listed) for field, listed in cut_words.items() if listed},
        flags,
        text.date,
        _filed(article),
        article.numbers,
        _own(text, roles) if is_mixed(flags) else {},
    )


def _own(text: ArticleText, roles: list[Role]) -> dict[Field, str]:
    """Return what is printed in each field in its own script."""
    pieces = fold_article_own(text.text, text.passages).split(WALL)
    return {field: held for field, held in _by_field(roles, pieces).items() if held}


def _flags(text: ArticleText) -> Iterator[str]:
    beside = (*text.notes, *text.tags)
    if beside:
        yield Flag.BESIDE
    characters = set(text.text)
    yield from script_flags(characters)
    characters.update(*beside)
    if expansions().stand_in(characters) or not all(map(_is_unicode, (text.text, *beside))):
        yield Flag.UNSURE


def _is_unicode(text: str) -> bool:
    """Tell whether UTF-8 has bytes for a text: it has none for a lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _leading(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the first passage of each piece that print runs through."""
    listed = tuple(passages)
    yield from listed[:1]
    yield from (after for before, after in pairwise(listed) if not runs_on(before.role, after.role))


def _by_field(roles: list[Role], pieces: list[str]) -> dict[Field, str]:
    """Return the text of each printed field."""
    found: dict[Field, list[str]] = {}
    for role, piece in zip(roles, pieces, strict=False):
        found.setdefault(_FIELDS[role], []).append(piece)
    return {field: WALL.join(listed) for field, listed in found.items()}


def _filed(article: FiledArticle) -> dict[Facet, tuple[str, ...]]:
    text = article.text
    day = text.date
    return {
        Facet.TITLE: (text.title,),
        Facet.YEAR: (f"{day:%Y}",) if day else (),
        Facet.MONTH: (f"{day:%Y-%m}",) if day else (),
        Facet.SECTION: (text.section,) if text.section else (),
        Facet.BYLINE: tuple(dict.fromkeys(text.bylines)),
        Facet.TAG: tuple(dict.fromkeys(text.tags)),
        Facet.KIND: tuple(sorted(article.kinds)),
        Facet.HOLDING: ("figure",) * article.has_figure + ("annotation",) * article.has_annotation,
        Facet.PAGE: (fold_text(text.page),),
    }
