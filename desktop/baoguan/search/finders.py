"""Where one leaf of a query stands in folded text."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from baoguan.domain.article import Span
from baoguan.domain.query import Field, Near, Term
from baoguan.index.fold import LATIN, WALL, expansions, fold_text
from baoguan.search.ground import Ground

_LONGEST_RUN = 20
_RUN = re.compile(rf"[\w ]{{0,{_LONGEST_RUN}}}")
_LATIN_END = re.compile(f"[{LATIN}]*")
Folding = Callable[[str], str]


class Literal:
    """Finds one string."""

    def __init__(self, text: str, field: Field, folding: Folding) -> None:
        self.field = field
        self._folded = folding(text)
        self._splits = bool(self._folded) and expansions().may_split(fold_text(text))

    def find(self, ground: Ground) -> Iterator[Span]:
        """Yield every place of the string, folded offsets, overlapping ones too."""
        if self.field is Field.PAGE:
            # Page 3 is not page 13.
            yield from [Span(0, len(ground.folded))] if ground.folded == self._folded else []
            return
        length = len(self._folded)
        start = ground.folded.find(self._folded)
        while start >= 0:
            if not (self._splits and ground.expands) or ground.offsets.aligned(start, start + length):
                yield Span(start, start + length)
            start = ground.folded.find(self._folded, start + 1)


class Wildcard:
    """Finds a pattern: ``?`` is any one character, ``*`` a run without punctuation, up to 20 characters.

    A ``*`` at the end takes the rest of a Latin word; Chinese words have no end to see.
    """

    def __init__(self, text: str, field: Field, folding: Folding) -> None:
        self.field = field
        pieces = [folding(piece) for piece in text.split("*")]
        self._open_end = not pieces[-1]
        self._pieces = [(_piece(piece), len(piece)) for piece in pieces if piece]

    def find(self, ground: Ground) -> Iterator[Span]:
        """Yield the shortest place of the pattern from each start, folded offsets."""
        first, length = self._pieces[0]
        for match in first.finditer(ground.folded):
            end = self._end(ground.folded, match.start() + length)
            if end is None:
                continue
            if not ground.expands or ground.offsets.aligned(match.start(), end):
                yield Span(match.start(), end)

    def _end(self, folded: str, end: int) -> int | None:
        """Return where the pattern ends whose first piece ends there, or None."""
        ends = {end}
        for piece, length in self._pieces[1:]:
            # Sets of ends, not a pattern with many stars: that could take for ever.
            ends = {
                start + length
                for before in ends
                for start in range(before, _run_end(folded, before) + 1)
                if piece.match(folded, start)
            }
        if not ends:
            return None
        match = _LATIN_END.match(folded, min(ends)) if self._open_end else None
        return match.end() if match else min(ends)


def _run_end(folded: str, start: int) -> int:
    match = _RUN.match(folded, start)
    return match.end() if match else start


def _piece(piece: str) -> re.Pattern[str]:
    """Return a pattern of fixed length that finds overlapping places too."""
    body = "".join("[^\n]" if character == "?" else re.escape(character) for character in piece)
    return re.compile(f"(?={body})")


class Close:
    """Finds strings that stand close to each other."""

    def __init__(self, near: Near, folding: Folding) -> None:
        self.field = near.field
        self._distance = near.distance
        self._literals = [Literal(text, near.field, folding) for text in near.terms]

    def find(self, ground: Ground) -> Iterator[Span]:
        """Yield the places of all strings wherever they stand within the distance, folded offsets."""
        places = sorted(
            (place, which) for which, literal in enumerate(self._literals) for place in literal.find(ground)
        )
        found: set[Span] = set()
        newest: dict[int, Span] = {}
        for place, which in places:
            newest[which] = place
            if len(newest) == len(self._literals) and self._within(ground.folded, list(newest.values())):
                found.update(newest.values())
        yield from sorted(found)

    def _within(self, folded: str, places: list[Span]) -> bool:
        """Tell whether no more characters than the distance stand between, and no wall."""
        places.sort()
        between = sum(max(0, after.start - before.end) for before, after in pairwise(places))
        return between <= self._distance and WALL not in folded[places[0].start : places[-1].end]


Finder = Literal | Wildcard | Close


def finder(leaf: Term | Near, folding: Folding = fold_text) -> Finder:
    """Return what finds a leaf in text folded like this: with ``fold_own``, in its own script."""
    if isinstance(leaf, Near):
        return Close(leaf, folding)
    make = Wildcard if leaf.wild else Literal
    return make(leaf.text, leaf.field, folding)
