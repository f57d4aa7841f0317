"""How many articles are filed under what, and which words they hold."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tantivy import Query, Searcher

from baoguan.domain.query import Facet, Suggestion
from baoguan.index.analysis import WordField
from baoguan.index.field_names import words_in
from baoguan.index.tantivy_query import Asking, count, either
from baoguan.index.tantivy_schema import COUNTED, JOINED, filed_value

_MOST_VALUES = 65_000
_TOO_MANY = "bucket limit"
"""Tantivy counts no more different values at once, and says this."""


def counted(searcher: Searcher, query: Query, facets: Collection[Facet]) -> Mapping[Facet, Mapping[str, int]]:
    """Return for each facet how many of a query's articles are filed under each of its values."""
    columns = sorted({COUNTED[facet] for facet in facets})
    counts = _columns(searcher, query, columns) if columns else {}
    return {facet: _of(facet, counts[COUNTED[facet]]) for facet in facets}


def _columns(searcher: Searcher, query: Query, columns: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    """Return how many articles have each value of each column."""
    wanted = {column: {"terms": {"field": column, "size": _MOST_VALUES}} for column in columns}
    try:
        found = searcher.aggregate(query, wanted)
    except ValueError as error:
        if _TOO_MANY not in str(error):
            raise
        if len(columns) > 1:
            return {column: _columns(searcher, query, [column])[column] for column in columns}
        return {columns[0]: _every(searcher, query, columns[0])}
    cut_off = {column for column in columns if found[column]["sum_other_doc_count"]}
    return {
        column: _every(searcher, query, column) if column in cut_off else _buckets(found[column])
        for column in columns
    }


def _every(searcher: Searcher, query: Query, column: str) -> dict[str, int]:
    """Return how many articles have each value of a column, value by value: slow, but of any number."""
    return dict(searcher.terms_with_prefix(column, "", filter_query=query))


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
