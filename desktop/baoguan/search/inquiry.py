"""One question, worked out for one state of an index: which articles, how many, in which order."""

from collections.abc import Iterable
from functools import cached_property

from baoguan.domain.query import (
    All,
    AnyOf,
    DateRange,
    Facet,
    Field,
    Filed,
    Near,
    Node,
    NumberRange,
    Query,
    Question,
    Receipt,
    Term,
)
from baoguan.index.engine import Engine, Wanted
from baoguan.index.ranking import ranked_words
from baoguan.index.tree import EVERYTHING, Both, Either, Flag, Flagged, Sought, Without
from baoguan.index.vocabulary import PLAIN, Segmenter
from baoguan.search.match import leaves, without_dates
from baoguan.search.parse import as_it_stands, parse
from baoguan.search.plan import NOTHING, Look, Plan


class Inquiry:
    """What a question comes to; everything is worked out when first asked for, and once."""

    def __init__(self, question: Question, engine: Engine, look: Look, segmenter: Segmenter = PLAIN) -> None:
        self.question = question
        self.query: Query = parse(question.text)
        self._engine = engine
        self._look = look
        self._segmenter = segmenter
        self._filters = _narrowing(question.filters)
        self._plans: dict[tuple[Node, tuple[Sought, ...]], Plan] = {}

    @cached_property
    def tree(self) -> Sought:
        """The articles that match; none where nothing is asked."""
        if self._plan is None:
            return Both(self._filters) if self._filters else NOTHING
        return _all(self._plan.anywhere, self._filters)

    @cached_property
    def total(self) -> int:
        """How many articles match."""
        return self._engine.count(self.tree)

    @cached_property
    def wanted(self) -> Wanted:
        """The articles in their order: an exact phrase first; by rank of words, or else headlines first."""
        node = self.query.tree
        if node is None:
            return Wanted(self.tree, order=self.question.order)
        lifts = [] if self._phrase is self._plan or self._phrase is None else [self._phrase.in_print]
        words = ranked_words(node, self._segmenter)
        if not words:
            lifts.append(Plan(_in_titles(node), self._engine, self._look, (self.tree,)).in_print)
        return Wanted(self.tree, tuple(lifts), words, self.question.order)

    @cached_property
    def receipt(self) -> Receipt:
        """How the articles came to match: see ``Receipt``."""
        plan, phrase, count = self._plan, self._phrase, self._engine.count
        if plan is None or phrase is None or self._asks_for_no_string:
            return Receipt()
        annotated = 0
        if plan.in_print != plan.anywhere:
            beside = Flagged(Flag.BESIDE)
            annotated = count(Both((self.tree, beside, Without(plan.in_print))))
        printed = self.total - annotated
        variant = 0
        if plan.in_own_script != plan.in_print:
            variant = self._variant(plan, printed)
        own = printed - variant
        exact = own if phrase is plan else count(Both((self.tree, phrase.in_own_script)))
        return Receipt(exact, own - exact, variant, annotated)

    def spread_tree(self, without: Iterable[Facet], *, dated: bool = True) -> Sought:
        """Return the articles that match when some facets' filters (and the query's dates) are left out."""
        left_out = frozenset(without)
        filters = _narrowing(each for each in self.question.filters if each.facet not in left_out)
        node = self.query.tree
        if node is None:
            return _all(EVERYTHING, filters)
        return _all(self._planned(node if dated else without_dates(node), filters).anywhere, filters)

    @cached_property
    def _plan(self) -> Plan | None:
        return None if self.query.tree is None else self._planned(self.query.tree, self._filters)

    def _planned(self, node: Node, filters: tuple[Sought, ...]) -> Plan:
        """Return the plan for a tree; text is looked into among the articles of the filters alone."""
        if (node, filters) not in self._plans:
            self._plans[node, filters] = Plan(node, self._engine, self._look, filters)
        return self._plans[node, filters]

    @cached_property
    def _asks_for_no_string(self) -> bool:
        asked = self.query.understood
        return asked is None or next(leaves(asked), None) is None

    @cached_property
    def _phrase(self) -> Plan | None:
        """The query as one string, as it stands or as the one phrase it asks for."""
        node = self.query.tree
        if node is None:
            return None
        asked = _one_string(self.query.understood or node)
        strings = [part for part in (as_it_stands(self.query.text), asked) if part is not None]
        if isinstance(node, Term) and all(_same(string, node) for string in strings):
            return self._plan
        return Plan(AnyOf(tuple(strings)), self._engine, self._look, (self.tree,))

    def _variant(self, plan: Plan, printed: int) -> int:
        """Return how many articles in print do not match in the script that was typed."""
        if plan.plain:
            differing = (plan.in_print, Flagged(Flag.VARIANT), Without(_beyond(plan)))
            return self._engine.count(Both((*differing, *self._filters)))
        return printed - self._engine.count(_all(plan.in_own_script, self._filters))


def _narrowing(filters: Iterable[Filed]) -> tuple[Sought, ...]:
    """Return what filters come to: values of one facet widen each other, facets narrow."""
    by_facet: dict[Facet, list[Filed]] = {}
    for each in filters:
        by_facet.setdefault(each.facet, []).append(each)
    return tuple(Either(tuple(listed)) if len(listed) > 1 else listed[0] for listed in by_facet.values())


def _all(tree: Sought, filters: tuple[Sought, ...]) -> Sought:
    return Both((tree, *filters)) if filters else tree


def _beyond(plan: Plan) -> Sought:
    """Return what an article in print must be besides to be in the script that was typed."""
    own = plan.in_own_script
    if isinstance(own, Both) and own.parts[:1] == (plan.in_print,):
        return Both(own.parts[1:])
    return own


def _one_string(node: Node) -> Term | None:
    """Return the string of a query that asks for one alone, within whatever dates and numbers."""
    match node:
        case Term(wild=False):
            return node
        case All(parts=parts):
            rest = [part for part in parts if not isinstance(part, DateRange | NumberRange)]
            return _one_string(rest[0]) if len(rest) == 1 else None
        case _:
            return None


def _same(node: Node, term: Term) -> bool:
    return isinstance(node, Term) and (node.text, node.field, node.wild) == (term.text, term.field, term.wild)


def _in_titles(node: Node) -> Node:
    """Return a tree whose strings are looked for in headlines, where they may stand anywhere."""
    match node:
        case Term(text=text, field=Field.ANY, wild=wild, at=at):
            return Term(text, Field.TITLE, wild, at)
        case Near(terms=terms, distance=distance, field=Field.ANY, at=at):
            return Near(terms, distance, Field.TITLE, at)
        case All(parts=parts):
            return All(tuple(map(_in_titles, parts)))
        case AnyOf(parts=parts):
            return AnyOf(tuple(map(_in_titles, parts)))
        case _:
            return node
