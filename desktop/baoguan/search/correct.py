"""A query text that finds something, near to one that finds nothing: "did you mean"."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, pairwise
from operator import eq

from baoguan.domain.article import Span
from baoguan.domain.query import Field, Near, Suggestion
from baoguan.index.engine import Engine
from baoguan.index.fold import fold, fold_text
from baoguan.index.pairs import common_characters
from baoguan.index.tree import Holds
from baoguan.search.match import leaves
from baoguan.search.parse import parse
from baoguan.search.suggest import names, words_from

_FEW = 2
_FAR_COMMONER = 20
_MOST_STRINGS = 4
_LONGEST = 40
_LONGEST_UNBROKEN = 8
_MOST_BREAKS = 3
_LONGEST_HEAD = 8
_LISTED = 64
_MOST_TRIED = 12
_ALIKE = 20
"""How many times likelier a mistake is between characters that sound or look alike."""
# How far apart in GB 2312 characters may be that sound or look alike.
_NEAR = 24


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """A word to put in the place of a folded string's characters; the greatest is the likeliest."""

    agreeing: int
    weight: int
    place: Span
    word: str


@dataclass(frozen=True, slots=True)
class _String:
    """A string that a query asks for: where it is typed, in what field, and as what query by itself."""

    place: Span
    field: Field
    alone: str


def correct(text: str, found: int, engine: Engine, count: Callable[[str], int]) -> str | None:
    """Return a text with one character put right that was wrong, missing, too many or swapped; None for none.

    ``found`` is how many articles the text finds; where that is one or two, what is returned finds
    far more. ``count`` tells how many articles a text finds. All else stays as it is typed.
    """
    if found > _FEW:
        return None
    for string in islice(_strings(text), _MOST_STRINGS):
        folded = fold(text[string.place.start : string.place.end])
        if 1 < len(folded.text) <= _LONGEST and count(string.alone) <= _FEW:
            for change in islice(_changes(folded.text, string.field, engine), _MOST_TRIED):
                start, end = folded.original_span(*change.place)
                at = string.place.start
                better = text[: at + start] + change.word + text[at + end :]
                if count(better) >= max(1, found * _FAR_COMMONER):
                    return better
    return None


def _strings(text: str) -> Iterator[_String]:
    """Yield the strings a query text asks for, with their places in it."""
    tree = parse(text).understood
    for leaf in leaves(tree) if tree else ():
        if isinstance(leaf, Near):
            for word in leaf.terms:
                start = text.index(word, leaf.at.start)
                yield _String(Span(start, start + len(word)), leaf.field, word)
        elif not leaf.wild:
            start = text.rindex(leaf.text, leaf.at.start, leaf.at.end)
            alone = text[leaf.at.start : leaf.at.end]
            yield _String(Span(start, start + len(leaf.text)), leaf.field, alone)


def _changes(folded: str, field: Field, engine: Engine) -> Iterator[_Change]:
    """Yield what may be put right, a long word before a short one; what is dear to look up comes last."""
    if named := names(engine, field):
        whole = Span(0, len(folded))
        near = ((name, held) for name, held in named.items() if _one_apart(folded, fold_text(name)))
        found = (_Change(sum(map(eq, name, folded)), held, whole, name) for name, held in near)
        yield from sorted(found, reverse=True)
        return
    words = lru_cache(maxsize=None)(lambda prefix: words_from(engine, prefix, _LISTED))
    suspects = _suspects(folded, engine)
    for changes in (_within(folded, suspects, words), _at_the_head(folded, suspects, words)):
        yield from sorted(set(changes), reverse=True)


def _suspects(folded: str, engine: Engine) -> Sequence[int]:
    """Return the characters beside which two stand together that do so in no article; else all."""
    breaks = [at for at, pair in enumerate(pairwise(folded)) if not _stands("".join(pair), engine)]
    if len(breaks) > _MOST_BREAKS:
        return ()
    if breaks:
        # One more before: an engine that does not decide a pair may see it where it is not.
        return sorted({place for at in breaks for place in (at - 1, at, at + 1) if place >= 0})
    return range(len(folded)) if len(folded) <= _LONGEST_UNBROKEN else ()


def _stands(pair: str, engine: Engine) -> bool:
    sought = Holds(pair)
    return engine.count(sought) > 0 if engine.decides(sought) else bool(engine.candidates(sought))


Words = Callable[[str], Sequence[Suggestion]]


def _within(folded: str, suspects: Iterable[int], words: Words) -> Iterator[_Change]:
    """Yield words that begin as the string does before a suspect character, or with the one after it."""
    for suspect in suspects:
        for start in range(max(0, suspect - _LONGEST_HEAD), suspect):
            yield from _fitting(folded, start, words(folded[start:suspect]))
        yield from _fitting(folded, suspect, words(folded[suspect + 1 : suspect + 2]))


def _at_the_head(folded: str, suspects: Iterable[int], words: Words) -> Iterator[_Change]:
    """Yield words whose first character is another than a suspect one, or is missing before it."""
    for suspect in islice(suspects, _MOST_BREAKS):
        others = dict.fromkeys(chain(_neighbours(folded[suspect]), common_characters()))
        for following in set(folded[suspect : suspect + 2]):
            for other in others:
                yield from _fitting(folded, suspect, words(other + following))


def _fitting(folded: str, start: int, words: Iterable[Suggestion]) -> Iterator[_Change]:
    """Yield the words that are one character apart from the string at a place."""
    for word in words:
        for length in (len(word.text), len(word.text) + 1, len(word.text) - 1):
            window = folded[start : start + length]
            if len(window) == length > 0 and _one_apart(window, word.text):
                alike = length == len(word.text) and _alike(window, word.text)
                weight = word.articles * (_ALIKE if alike else 1)
                yield _Change(len(word.text), weight, Span(start, start + length), word.text)


def _one_apart(one: str, other: str) -> bool:
    """Tell whether a character is wrong, missing, too many or swapped with the next, but not at the very end.

    One more at the end is no mistake: a string within a word that is there would have been found.
    """
    if one == other or one.startswith(other) or other.startswith(one):
        return False
    at = next(place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    rest, of_other = one[at:], other[at:]
    swapped = rest[:2] == of_other[:2][::-1] and rest[2:] == of_other[2:]
    return swapped or rest[1:] in (of_other, of_other[1:]) or rest == of_other[1:]


def _alike(one: str, other: str) -> bool:
    """Tell whether the characters in which two words differ sound or look alike."""
    return all(left == right or right in _neighbours(left) for left, right in zip(one, other, strict=True))


@lru_cache(maxsize=256)
def _neighbours(character: str) -> str:
    """Return the characters near to one in GB 2312: common ones stand there by pinyin, others by radical."""
    try:
        row, cell = character.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return ""
    place = row * 94 + cell - 0xA1
    near = (divmod(place + step, 94) for step in range(-_NEAR, _NEAR + 1) if step)
    return "".join(bytes((high, low + 0xA1)).decode("gb2312", "ignore") for high, low in near)
