"""A tree in OpenSearch's own queries: exactly, or as a bound where a leaf is not decided."""

import math
from collections.abc import Callable, Collection, Iterator, Sequence

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import DateRange, Field, Filed, NumberRange
from baoguan.index.analysis import BESIDE, PRINTED
from baoguan.index.field_names import GROUPS, numbers_in, own_in, text_in
from baoguan.index.opensearch_schema import (
    ARTICLE,
    DAY,
    FLAG,
    PAIRS,
    Json,
    filed_in,
    filed_term,
    finite,
    spread,
)
from baoguan.index.pairs import is_pair, pairs
from baoguan.index.tree import Among, Both, Either, Flag, Flagged, Holds, Leaf, Reach, Sought, Without

_LONGEST = 200
"""Characters of the longest string that is decided: each costs a look at its postings."""
_MOST_PAIRS = 6
_MOST_TERMS = 65_536
"""As many values one query takes, unless an index is set otherwise."""

NOTHING: Json = {"match_none": {}}
EVERY: Json = {"exists": {"field": ARTICLE}}
"""The query for all articles."""

_Leaves = Callable[[Leaf], Json]


def decided(leaf: Holds) -> bool:
    """Tell whether a string is found exactly: it is of sensible length."""
    return 0 < len(leaf.folded) <= _LONGEST


def exactly(tree: Sought) -> Json:
    """Return the query for a tree of decided leaves."""
    return _tree(tree, _leaf, _leaf)


def at_least(tree: Sought) -> Json:
    """Return a query that finds every article of a tree, those flagged ``UNSURE`` included."""
    return _tree(tree, _above, _below)


def among(articles: Collection[ArticleId]) -> Json:
    """Return the query for these articles."""
    listed = sorted(articles)
    starts = range(0, len(listed), _MOST_TERMS)
    return either([{"terms": {ARTICLE: listed[start : start + _MOST_TERMS]}} for start in starts])


def both(parts: Sequence[Json], excluded: Sequence[Json] = ()) -> Json:
    """Return the query for articles of all parts, at least one, and of none that is excluded."""
    if len(parts) == 1 and not excluded:
        return parts[0]
    return {"bool": {"filter": list(parts)} | ({"must_not": list(excluded)} if excluded else {})}


def either(parts: Sequence[Json]) -> Json:
    """Return the query for articles of any part."""
    if len(parts) == 1:
        return parts[0]
    return {"bool": {"should": list(parts)}} if parts else NOTHING


def _tree(tree: Sought, leaf: _Leaves, denied: _Leaves) -> Json:
    """Return the query for a tree; ``denied`` answers the leaves under an odd number of ``Without``."""
    match tree:
        case Both():
            wanted, excluded = [], []
            for part in _flat(tree):
                if isinstance(part, Without):
                    excluded.append(_tree(part.part, denied, leaf))
                else:
                    wanted.append(_tree(part, leaf, denied))
            return both(wanted or [EVERY], excluded)
        case Either():
            return either([_tree(part, leaf, denied) for part in _flat(tree)])
        case Without(part=part):
            return both([EVERY], [_tree(part, denied, leaf)])
        case _:
            return leaf(tree)


def _flat(tree: Both | Either) -> Iterator[Sought]:
    """Yield the parts of a tree, for those of its own kind their parts."""
    for part in tree.parts:
        if isinstance(part, type(tree)):
            yield from _flat(part)
        else:
            yield part


def _above(leaf: Leaf) -> Json:
    if not isinstance(leaf, Holds) or decided(leaf):
        return _leaf(leaf)
    shorter = leaf.folded[:_LONGEST]
    return _holds(shorter, leaf.field, leaf.reach) if shorter else EVERY


def _below(leaf: Leaf) -> Json:
    if not isinstance(leaf, Holds):
        return _leaf(leaf)
    return both([_leaf(leaf)], [_flagged(Flag.UNSURE)]) if decided(leaf) else NOTHING


def _leaf(leaf: Leaf) -> Json:
    match leaf:
        case Holds(folded=text, field=field, reach=reach):
            return _holds(text, field, reach)
        case Flagged(flag=flag):
            return _flagged(flag)
        case Among(articles=articles):
            return among(articles)
        case DateRange():
            return _dated(leaf)
        case NumberRange():
            return _reporting(leaf)
        case Filed(facet=facet, value=value):
            return {"term": {filed_in(facet): filed_term(value)}}


def _flagged(flag: str) -> Json:
    return {"term": {FLAG: str(flag)}}


def _holds(text: str, field: Field, reach: Reach) -> Json:
    """Return the query for articles that hold a folded string in a field."""
    fields = [each for each in PRINTED if field in (Field.ANY, each)]
    if reach is Reach.OWN:
        return either([_string(text, own_in(each)) for each in fields])
    found = [_printed(text, fields)] if fields else []
    if reach is Reach.ANYWHERE:
        found += [_string(text, text_in(each)) for each in BESIDE if field in (Field.ANY, each)]
    return either(found)


def _printed(text: str, fields: Sequence[Field]) -> Json:
    """Return the query for a string in print: its pairs are in fewer articles than its characters."""
    if is_pair(text) and len(fields) == len(PRINTED):
        return {"term": {PAIRS: text}}
    needed = list(dict.fromkeys(pairs(text)))[:_MOST_PAIRS]
    narrowed = [{"term": {PAIRS: pair}} for pair in needed]
    return both([*narrowed, either([_string(text, text_in(field)) for field in fields])])


def _string(text: str, name: str) -> Json:
    occur = "term" if len(text) == 1 else "match_phrase"
    return {occur: {name: spread(text)}}


def _dated(wanted: DateRange) -> Json:
    bounds = {"gte": wanted.first, "lte": wanted.last}
    held = {name: day.toordinal() for name, day in bounds.items() if day is not None}
    return {"range": {DAY: held}} if held else {"exists": {"field": DAY}}


def _reporting(wanted: NumberRange) -> Json:
    """Return the query for numbers that overlap bounds."""
    group = GROUPS.get(wanted.group)
    if group is None:
        return NOTHING
    low = -math.inf if wanted.low is None else wanted.low + 0.0
    high = math.inf if wanted.high is None else wanted.high + 0.0
    low = math.nextafter(low, math.inf) if wanted.low_open else low
    high = math.nextafter(high, -math.inf) if wanted.high_open else high
    if low > high:
        return NOTHING
    bounds = {"gte": finite(low), "lte": finite(high), "relation": "intersects"}
    return {"range": {numbers_in(group): bounds}}
