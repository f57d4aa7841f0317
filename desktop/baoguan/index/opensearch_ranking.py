"""The order of hits: lifted ones first, then by BM25 of the words, then the newest; or by date."""

from collections.abc import Callable, Iterator, Sequence

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Order
from baoguan.index.engine import Wanted
from baoguan.index.field_names import words_in
from baoguan.index.opensearch_query import exactly
from baoguan.index.opensearch_schema import ARTICLE, DAY, WINDOW, Json
from baoguan.index.ranking import RankedWord
from baoguan.index.tree import Both, Sought, Without

Ranked = list[tuple[ArticleId, float]]
Search = Callable[[Json], Json]
Fit = Callable[[Json], Json]


def ranked(search: Search, fit: Fit, wanted: Wanted, first: int, last: int) -> Ranked:
    """Return the articles at places ``first`` to ``last`` of the order, each with its score."""
    found: Ranked = []
    passed = 0
    last = min(last, WINDOW)
    for tier in _tiers(wanted):
        if passed >= last or first >= last:
            break
        begin, end = max(0, first - passed), last - passed
        body = _portion(fit(exactly(tier)), wanted.words, wanted.order, begin, end)
        hits = search(body)["hits"]
        found += [(ArticleId(hit["sort"][-1]), float(hit["sort"][0])) for hit in hits["hits"]]
        passed += hits["total"]["value"]
    return found if wanted.order is Order.RANK else [(article, 0.0) for article, _ in found]


def _tiers(wanted: Wanted) -> Iterator[Sought]:
    """Yield the articles of each lift that no earlier lift has, then the rest."""
    if wanted.order is not Order.RANK:
        yield wanted.tree
        return
    for number, lift in enumerate(wanted.lifts):
        yield Both((wanted.tree, lift, *map(Without, wanted.lifts[:number])))
    yield Both((wanted.tree, *map(Without, wanted.lifts)))


def _portion(query: Json, words: Sequence[RankedWord], order: Order, first: int, last: int) -> Json:
    direction = "asc" if order is Order.OLDEST else "desc"
    dated = [{DAY: {"order": direction, "missing": "_last"}}, {ARTICLE: "asc"}]
    scored: Json = {"bool": {"filter": [query]}}
    if order is Order.RANK and words:
        scored["bool"]["should"] = [
            {"term": {words_in(word.field): {"value": word.text, "boost": word.weight}}} for word in words
        ]
    return {
        "query": scored,
        "from": first,
        "size": max(0, last - first),
        "track_total_hits": True,
        "_source": False,
        "sort": [{"_score": "desc"}, *dated] if order is Order.RANK else dated,
    }
