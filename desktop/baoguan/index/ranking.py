"""By which words hits are ranked, and what a word is worth in each part of an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from baoguan.domain.query import All, AnyOf, Field, Near, Node, Term
from baoguan.index.analysis import WordField, words
from baoguan.index.fold import fold_text
from baoguan.index.vocabulary import PLAIN, Segmenter

BOOSTS = {WordField.TITLE: 4.0, WordField.DECK: 2.5, WordField.BODY: 1.0, WordField.CAPTION: 0.6}
_RANKED_IN = {Field.TITLE: (WordField.TITLE, WordField.DECK), Field.CAPTION: (WordField.CAPTION,)}
_MOST_WORDS = 32
_MOST_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class RankedWord:
    """A word that raises the score of articles holding it in a part, by BM25 times a weight."""

    text: str
    field: WordField
    weight: float


def ranked_words(tree: Node, segmenter: Segmenter = PLAIN) -> tuple[RankedWord, ...]:
    """Return the words of a query that rank its hits, not those it excludes."""
    found: dict[RankedWord, None] = {}
    seen: set[str] = set()
    for text, field in _sought(tree):
        for word in words(fold_text(text[:_MOST_CHARACTERS]), segmenter):
            if len(seen | {word}) > _MOST_WORDS:
                break
            seen.add(word)
            parts = _RANKED_IN.get(field, tuple(WordField))
            found.update((RankedWord(word, part, BOOSTS[part]), None) for part in parts)
    return tuple(found)


def _sought(node: Node) -> Iterable[tuple[str, Field]]:
    match node:
        case Term(text=text, field=field, wild=wild):
            yield from ((piece, field) for piece in (text.replace("?", "*").split("*") if wild else (text,)))
        case Near(terms=terms, field=field):
            yield from ((text, field) for text in terms)
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _sought(part)
        case _:
            return
