"""How many articles are filed under what, and which words they hold."""

from collections.abc import Callable, Collection, Mapping

from baoguan.domain.query import Facet, Suggestion
from baoguan.index.opensearch_query import EVERY
from baoguan.index.opensearch_schema import WORDS, Json, filed_in, filed_value

_MOST_VALUES = 65_000
"""OpenSearch counts no more different values at once; each shard counts as many, so that sums are exact."""
_LONGEST_PREFIX = 250

Search = Callable[[Json], Json]


def counted(search: Search, query: Json, facets: Collection[Facet]) -> Mapping[Facet, Mapping[str, int]]:
    """Return for each facet how many of a query's articles are filed under each of its values."""
    wanted = {facet.value: _terms(filed_in(facet), _MOST_VALUES) for facet in facets}
    found = _counts(search, query, wanted) if wanted else {}
    return {facet: _values(found.get(facet.value)) for facet in facets}


def words(search: Search, prefix: str, limit: int) -> list[Suggestion]:
    """Return the words that begin with a prefix, those in most articles first."""
    if len(prefix) > _LONGEST_PREFIX or limit < 1:
        return []
    terms = _terms(WORDS, limit)
    query = EVERY
    if prefix:
        terms["terms"]["include"] = "".join(map(_literally, prefix)) + ".*"
        query = {"prefix": {WORDS: prefix}}
    found = _counts(search, query, {WORDS: terms}).get(WORDS, {"buckets": []})
    return [Suggestion(bucket["key"], bucket["doc_count"]) for bucket in found["buckets"]]


def _counts(search: Search, query: Json, wanted: Json) -> Json:
    body = {"size": 0, "track_total_hits": False, "query": {"bool": {"filter": [query]}}, "aggs": wanted}
    counts: Json = search(body)["aggregations"]
    return counts


def _terms(field: str, size: int) -> Json:
    return {"terms": {"field": field, "size": size, "shard_size": max(size, _MOST_VALUES)}}


def _values(column: Json | None) -> Mapping[str, int]:
    return {filed_value(bucket["key"]): bucket["doc_count"] for bucket in (column or {}).get("buckets", ())}


def _literally(character: str) -> str:
    """Return a character as a pattern that it alone matches."""
    return f"\\{character}" if character.isascii() and not character.isalnum() else character
