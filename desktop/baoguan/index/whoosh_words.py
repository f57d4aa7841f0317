"""Words of the index by their beginnings."""

from collections.abc import Sequence
from heapq import heappush, heappushpop

from baoguan.domain.query import Suggestion
from baoguan.index.analysis import WordField
from baoguan.index.whoosh_leaf import Leaf
from baoguan.index.whoosh_postings import frequency
from baoguan.index.whoosh_schema import word_field

_FIELDS = tuple(map(word_field, WordField))


def frequent_words(leaves: Sequence[Leaf], prefix: str, limit: int) -> list[Suggestion]:
    """Return the words that begin with a prefix and how many articles hold each, most frequent first."""
    most: dict[str, int] = {}
    for leaf in leaves:
        for field in _FIELDS:
            for word, packed in leaf.terms(field, prefix):
                most[word] = most.get(word, 0) + frequency(packed)
    best: list[tuple[int, _Backwards]] = []
    # An article that holds a word in two parts counts once, so what was added up is the most there can be.
    for word in sorted(most, key=lambda one: (-most[one], one)):
        if len(best) >= limit and (not limit or most[word] < best[0][0]):
            break
        if articles := sum(_holding(leaf, word).bit_count() for leaf in leaves):
            (heappush if len(best) < limit else heappushpop)(best, (articles, _Backwards(word)))
    return [Suggestion(str(word), articles) for articles, word in sorted(best, reverse=True)]


class _Backwards(str):
    """A word that sorts after those it would stand before, so that the last of equals is let go first."""

    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)


def _holding(leaf: Leaf, word: str) -> int:
    found = 0
    for field in _FIELDS:
        found |= leaf.holding(field, word)
    return found & leaf.alive
