"""Where one leaf of a query stands in folded text."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from baoguan.domain.article import Span
from baoguan.domain.query import Field, Near, Term
from baoguan.index.fold import LATIN, WALL, expansions, fold_text
from baoguan.search.ground import Ground

_LONGEST_RUN = 20
_RUN = re.compile(rf"[\w ]{{0,{_LONGEST_RUN}}}")
_LATIN_END = re.compile(f"[{LATIN}]*")
_LONGEST_EXACT = 400
_NARROW_TO_WIDE = 0xFEE0
_QUOTES = ("“„‟〝「", "”〞〟」", "‘‚‛『", "’'＇』")


class Literal:
    """Finds one string."""

    def __init__(self, text: str, field: Field) -> None:
        self.text = text
        self.field = field
        self._folded = fold_text(text)
        self._splits = expansions().may_split(self._folded)

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

    def exactly(self, ground: Ground) -> bool:
        """Tell whether the string stands there in its own script, whatever its width, case and spacing."""
        if self.text in ground.original:
            return True
        return self._pattern is not None and self._pattern.search(ground.original) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        characters = "".join(self.text.split())
        if len(characters) > _LONGEST_EXACT:
            return None
        return re.compile(r"\s*".join(map(_same_script, characters)))


def _same_script(character: str) -> str:
    """Return a pattern for a character in both widths and cases, or with any quotation mark of its kind."""
    for quotes in _QUOTES:
        if character in quotes:
            return f"[{quotes}]"
    code = ord(character)
    if 0xFF01 <= code <= 0xFF5E:
        character = chr(code - _NARROW_TO_WIDE)
    if not character.isascii() or not character.isprintable():
        return re.escape(character)
    forms = {character.lower(), character.upper()}
    wide = {chr(ord(form) + _NARROW_TO_WIDE) for form in forms}
    return "[" + re.escape("".join(sorted(forms | wide))) + "]"


class Wildcard:
    """Finds a pattern: ``?`` is any one character, ``*`` a run without punctuation, up to 20 characters.

    A ``*`` at the end takes the rest of a Latin word; Chinese words have no end to see.
    """

    def __init__(self, text: str, field: Field) -> None:
        self.field = field
        pieces = [fold_text(piece) for piece in text.split("*")]
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

    def exactly(self, ground: Ground) -> bool:
        """Tell whether the pattern stands there; it has no script of its own."""
        return any(True for _ in self.find(ground))

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

    def __init__(self, near: Near) -> None:
        self.field = near.field
        self._distance = near.distance
        self._literals = [Literal(text, near.field) for text in near.terms]

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

    def exactly(self, ground: Ground) -> bool:
        """Tell whether each string stands there in its own script, and they are close."""
        return all(literal.exactly(ground) for literal in self._literals) and any(
            True for _ in self.find(ground)
        )

    def _within(self, folded: str, places: list[Span]) -> bool:
        """Tell whether no more characters than the distance stand between, and no wall."""
        places.sort()
        between = sum(max(0, after.start - before.end) for before, after in pairwise(places))
        return between <= self._distance and WALL not in folded[places[0].start : places[-1].end]


Finder = Literal | Wildcard | Close


def finder(leaf: Term | Near) -> Finder:
    """Return what finds a leaf."""
    if isinstance(leaf, Near):
        return Close(leaf)
    return Wildcard(leaf.text, leaf.field) if leaf.wild else Literal(leaf.text, leaf.field)
