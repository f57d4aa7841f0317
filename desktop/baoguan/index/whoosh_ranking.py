"""In which order articles stand: by lift, then by BM25F, then by date."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import compress
from math import log
from operator import neg
from typing import Any

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Order
from baoguan.index.engine import Wanted
from baoguan.index.ranking import RankedWord
from baoguan.index.tree import EVERYTHING
from baoguan.index.whoosh_leaf import K1, Leaf
from baoguan.index.whoosh_postings import truths
from baoguan.index.whoosh_schema import word_field
from baoguan.index.whoosh_tree import found

Leaves = Sequence[Leaf]
_UNDATED = 1 << 31


def ranked(leaves: Leaves, wanted: Wanted, first: int, last: int) -> list[tuple[ArticleId, float]]:
    """Return the articles at places ``first`` to ``last`` of the order, each with its score."""
    left = [found(leaf, wanted.tree) for leaf in leaves]
    if wanted.order is not Order.RANK:
        dated = _smallest(_dated(leaves, left, wanted.order), first, last)
        return [(ArticleId(article), 0.0) for _, article in dated]
    scores = _scores(leaves, left, wanted.words)
    portion: list[tuple[ArticleId, float]] = []
    for lift in (*wanted.lifts, EVERYTHING):
        lifted = [held & found(leaf, lift) for leaf, held in zip(leaves, left, strict=True)]
        left = [held & ~some for held, some in zip(left, lifted, strict=True)]
        size = sum(held.bit_count() for held in lifted)
        if first < size and last > 0:
            best = _smallest(_scored(leaves, lifted, scores), max(first, 0), min(last, size))
            portion.extend((ArticleId(article), -score) for score, _, article in best)
        first, last = first - size, last - size
    return portion


def _smallest(keys: Iterable[Any], first: int, last: int) -> list[Any]:
    return nsmallest(last, keys)[first:]


def _dated(leaves: Leaves, held: Sequence[int], order: Order) -> Iterator[tuple[int, int]]:
    """Yield what sorts articles by date, those undated last, and their numbers."""
    for leaf, some in zip(leaves, held, strict=True):
        chosen = truths(some)
        if order is Order.NEWEST:
            yield from zip(
                map(neg, compress(leaf.days, chosen)), compress(leaf.articles, chosen), strict=True
            )
        else:
            days = (day or _UNDATED for day in compress(leaf.days, chosen))
            yield from zip(days, compress(leaf.articles, chosen), strict=True)


def _scored(
    leaves: Leaves, held: Sequence[int], scores: Sequence[Sequence[float]]
) -> Iterator[tuple[float, int, int]]:
    """Yield what sorts articles by score, then newest first, and their numbers."""
    for leaf, some, of_leaf in zip(leaves, held, scores, strict=True):
        chosen = truths(some)
        yield from zip(
            map(neg, compress(of_leaf, chosen)),
            map(neg, compress(leaf.days, chosen)),
            compress(leaf.articles, chosen),
            strict=True,
        )


def _scores(leaves: Leaves, held: Sequence[int], words: Iterable[RankedWord]) -> list[list[float]]:
    """Return the BM25F score of each place of each segment, 0 for what is not held."""
    scores = [[0.0] * leaf.size for leaf in leaves]
    chosen = [truths(some).ljust(leaf.size, b"\0") for leaf, some in zip(leaves, held, strict=True)]
    total = sum(leaf.size for leaf in leaves)
    for word in words:
        lists = [leaf.postings(word_field(word.field), word.text) for leaf in leaves]
        frequency = sum(len(places) for places, _ in lists)
        if not frequency:
            continue
        average = sum(leaf.words(word.field) for leaf in leaves) / total
        worth = word.weight * (log(total / (frequency + 1)) + 1) * (K1 + 1)
        for leaf, (places, counts), some, score in zip(leaves, lists, chosen, scores, strict=True):
            damping = leaf.damping(word.field, average)
            for place, count in compress(zip(places, counts, strict=True), map(some.__getitem__, places)):
                score[place] += worth * count / (count + damping[place])
    return scores
