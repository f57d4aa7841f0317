"""Whether an article matches a query, and where."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import All, AnyOf, DateRange, Near, Node, Not, NumberRange, Term
from baoguan.search.finders import Finder, finder
from baoguan.search.ground import Ground, Subject

Test = Callable[[Finder, Subject], bool]


class Matcher:
    """Decides for one query tree; ``among`` holds the articles of its date and number ranges."""

    def __init__(self, tree: Node, among: Mapping[Node, frozenset[ArticleId]]) -> None:
        self._tree = tree
        self._among = among
        self._finders = {leaf: finder(leaf) for leaf in leaves(tree, denied=True)}

    def holds(self, subject: Subject) -> bool:
        """Tell whether the article matches, in print or in its notes and tags."""
        return self._holds(self._tree, subject, _anywhere)

    def holds_in_print(self, subject: Subject) -> bool:
        """Tell whether the article matches without its notes and tags."""
        return self._holds(self._tree, subject, _in_print)

    def holds_exactly(self, subject: Subject) -> bool:
        """Tell whether the article matches in print in the query's own script."""
        return self._holds(self._tree, subject, _exactly)

    def marks(self, subject: Subject) -> tuple[Span, ...]:
        """Return where in the article's text the query's strings stand, in order, none overlapping."""
        found = (
            subject.original(*place)
            for leaf in leaves(self._tree)
            for place in _places(self._finders[leaf], subject)
        )
        return apart(found)

    def marks_beside(self, subject: Subject) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Yield each note and tag that holds one of the query's strings, with where."""
        for ground in subject.notes + subject.tags:
            found = (
                ground.offsets.original_span(*place)
                for leaf in leaves(self._tree)
                if ground in subject.beside(leaf.field)
                for place in self._finders[leaf].find(ground)
            )
            if marks := apart(found):
                yield ground.original, marks

    def _holds(self, node: Node, subject: Subject, test: Test) -> bool:
        match node:
            case Term() | Near():
                return test(self._finders[node], subject)
            case All(parts=parts):
                return all(self._holds(part, subject, test) for part in parts)
            case AnyOf(parts=parts):
                return any(self._holds(part, subject, test) for part in parts)
            case Not(part=part):
                return not self._holds(part, subject, _anywhere)
            case DateRange() | NumberRange():
                return subject.article.id in self._among[node]


def leaves(node: Node, *, denied: bool = False) -> Iterator[Term | Near]:
    """Yield the terms of a tree, those under a NOT only where asked."""
    match node:
        case Term() | Near():
            yield node
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from leaves(part, denied=denied)
        case Not(part=part) if denied:
            yield from leaves(part, denied=denied)
        case _:
            return


def ranges(node: Node) -> Iterator[DateRange | NumberRange]:
    """Yield the date and number ranges of a tree."""
    match node:
        case DateRange() | NumberRange():
            yield node
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from ranges(part)
        case Not(part=part):
            yield from ranges(part)
        case _:
            return


def apart(places: Iterable[Span]) -> tuple[Span, ...]:
    """Return places in order, the longest of those that begin together, none overlapping the one before."""
    kept: list[Span] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return tuple(kept)


def _places(sought: Finder, subject: Subject) -> Iterator[Span]:
    """Yield where a leaf stands in print, folded offsets."""
    return (place for place in sought.find(subject.printed) if subject.in_print(sought.field, place.start))


def _found(sought: Finder, ground: Ground) -> bool:
    return next(sought.find(ground), None) is not None


def _in_print(sought: Finder, subject: Subject) -> bool:
    return next(_places(sought, subject), None) is not None


def _anywhere(sought: Finder, subject: Subject) -> bool:
    return _in_print(sought, subject) or any(
        _found(sought, ground) for ground in subject.beside(sought.field)
    )


def _exactly(sought: Finder, subject: Subject) -> bool:
    return _in_print(sought, subject) and sought.exactly(subject.printed)
