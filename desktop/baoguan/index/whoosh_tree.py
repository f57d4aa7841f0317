"""Which articles of a segment a tree has, in set algebra on the bits of numbers."""

from baoguan.domain.query import DateRange, Field, Filed, NumberRange
from baoguan.index.analysis import BESIDE, PRINTED
from baoguan.index.tree import Among, Both, Either, Flagged, Holds, Reach, Sought, Without
from baoguan.index.whoosh_leaf import Leaf
from baoguan.index.whoosh_schema import FLAGS, OWN_TEXTS, TEXTS, grams_of, is_gram, text_field

# Of a string of a hundred thousand characters, the first will do to choose which texts to read.
_CONSIDERED = 64


def found(leaf: Leaf, tree: Sought) -> int:
    """Return the articles of a segment that a tree has."""
    return _found(leaf, tree, leaf.alive)


def _found(leaf: Leaf, tree: Sought, within: int) -> int:
    """Return which of some articles a tree has."""
    match tree:
        case Both(parts=parts):
            for part in sorted(parts, key=_effort):
                within = _found(leaf, part, within)
            return within
        case Either(parts=parts):
            left = within
            for part in sorted(parts, key=_effort):
                left &= ~_found(leaf, part, left)
            return within & ~left
        case Without(part=part):
            return within & ~_found(leaf, part, within)
        case Holds():
            return _holding(leaf, tree, within)
        case _:
            return within & _listed(leaf, tree)


def _effort(tree: Sought) -> int:
    """Return which of several to look at first, so that texts are read only where nothing else decides."""
    match tree:
        case Holds(folded=folded, reach=reach):
            return 0 if is_gram(folded) and reach is not Reach.OWN else 2
        case Both() | Either() | Without():
            return 1
        case _:
            return 0


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


def _holding(leaf: Leaf, sought: Holds, within: int) -> int:
    fields = _fields(sought)
    if sought.reach is Reach.OWN:
        return leaf.holding_in_text(OWN_TEXTS, fields, sought.folded, within) if fields else 0
    terms = grams_of(sought.folded[:_CONSIDERED])
    some = 0
    for field in fields:
        some |= _together(leaf, text_field(field), terms, within)
    if not some or is_gram(sought.folded):
        return some
    return leaf.holding_in_text(TEXTS, fields, sought.folded, some)


def _fields(sought: Holds) -> tuple[Field, ...]:
    fields = (*PRINTED, *BESIDE) if sought.field is Field.ANY else (sought.field,)
    return fields if sought.reach is Reach.ANYWHERE else tuple(field for field in fields if field in PRINTED)


def _together(leaf: Leaf, name: str, terms: list[str], within: int) -> int:
    """Return which of some articles have all terms in one Whoosh field."""
    for term in terms:
        within &= leaf.holding(name, term)
        if not within:
            break
    return within
