"""Which articles of a segment a tree has, in set algebra on the bits of numbers."""

from enum import Enum

from baoguan.domain.query import DateRange, Field, Filed, NumberRange
from baoguan.index.analysis import BESIDE, PRINTED
from baoguan.index.tree import Among, Both, Either, Flag, Flagged, Holds, Reach, Sought, Without
from baoguan.index.whoosh_leaf import Leaf
from baoguan.index.whoosh_schema import FLAGS, grams_of, is_gram, text_field

_CONSIDERED = 64


class Bound(Enum):
    """Which side an answer errs on where a leaf is not decided or an article is not sure."""

    EXACT = "exact"
    """Every leaf is decided."""
    MOST = "most"
    LEAST = "least"


_OPPOSITE = {Bound.EXACT: Bound.EXACT, Bound.MOST: Bound.LEAST, Bound.LEAST: Bound.MOST}


def decided(holds: Holds) -> bool:
    """Tell whether posting lists alone say which articles hold a string."""
    return is_gram(holds.folded)


def found(leaf: Leaf, tree: Sought, bound: Bound) -> int:
    """Return the articles of a segment that a tree has, at most or at least these where that is asked."""
    return _found(leaf, tree, bound) & leaf.alive


def _found(leaf: Leaf, tree: Sought, bound: Bound) -> int:
    match tree:
        case Both(parts=parts):
            every = leaf.alive
            for part in parts:
                every &= _found(leaf, part, bound)
            return every
        case Either(parts=parts):
            some = 0
            for part in parts:
                some |= _found(leaf, part, bound)
            return some
        case Without(part=part):
            return leaf.alive & ~_found(leaf, part, _OPPOSITE[bound])
        case Holds():
            return _holding(leaf, tree, bound)
        case _:
            return _listed(leaf, tree)


def _listed(leaf: Leaf, tree: Flagged | Among | DateRange | NumberRange | Filed) -> int:
    match tree:
        case Flagged(flag=flag):
            return leaf.holding(FLAGS, flag)
        case Among(articles=articles):
            return leaf.among(articles)
        case Filed(facet=facet, value=value):
            return leaf.filed_under(facet).get(value, 0)
        case _:
            return leaf.within(tree)


def _holding(leaf: Leaf, holds: Holds, bound: Bound) -> int:
    if bound is Bound.LEAST:
        exact = _holding(leaf, holds, Bound.EXACT) if decided(holds) else 0
        return exact & ~leaf.holding(FLAGS, Flag.UNSURE)
    # Of a string of a hundred thousand characters, the first will do: the text is read anyway.
    terms = grams_of(holds.folded[:_CONSIDERED])
    some = 0
    for field in _fields(holds):
        some |= _together(leaf, text_field(field), terms)
    return some


def _fields(holds: Holds) -> tuple[Field, ...]:
    fields = (*PRINTED, *BESIDE) if holds.field is Field.ANY else (holds.field,)
    return fields if holds.reach is Reach.ANYWHERE else tuple(field for field in fields if field in PRINTED)


def _together(leaf: Leaf, name: str, terms: list[str]) -> int:
    """Return the articles that have all terms in one Whoosh field."""
    every = leaf.alive
    for term in terms:
        every &= leaf.holding(name, term)
        if not every:
            break
    return every
