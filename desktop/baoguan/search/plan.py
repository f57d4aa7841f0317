"""A query tree becomes a tree that an engine answers exactly.

Strings that the engine does not decide are looked for in the text of the articles that it proposes.
"""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import All, AnyOf, Facet, Field, Filed, Near, Node, Not, Term
from baoguan.index.engine import Engine
from baoguan.index.fold import expansions, fold_own, fold_text
from baoguan.index.script import flags_of_string
from baoguan.index.tree import EVERYTHING, Among, Both, Either, Flag, Flagged, Holds, Reach, Sought, Without
from baoguan.search.finders import finder
from baoguan.search.ground import Ground

Sightings = Mapping[ArticleId, Reach]
Look = Callable[[Term | Near, Collection[ArticleId]], Sightings]
"""Looks for a leaf in the text of articles: those that hold it, each with its nearest reach."""

NOTHING = Either(())
_WITHIN = {
    Reach.OWN: frozenset({Reach.OWN}),
    Reach.PRINT: frozenset({Reach.OWN, Reach.PRINT}),
    Reach.ANYWHERE: frozenset(Reach),
}
_FACETS = {Field.PAPER: Facet.TITLE, Field.PAGE: Facet.PAGE}


class Plan:
    """One query tree worked out; ``within`` are trees that narrow it, so that less text need be read."""

    def __init__(self, tree: Node, engine: Engine, look: Look, within: tuple[Sought, ...] = ()) -> None:
        self._tree = tree
        self._engine = engine
        self._look = look
        self._within = within
        # By identity: the same word in two places of a query stands in two contexts.
        self._bare: dict[int, Term | None] = {}
        self._seen: dict[tuple[int, Sought | None], Sightings] = {}

    @cached_property
    def anywhere(self) -> Sought:
        """The articles that match, in print or in notes and tags."""
        return self._sought(self._tree, Reach.ANYWHERE, self._within)

    @cached_property
    def in_print(self) -> Sought:
        """The articles that match without their notes and tags."""
        if not self._any(Flag.BESIDE):
            return self.anywhere
        return self._again(Reach.PRINT)

    @cached_property
    def in_own_script(self) -> Sought:
        """The articles that match in print in the very script that was typed."""
        if not self._any(Flag.VARIANT) and self.plain:
            return self.in_print
        return self._again(Reach.OWN)

    @cached_property
    def plain(self) -> bool:
        """Whether every string is typed as it folds, so that only ``VARIANT`` articles can differ from it."""
        return all(fold_text(text) == fold_own(text) for text in _strings(self._tree))

    def _again(self, reach: Reach) -> Sought:
        # What was looked up for the widest reach holds for the nearer ones, not the other way round.
        return self._sought(self._tree, reach, (self.anywhere,))

    def _any(self, flag: Flag) -> bool:
        return self._engine.count(Flagged(flag)) > 0

    def _sought(self, node: Node, reach: Reach, context: tuple[Sought, ...]) -> Sought:
        match node:
            case Term(field=field) | Near(field=field) if field in _FACETS:
                return self._named(node, _FACETS[field])
            case Term():
                plain = self._plain(node)
                return self._literal(plain, reach, context) if plain else self._pattern(node, reach, context)
            case Near():
                return self._pattern(node, reach, context)
            case All(parts=parts):
                return self._all(parts, reach, context)
            case AnyOf(parts=parts):
                return Either(tuple(self._sought(part, reach, context) for part in parts))
            case Not(part=part):
                return Without(self._sought(part, Reach.ANYWHERE, context))
            case _:
                return node

    def _all(self, parts: tuple[Node, ...], reach: Reach, context: tuple[Sought, ...]) -> Sought:
        """Work out first what takes no reading: it narrows the rest."""
        sure = [part for part in parts if self._is_sure(part)]
        found = tuple(self._sought(part, reach, context) for part in sure)
        # Once more at the widest reach: what is looked up now must hold for every reach.
        wide = tuple(self._sought(part, Reach.ANYWHERE, context) for part in sure)
        rest = [part for part in parts if part not in sure]
        return Both((*found, *(self._sought(part, reach, (*context, *wide)) for part in rest)))

    def _is_sure(self, node: Node) -> bool:
        match node:
            case Term(field=field) | Near(field=field) if field in _FACETS:
                return True
            case Term():
                plain = self._plain(node)
                return plain is not None and self._engine.decides(_holds(plain, Reach.ANYWHERE))
            case Near():
                return False
            case All(parts=parts) | AnyOf(parts=parts):
                return all(map(self._is_sure, parts))
            case Not(part=part):
                return self._is_sure(part)
            case _:
                return True

    def _plain(self, leaf: Term) -> Term | None:
        """Return the string that stands wherever a term does (证券 for 证券*); None for other patterns."""
        if not leaf.wild:
            return leaf
        if id(leaf) not in self._bare:
            text = leaf.text.strip("*")
            bare = Term(text, leaf.field, at=leaf.at)
            self._bare[id(leaf)] = None if {"*", "?"} & set(text) else bare
        return self._bare[id(leaf)]

    def _pattern(self, leaf: Term | Near, reach: Reach, context: tuple[Sought, ...]) -> Sought:
        return self._sighted(leaf, self._pieces(leaf), reach, context)

    def _literal(self, leaf: Term, reach: Reach, context: tuple[Sought, ...]) -> Sought:
        anywhere = _holds(leaf, Reach.ANYWHERE)
        if not self._engine.decides(anywhere):
            return self._sighted(leaf, anywhere, reach, context)
        found = self._decided(leaf, reach, context)
        if not expansions().may_split(anywhere.folded) or not self._any(Flag.UNSURE):
            return found
        unsure = self._sighted(leaf, anywhere, reach, context, Flagged(Flag.UNSURE))
        return Either((Both((found, Without(Flagged(Flag.UNSURE)))), unsure))

    def _decided(self, leaf: Term, reach: Reach, context: tuple[Sought, ...]) -> Sought:
        """Return what the engine decides, with the few articles whose reach it cannot tell looked up."""
        if reach is Reach.OWN:
            return self._in_own_script(leaf, context)
        holds = _holds(leaf, reach)
        if self._engine.decides(holds):
            return holds
        anywhere = _holds(leaf, Reach.ANYWHERE)
        beside = self._sighted(leaf, anywhere, reach, context, Flagged(Flag.BESIDE))
        return Either((Both((anywhere, Without(Flagged(Flag.BESIDE)))), beside))

    def _in_own_script(self, leaf: Term, context: tuple[Sought, ...]) -> Sought:
        """Return what an article's flags tell; where it writes a character in several forms, its own text."""
        in_print = self._decided(leaf, Reach.PRINT, context)
        flags = flags_of_string(leaf.text)
        if not flags.doubted:
            return in_print
        doubt = Either(tuple(map(Flagged, flags.doubted)))
        denied = (*flags.denied, *flags.doubted)
        sure = Both((*map(Flagged, flags.needed), *(Without(Flagged(one)) for one in denied)))
        own = Holds(fold_own(leaf.text), leaf.field, Reach.OWN)
        return Both((in_print, Either((sure, Both((doubt, own))))))

    def _sighted(
        self,
        leaf: Term | Near,
        wide: Sought,
        reach: Reach,
        context: tuple[Sought, ...],
        narrowed: Sought | None = None,
    ) -> Among:
        """Return the articles that hold a leaf, found by looking into those proposed for ``wide``."""
        key = (id(leaf), narrowed)
        if key not in self._seen:
            narrow = (narrowed,) if narrowed else ()
            proposed = self._engine.candidates(Both((wide, *narrow, *context)))
            self._seen[key] = self._look(leaf, proposed)
        near = _WITHIN[reach]
        return Among(frozenset(article for article, found in self._seen[key].items() if found in near))

    def _pieces(self, leaf: Term | Near) -> Sought:
        """Return what articles hold that hold the strings of a pattern or of a proximity, wherever."""
        texts = leaf.terms if isinstance(leaf, Near) else leaf.text.replace("?", "*").split("*")
        terms = (Term(text, leaf.field) for text in texts if fold_text(text))
        return Both(tuple(_holds(term, Reach.ANYWHERE) for term in terms))

    def _named(self, leaf: Term | Near, facet: Facet) -> Sought:
        """Return the articles of newspapers or pages whose name holds a leaf."""
        sought = finder(leaf)
        names = self._engine.facets(EVERYTHING, (facet,))[facet]
        found = (name for name in names if any(True for _ in sought.find(Ground.of(name))))
        return Either(tuple(Filed(facet, name) for name in sorted(found)))


def _holds(leaf: Term, reach: Reach) -> Holds:
    return Holds(fold_text(leaf.text), leaf.field, reach)


def _strings(node: Node) -> tuple[str, ...]:
    """Return every string of a tree, those it excludes too."""
    match node:
        case Term(text=text):
            return (text,)
        case Near(terms=terms):
            return terms
        case All(parts=parts) | AnyOf(parts=parts):
            return tuple(text for part in parts for text in _strings(part))
        case Not(part=part):
            return _strings(part)
        case _:
            return ()
