"""How the hits of a question spread over what articles are filed under, and over time."""

from collections.abc import Iterator, Mapping

from baoguan.domain.query import Bar, Facet, Spread
from baoguan.index.engine import Engine
from baoguan.search.inquiry import Inquiry

_TIME = frozenset({Facet.YEAR, Facet.MONTH})
_SHOWN = tuple(facet for facet in Facet if facet is not Facet.PAGE)


def spread(inquiry: Inquiry, engine: Engine, issues: Mapping[str, int]) -> Spread:
    """Return the counts of an inquiry's hits; ``issues`` are those that survive of each month."""
    chosen = frozenset(each.facet for each in inquiry.question.filters)
    plain = [facet for facet in _SHOWN if facet not in chosen and not (facet in _TIME and chosen & _TIME)]
    counts: dict[Facet, Mapping[str, int]] = dict(engine.facets(inquiry.spread_tree(()), plain))
    for facet in _SHOWN:
        if facet not in counts:
            own = _TIME if facet in _TIME else {facet}
            counts.update(engine.facets(inquiry.spread_tree(own), (facet,)))
    times = inquiry.spread_tree(_TIME, dated=False)
    found = counts[Facet.MONTH]
    if times != inquiry.spread_tree(_TIME):
        found = engine.facets(times, (Facet.MONTH,))[Facet.MONTH]
    return Spread(
        {facet: _ordered(facet, counts[facet]) for facet in _SHOWN},
        tuple(Bar(month, found.get(month, 0), issues.get(month, 0)) for month in _months({*found, *issues})),
        engine.count(times) - sum(found.values()),
    )


def _ordered(facet: Facet, counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    if facet in _TIME:
        return tuple(sorted(counts.items()))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _months(named: set[str]) -> Iterator[str]:
    """Yield every month from the first to the last that is named."""
    if not named:
        return
    year, month = map(int, min(named).split("-"))
    last = max(named)
    while (name := f"{year:04}-{month:02}") <= last:
        yield name
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
