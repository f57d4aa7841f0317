"""Where a query's strings stand in an article, and how far one has to look for them."""

from collections.abc import Iterable, Iterator

from baoguan.domain.article import Span
from baoguan.domain.query import All, AnyOf, DateRange, Near, Node, NumberRange, Term
from baoguan.index.fold import fold_own
from baoguan.index.tree import Reach
from baoguan.search.finders import Finder, finder
from baoguan.search.ground import Ground, Subject


class Sighting:
    """Looks into articles for one leaf of a query."""

    def __init__(self, leaf: Term | Near) -> None:
        self._finder = finder(leaf)
        self._own = finder(leaf, fold_own)

    def reach(self, subject: Subject) -> Reach | None:
        """Return the nearest reach at which the article holds the leaf, None where it does not."""
        if _stands(self._finder, subject, subject.printed):
            return Reach.OWN if _stands(self._own, subject, subject.own) else Reach.PRINT
        beside = subject.beside(self._finder.field)
        return Reach.ANYWHERE if any(True for ground in beside for _ in self._finder.find(ground)) else None


class Matcher:
    """Finds the places of a query's strings, those it excludes left out."""

    def __init__(self, tree: Node | None) -> None:
        self._finders = [finder(leaf) for leaf in leaves(tree)] if tree else []

    def marks(self, subject: Subject, also: Iterable[Span] = ()) -> tuple[Span, ...]:
        """Return where in the article's text the strings and ``also`` stand, in order, none overlapping."""
        found = (
            subject.original(*place)
            for sought in self._finders
            for place in _places(sought, subject, subject.printed)
        )
        return apart([*found, *also])

    def marks_beside(self, subject: Subject) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Yield each note and tag that holds one of the query's strings, with where."""
        for ground in subject.notes + subject.tags:
            found = (
                ground.offsets.original_span(*place)
                for sought in self._finders
                if ground in subject.beside(sought.field)
                for place in sought.find(ground)
            )
            if marks := apart(found):
                yield ground.original, marks


def leaves(node: Node) -> Iterator[Term | Near]:
    """Yield the strings a tree asks for, not those it excludes."""
    match node:
        case Term() | Near():
            yield node
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from leaves(part)
        case _:
            return


def number_ranges(node: Node) -> Iterator[NumberRange]:
    """Yield the number ranges a tree asks for, not those it excludes."""
    match node:
        case NumberRange():
            yield node
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from number_ranges(part)
        case _:
            return


def without_dates(node: Node) -> Node:
    """Return a tree without the date ranges that narrow all of it."""
    match node:
        case DateRange():
            return All(())
        case All(parts=parts):
            return All(tuple(part for part in parts if not isinstance(part, DateRange)))
        case AnyOf(parts=parts):
            return AnyOf(tuple(map(without_dates, parts)))
        case _:
            return node


def apart(places: Iterable[Span]) -> tuple[Span, ...]:
    """Return places in order, the longest of those that begin together, none overlapping the one before."""
    kept: list[Span] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return tuple(kept)


def _places(sought: Finder, subject: Subject, ground: Ground) -> Iterator[Span]:
    """Yield where a leaf stands in print, folded offsets."""
    return (place for place in sought.find(ground) if subject.in_print(sought.field, place.start))


def _stands(sought: Finder, subject: Subject, ground: Ground) -> bool:
    return next(_places(sought, subject, ground), None) is not None
