"""What an article is found by: grams decide whether, words decide in what order.

Every folded character and every pair of neighbours is a gram, punctuation included, so that any
string of one or more characters has its grams in every article that holds it. Words are jieba's;
a word that jieba cuts differently in query and article costs rank, never a hit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from baoguan.domain.article import Role
from baoguan.domain.records import ArticleText
from baoguan.index.fold import WALL, fold_text
from baoguan.index.vocabulary import tokenizer


class WordField(StrEnum):
    """Where a word stands, weightiest first."""

    TITLE = "title"
    DECK = "deck"
    BODY = "body"
    CAPTION = "caption"


_WORD_FIELDS = {
    Role.HEADLINE: WordField.TITLE,
    Role.KICKER: WordField.DECK,
    Role.DECK: WordField.DECK,
    Role.CAPTION: WordField.CAPTION,
    Role.CREDIT: WordField.CAPTION,
}

# jieba's time grows with the square of a run of characters that its dictionary does not know.
_SLICE = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """What an engine keeps of one article; ``imprint`` are the grams of its newspaper and page."""

    grams: frozenset[str]
    imprint: frozenset[str]
    words: Mapping[WordField, tuple[str, ...]]


def grams(folded: str) -> frozenset[str]:
    """Return every character of folded text and every two neighbours, none across a wall."""
    found: set[str] = set()
    for piece in folded.split(WALL):
        found.update(piece)
        found.update(map(str.__add__, piece, piece[1:]))
    return frozenset(found)


def needed_grams(folded: str) -> tuple[str, ...]:
    """Return the grams that text must have to hold a folded string, each once, in order."""
    if len(folded) < 2:
        return tuple(folded)
    return tuple(dict.fromkeys(map(str.__add__, folded, folded[1:])))


def words(folded: str) -> Iterator[str]:
    """Yield the words of folded text for ranking, long words and the words within them."""
    for start in range(0, len(folded), _SLICE):
        for word in tokenizer().cut_for_search(folded[start : start + _SLICE]):
            if word[0].isalnum() or word[-1].isalnum():
                yield word


def entry(article: ArticleText) -> Entry:
    """Return what an engine keeps of an article, its notes and tags included."""
    beside = [fold_text(text) for text in (*article.notes, *article.tags)]
    found = grams(WALL.join([article.folded, *beside]))
    cut: dict[WordField, list[str]] = {}
    for passage in article.passages:
        field = _WORD_FIELDS.get(passage.role, WordField.BODY)
        cut.setdefault(field, []).extend(words(fold_text(article.text[passage.start : passage.end])))
    for text in beside:
        cut.setdefault(WordField.BODY, []).extend(words(text))
    imprint = grams(WALL.join(map(fold_text, (article.title, article.page))))
    return Entry(found, imprint, {field: tuple(listed) for field, listed in cut.items()})
