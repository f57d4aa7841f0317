"""Text in the one form in which it is compared: script, width, case, quotes and spaces made alike.

Folding works character by character, so every folded character knows the original it came from.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import overload

from baoguan.domain.article import RUNNING_TEXT, TITLE_BLOCK, Passage, Role, Span
from baoguan.index.variants import script_forms

WALL = "\n"
"""Stands in folded text where print ends and something else begins; no query holds it."""

# Of one kind, but opening marks stay apart from closing ones: “天津 does not stand in …走。”天津….
_QUOTES = str.maketrans("„‟〝「〞〟」‚‛『’』", "““““”””‘‘‘''")
_SELECTORS = ((0x180B, 0x180E), (0xFE00, 0xFE10), (0xE0100, 0xE01F0))
# Where characters stand that fold to more than one: outside, nothing does (a test looks at all of Unicode).
_EXPANDING = ((0x80, 0x3400), (0xA640, 0xAC00), (0xFB00, 0x10000), (0x1D100, 0x1D200), (0x1F000, 0x1F300))
# Runs of anything but the commonest characters, each of which folds to just one that is no space.
_ODD = re.compile("[^!-~一-鿿，。、；：？！（）《》〈〉【】“”‘’—·]+")
# Between two letters or digits of a script that writes spaces, a space is part of the text.
LATIN = "0-9a-zªµºß-öø-ԯ"
# Where characters stand that are made alike to an ideograph, whatever the script.
_COMPATIBLE = ((0x2E80, 0x2FE0), (0x3190, 0x3400), (0xF900, 0xFB00), (0x1F200, 0x1F300), (0x2F800, 0x2FA20))
_LOOSE_SPACES = re.compile(rf"(?<![{LATIN}]) ++| ++(?![{LATIN}])")


class _Table(dict[int, str]):
    """What each code point folds to, found when first met: whitespace is a space, ignorables are nothing."""

    def __missing__(self, code: int) -> str:
        forms = script_forms()
        own = _OWN[code]
        folded = self[code] = "".join(forms.get(each, each) for each in own)
        return folded


class _OwnTable(dict[int, str]):
    """What each code point folds to with its script left as it is."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _Table()
_OWN = _OwnTable()


def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if _is_ignorable(character):
        return ""
    compatible = unicodedata.normalize("NFKC", character).casefold()
    compatible = unicodedata.normalize("NFKC", compatible).replace(" ", "")
    return compatible.translate(_QUOTES)


@dataclass(frozen=True)
class Folded:
    """Folded text, and where each of its characters came from.

    ``pieces`` are the runs of original text between walls, each with its offset.
    """

    text: str
    pieces: tuple[tuple[int, str], ...]

    @cached_property
    def origin(self) -> "Origins":
        """The original code point offset of each folded code point, and the original's end as the last."""
        runs: list[tuple[int, int]] = []
        folded = 0
        for at, piece in self.pieces:
            if at:
                runs.append((folded, at - 1))  # the wall
                folded += 1
            folded = _add_runs(runs, folded, piece, at)
        at, last = self.pieces[-1]
        runs.append((folded, at + len(last)))
        return Origins(tuple(start for start, _ in runs), tuple(place for _, place in runs))

    def original_span(self, start: int, end: int) -> Span:
        """Return the original characters from the first to the last of a folded range."""
        if start >= end:
            return Span(self.origin[start], self.origin[start])
        return Span(self.origin[start], self.origin[end - 1] + 1)

    def aligned(self, start: int, end: int) -> bool:
        """Tell whether a folded range holds whole original characters: not the m of ㎡."""
        origin = self.origin
        cut_before = start > 0 and origin[start - 1] == origin[start]
        return not (cut_before or (0 < end < len(self.text) and origin[end - 1] == origin[end]))


@dataclass(frozen=True, slots=True)
class Origins(Sequence[int]):
    """Original offsets, kept by runs in which folded characters follow one another as the originals do."""

    starts: tuple[int, ...]
    places: tuple[int, ...]

    def __len__(self) -> int:
        return self.starts[-1] + 1

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if not 0 <= index < len(self):
            raise IndexError(index)
        run = bisect_right(self.starts, index) - 1
        return self.places[run] + index - self.starts[run]


def _add_runs(runs: list[tuple[int, int]], folded: int, piece: str, at: int) -> int:
    """Add the runs of a piece, folded from ``folded`` on; return where the next one is folded."""
    done = 0
    for odd in _ODD.finditer(piece):
        start, end = odd.span()
        if start > done:
            runs.append((folded, at + done))
            folded += start - done
        # Whether spaces stay is told by what stands beside them.
        first, last = max(0, start - 1), min(len(piece), end + 1)
        for place in _origins(piece[first:last], at + first)[start - first :]:
            if place < at + end:
                runs.append((folded, place))
                folded += 1
        done = end
    if done < len(piece):
        runs.append((folded, at + done))
    return folded + len(piece) - done


def _is_ignorable(character: str) -> bool:
    code = ord(character)
    return unicodedata.category(character) == "Cf" or any(first <= code < end for first, end in _SELECTORS)


