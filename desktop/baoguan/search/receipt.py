"""How the hits came about."""

from collections import Counter
from enum import StrEnum

from baoguan.domain.query import AnyOf, Node, Query, Receipt, Term
from baoguan.search.ground import Subject
from baoguan.search.match import Matcher
from baoguan.search.parse import as_it_stands


class Means(StrEnum):
    """By what an article was found; the names are ``Receipt``'s fields."""

    EXACT = "exact"
    WORDS = "words"
    VARIANT = "variant"
    ANNOTATED = "annotated"


def whole(query: Query, tree: Node) -> Node:
    """Return the tree for the query as one string: as it stands, or the one phrase it asks for."""
    asked = tree.parts[0] if isinstance(tree, AnyOf) else tree
    strings = [part for part in (as_it_stands(query.text), asked) if part is not None]
    if not isinstance(asked, Term) or asked.wild:
        strings = strings[:1]
    return AnyOf(tuple(strings))


def means(subject: Subject, matcher: Matcher, phrase: Matcher) -> Means:
    """Return by what a matching article was found."""
    if phrase.holds_exactly(subject):
        return Means.EXACT
    if matcher.holds_exactly(subject):
        return Means.WORDS
    return Means.VARIANT if matcher.holds_in_print(subject) else Means.ANNOTATED


def receipt(found: Counter[Means]) -> Receipt:
    """Return the receipt for so many articles found by each means."""
    return Receipt(**{each.value: found[each] for each in Means})
