"""Queries larger or deeper than a server takes: parts of them are asked first and stand as articles."""

from collections.abc import Callable, Collection, Iterator

from baoguan.domain.ids import ArticleId
from baoguan.index.opensearch_query import among, both, either
from baoguan.index.opensearch_schema import Json

_MOST = 700
"""Leaves of one query; OpenSearch takes 1,024, and the words that rank hits need some."""
_DEEPEST = 16
"""Levels of one query; OpenSearch takes 20."""

Found = Callable[[Json], Collection[ArticleId]]


def fitted(query: Json, found: Found) -> Json:
    """Return a query of the same articles that a server takes; ``found`` answers parts of it."""
    if "bool" not in query or (_leaves(query) <= _MOST and _depth(query) <= _DEEPEST):
        return query
    clauses = {occur: [fitted(part, found) for part in parts] for occur, parts in query["bool"].items()}
    for parts in clauses.values():
        parts[:] = [among(found(part)) if _depth(part) >= _DEEPEST else part for part in parts]
    if sum(map(_leaves, (part for parts in clauses.values() for part in parts))) > _MOST:
        for occur, parts in clauses.items():
            joined = both if occur == "filter" else either
            clauses[occur] = [among(found(joined(group))) for group in _groups(parts)]
    return {"bool": clauses}


def _groups(parts: list[Json]) -> Iterator[list[Json]]:
    """Yield the parts in groups that a server takes."""
    group: list[Json] = []
    room = _MOST
    for part in parts:
        size = _leaves(part)
        if group and size > room:
            yield group
            group, room = [], _MOST
        group.append(part)
        room -= size
    yield group


def _leaves(query: Json) -> int:
    if "bool" not in query:
        # A range is two: one for an index of numbers, one for a column of them.
        return 2 if "range" in query else 1
    return sum(_leaves(part) for parts in query["bool"].values() for part in parts)


def _depth(query: Json) -> int:
    if "bool" not in query:
        return 1
    return 1 + max(_depth(part) for parts in query["bool"].values() for part in parts)