def _origins(piece: str, at: int) -> list[int]:
    """Return the original offset of each character of the folded piece."""
    origins = [offset for offset, character in enumerate(piece, at) for _ in _TABLE[ord(character)]]
    kept: list[int] = []
    start = 0
    for loose in _LOOSE_SPACES.finditer(piece.translate(_TABLE)):
        kept.extend(origins[start : loose.start()])
        start = loose.end()
    kept.extend(origins[start:])
    return kept


def folding() -> str:
    """Return what is different where text may fold differently: the versions of OpenCC and of Unicode."""
    import opencc  # a few milliseconds: not before an index is opened

    return f"opencc {opencc.__version__}, unicode {unicodedata.unidata_version}"


def fold_text(text: str) -> str:
    """Return the folded text alone, millions of characters a second."""
    folded = text.translate(_TABLE)
    return _LOOSE_SPACES.sub("", folded) if " " in folded else folded


def fold_own(text: str) -> str:
    """Return the text folded in everything but its script; it is as long as the folded text."""
    folded = text.translate(_OWN)
    return _LOOSE_SPACES.sub("", folded) if " " in folded else folded


def fold(text: str) -> Folded:
    """Fold text that has no walls: line feeds are dropped like any whitespace."""
    return Folded(fold_text(text), ((0, text),))


def fold_article(text: str, passages: Sequence[Passage]) -> Folded:
    """Fold an article's text; a line feed between two passages is dropped only where print runs on.

    Running text runs on from paragraph to paragraph, and a heading from line to line; anywhere
    else a ``WALL`` stands, which no query crosses.
    """
    pieces = _pieces(text, passages)
    return Folded(WALL.join(fold_text(piece) for _, piece in pieces), pieces)


def unfold_article(text: str, passages: Sequence[Passage], folded: str) -> Folded:
    """Return what ``fold_article`` does, of an article whose folded text is known."""
    return Folded(folded, _pieces(text, passages))


def fold_article_own(text: str, passages: Sequence[Passage]) -> str:
    """Return an article's text folded in everything but its script, with the walls of ``fold_article``."""
    return WALL.join(fold_own(piece) for _, piece in _pieces(text, passages))


def has_variants(text: Iterable[str]) -> bool:
    """Tell whether folding would change the script of some character of a text, or of a set of them."""
    return not changed_characters().isdisjoint(text)


@cache
def changed_characters() -> frozenset[str]:
    """Return the characters whose script folding changes, those included that are first made alike to one."""
    forms = script_forms()
    return frozenset({*forms, *(one for one in _compatible() if _TABLE[ord(one)] != _OWN[ord(one)])})


def own_of(character: str) -> str:
    """Return what a character folds to with its script left as it is."""
    return _OWN[ord(character)]


def spellings(own: str) -> frozenset[str]:
    """Return the ideograph itself and every character that is made alike to it, whatever the script."""
    return _spellings().get(own, frozenset()) | {own}


@cache
def _spellings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in _compatible():
        for own in _OWN[ord(one)]:
            found.setdefault(own, set()).add(one)
    return {own: frozenset(listed) for own, listed in found.items()}


def _compatible() -> Iterator[str]:
    return (chr(code) for first, end in _COMPATIBLE for code in range(first, end))


def _pieces(text: str, passages: Sequence[Passage]) -> tuple[tuple[int, str], ...]:
    pieces: list[tuple[int, str]] = []
    start = 0
    for before, after in pairwise(passages):
        if not runs_on(before.role, after.role):
            pieces.append((start, text[start : before.end]))
            start = before.end + 1
    pieces.append((start, text[start:]))
    return tuple(pieces)


def runs_on(before: Role, after: Role) -> bool:
    """Tell whether print runs on from one passage to the next."""
    if before in RUNNING_TEXT:
        return after in RUNNING_TEXT
    return before == after and before in TITLE_BLOCK


@dataclass(frozen=True, slots=True)
class Expansions:
    """The characters that fold to several, and what stands second or later and before the last in these."""

    characters: frozenset[str]
    tails: frozenset[str]
    heads: frozenset[str]

    def stand_in(self, text: Iterable[str]) -> bool:
        """Tell whether a text, or a set of characters, has one that folds to several."""
        return not self.characters.isdisjoint(text)

    def may_split(self, term: str) -> bool:
        """Tell whether a folded term could begin or end within an expanded character."""
        return term[0] in self.tails or term[-1] in self.heads


@cache
def expansions() -> Expansions:
    """Return what is known about characters that fold to several."""
    found: dict[str, str] = {}
    for first, end in _EXPANDING:
        for character in map(chr, range(first, end)):
            if unicodedata.decomposition(character) or len(character.casefold()) > 1:
                folded = _TABLE[ord(character)]
                if len(folded) > 1:
                    found[character] = folded
    return Expansions(
        frozenset(found),
        frozenset("".join(folded[1:] for folded in found.values())),
        frozenset("".join(folded[:-1] for folded in found.values())),
    )
