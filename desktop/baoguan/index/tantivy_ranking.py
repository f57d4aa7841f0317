"""The order of hits: lifted ones first, then by BM25 of the words, then the newest; or by date."""

from collections.abc import Sequence

from tantivy import DocAddress, Occur, Query, Searcher
from tantivy import Order as Direction

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Order
from baoguan.index.engine import Wanted
from baoguan.index.field_names import words_in
from baoguan.index.ranking import RankedWord
from baoguan.index.tantivy_query import Asking, counted
from baoguan.index.tantivy_schema import NEWEST, OLDEST, article_at, article_from_oldest
from baoguan.index.tree import Both, Sought, Without

_BLOCK = 512
"""Hits are scored in blocks of so many, so that any two portions agree on the order of equal scores."""

Ranked = list[tuple[ArticleId, float]]


def ranked(
    searcher: Searcher, asking: Asking, wanted: Wanted, first: int, last: int
) -> tuple[Ranked, int | None]:
    """Return the articles at places ``first`` to ``last`` of the order, each with its score.

    And how many articles there are in all, None where only some were looked through.
    """
    if first >= last:
        return [], None
    if wanted.order is not Order.RANK:
        return _dated(searcher, asking.exactly(wanted.tree), wanted.order, first, last)
    found: Ranked = []
    passed = 0
    above: list[Sought] = []
    for lift in (*wanted.lifts, None):
        if passed >= last:
            return found, None
        lifted = () if lift is None else (lift,)
        tier = Both((wanted.tree, *lifted, *map(Without, above)))
        begin, end = max(0, first - passed), last - passed
        portion, held = _portion(searcher, asking, tier, wanted.words, begin, end)
        found += portion
        passed += held
        above += lifted if held else ()  # to look for what nothing has would be dear
    return found, passed


def _portion(
    searcher: Searcher, asking: Asking, tier: Sought, words: Sequence[RankedWord], first: int, last: int
) -> tuple[Ranked, int]:
    """Return a portion of a tier's articles in order, and how many the tier has."""
    query = asking.exactly(tier)
    if not words:
        return _dated(searcher, query, Order.NEWEST, first, last)
    scored = _scored(asking, query, words)
    start = first - first % _BLOCK
    stop = last + -last % _BLOCK
    result = searcher.search(scored, stop - start, offset=start)
    hits = result.hits
    found: Ranked = []
    for at in range(0, len(hits), _BLOCK):
        found += _sorted(searcher, hits[at : at + _BLOCK])
    return found[first - start : last - start], counted(result)


def _scored(asking: Asking, query: Query, words: Sequence[RankedWord]) -> Query:
    scoring = [
        (Occur.Should, Query.boost_query(asking.counted_term(words_in(word.field), word.text), word.weight))
        for word in words
    ]
    return Query.boolean_query([(Occur.Must, Query.const_score_query(query, 0.0)), *scoring])


def _sorted(searcher: Searcher, hits: Sequence[tuple[float, DocAddress]]) -> Ranked:
    """Return scored hits with those of equal score newest first."""
    places = searcher.fast_field_values(NEWEST, [address for _, address in hits])
    keyed = sorted(((score, place) for (score, _), place in zip(hits, places, strict=True)), reverse=True)
    return [(article_at(int(place or 0)), score) for score, place in keyed]


def _dated(searcher: Searcher, query: Query, order: Order, first: int, last: int) -> tuple[Ranked, int]:
    """Return a portion of a query's articles by date, and how many it has."""
    oldest = order is Order.OLDEST
    result = searcher.search(
        query,
        last - first,
        offset=first,
        order_by_field=OLDEST if oldest else NEWEST,
        order=Direction.Asc if oldest else Direction.Desc,
    )
    article = article_from_oldest if oldest else article_at
    return [(article(place), 0.0) for place, _ in result.hits], counted(result)
