"""How many articles are filed under what, and which words they hold."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tantivy import Query, Searcher

from baoguan.domain.query import Facet, Suggestion
from baoguan.index.analysis import WordField
from baoguan.index.tantivy_query import Asking, count, either
from baoguan.index.tantivy_schema import COUNTED, JOINED, filed_value, words_in

_MOST_VALUES = 65_000
"""Tantivy counts no more different values at once."""


def counted(searcher: Searcher, query: Query, facets: Collection[Facet]) -> Mapping[Facet, Mapping[str, int]]:
    """Return for each facet how many of a query's articles are filed under each of its values."""
    columns = {COUNTED[facet] for facet in facets}
    wanted = {column: {"terms": {"field": column, "size": _MOST_VALUES}} for column in columns}
    found = searcher.aggregate(query, wanted) if wanted else {}
    counts = {column: _buckets(found[column]) for column in columns}
    return {facet: _of(facet, counts[COUNTED[facet]]) for facet in facets}


def _buckets(column: dict[str, Any]) -> dict[str, int]:
    return {bucket["key"]: int(bucket["doc_count"]) for bucket in column["buckets"]}


def _of(facet: Facet, counts: Mapping[str, int]) -> Mapping[str, int]:
    """Return the counts of a facet's values from those of its column."""
    if facet is Facet.YEAR:
        return _summed((month.rpartition("-")[0], articles) for month, articles in counts.items())
    if facet in JOINED:
        return _summed(
            (value, articles) for joined, articles in counts.items() for value in joined.split(" ")
        )
    return {filed_value(term): articles for term, articles in counts.items()}


def _summed(counts: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    summed: Counter[str] = Counter()
    for value, articles in counts:
        summed[value] += articles
    return summed


def words(searcher: Searcher, asking: Asking, prefix: str, limit: int) -> list[Suggestion]:
    """Return the words that begin with a prefix, those in most articles first."""
    most: Counter[str] = Counter()
    for part in WordField:
        for word, articles in searcher.terms_with_prefix(words_in(part), prefix):
            most[word] += articles
    found: list[Suggestion] = []
    # A word in several parts of an article was counted for each, so the sums are bounds from above.
    for word, bound in sorted(most.items(), key=lambda held: (-held[1], held[0])):
        if len(found) >= limit and found[limit - 1].articles > bound:
            break
        held = either([asking.term(words_in(part), word) for part in WordField])
        if articles := count(searcher, held):
            found.append(Suggestion(word, articles))
            found.sort(key=lambda word: (-word.articles, word.text))
    return found[:limit]
