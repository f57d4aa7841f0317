"""Words of the archive that the last term of a query text may become."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from baoguan.domain.query import All, AnyOf, Facet, Field, Node, Not, Suggestion, Term
from baoguan.index.engine import Engine
from baoguan.index.fold import LATIN, fold_text
from baoguan.index.tree import EVERYTHING, Holds
from baoguan.search.parse import parse

_NAMED = {
    Field.BYLINE: Facet.BYLINE,
    Field.SECTION: Facet.SECTION,
    Field.PAPER: Facet.TITLE,
    Field.TAG: Facet.TAG,
}
_OPEN_QUOTE = re.compile(r"""(?:^|(?<=[\s(（:：]))(?:(["＂])[^"＂]*|(“)[^“”]*)\Z""")
_CLOSING = {'"': '"', "＂": "＂", "“": "”"}
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_NOT_PLAIN = re.compile(r'[\s"＂“”()（）*?]')
# What words are made of: nothing else needs to be looked up.
_WORD = re.compile(f"[一-鿕{LATIN}]+")
_LATIN_TAIL = re.compile(f"[{LATIN}]+\\Z")
_LONGEST = 200
_LONGEST_TAIL = 6
_TRIED_OF_A_TAIL = 4


@dataclass(frozen=True, slots=True)
class _Typed:
    """The term at the end of a query text: it begins at ``start``, and ``quote`` would close it."""

    text: str
    start: int
    field: Field
    quote: str

    @property
    def folded(self) -> str:
        return fold_text(self.text[self.start :])


def suggest(text: str, engine: Engine, limit: int) -> tuple[Suggestion, ...]:
    """Return query texts with their last term completed, and how many articles hold that term or word.

    Of a word in a field that the engine does not decide, the number is a bound from above.
    """
    typed = _typed(text)
    if typed is None or typed.field is Field.PAGE:
        return ()
    found = _by_name(typed, engine) if typed.field in _NAMED else _by_word(typed, engine, limit)
    kept: dict[str, Suggestion] = {}
    for one in found:
        if len(kept) == limit:
            break
        kept.setdefault(one.text, one)
    return tuple(kept.values())


def names(engine: Engine, field: Field) -> Mapping[str, int]:
    """Return the names filed under a field and their numbers of articles; none for running text."""
    facet = _NAMED.get(field)
    return engine.facets(EVERYTHING, (facet,))[facet] if facet else {}


def words_from(engine: Engine, prefix: str, limit: int) -> Sequence[Suggestion]:
    """Return the archive's words that begin with a folded string, most frequent first."""
    return engine.words(prefix, limit) if _WORD.fullmatch(prefix) else ()


def _typed(text: str) -> _Typed | None:
    """Return the term that is being typed at the end of a text, None where none is."""
    if len(text) > _LONGEST or not text or text[-1].isspace():
        return None
    opened = _OPEN_QUOTE.search(text)
    quote = _CLOSING[opened[1] or opened[2]] if opened else ""
    unclosed = len(re.findall("[(（]", text)) - len(re.findall("[)）]", text))
    # What is closed is read as it will be when it is typed to the end.
    whole = text + quote + ")" * unclosed
    tree = parse(whole).understood
    leaf = max(_terms(tree), key=lambda each: each.at.end, default=None) if tree else None
    if leaf is None or leaf.wild or leaf.at.end < len(text) + len(quote):
        return None
    start = whole.rindex(leaf.text, leaf.at.start, leaf.at.end)
    start += len(text[start:]) - len(text[start:].lstrip('(（"＂“'))
    typed = _Typed(text, start, leaf.field, quote)
    return None if text[start:] in _OPERATORS or not typed.folded else typed


def _terms(node: Node) -> Iterator[Term]:
    """Yield the terms of a tree, those it excludes too."""
    match node:
        case Term():
            yield node
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _terms(part)
        case Not(part=part):
            yield from _terms(part)
        case _:
            return


def _by_name(typed: _Typed, engine: Engine) -> Iterator[Suggestion]:
    """Yield the names that begin with what is typed; a name is taken whole, in quotes where it needs them."""
    listed = sorted(names(engine, typed.field).items(), key=lambda held: (-held[1], held[0]))
    for name, articles in listed:
        if fold_text(name).startswith(typed.folded) and name != typed.text[typed.start :]:
            quoted = f'"{name}"' if not typed.quote and _NOT_PLAIN.search(name) else name + typed.quote
            yield Suggestion(typed.text[: typed.start] + quoted, articles)


def _by_word(typed: _Typed, engine: Engine, limit: int) -> Iterator[Suggestion]:
    """Yield completions of the whole term, then of the words it may end with."""
    folded = typed.folded
    for one in words_from(engine, folded, limit + 1):
        sought = Holds(one.text, typed.field)
        articles = one.articles if typed.field is Field.ANY else _at_most(engine, sought, one.articles)
        yield from _completed(typed, one.text[len(folded) :], articles)
    for start in _tails(folded):
        stem, tail = folded[:start], folded[start:]
        for one in words_from(engine, tail, _TRIED_OF_A_TAIL):
            sought = Holds(stem + one.text, typed.field)
            if engine.decides(sought):
                yield from _completed(typed, one.text[len(tail) :], engine.count(sought))


def _completed(typed: _Typed, rest: str, articles: int) -> Iterable[Suggestion]:
    return [Suggestion(typed.text + rest + typed.quote, articles)] if rest and articles else []


def _tails(folded: str) -> Iterable[int]:
    """Return where the last word of a term may begin, longest first: a Latin one is seen, others are not."""
    if latin := _LATIN_TAIL.search(folded):
        return [latin.start()] if latin.start() else []
    return range(max(1, len(folded) - _LONGEST_TAIL), len(folded))


def _at_most(engine: Engine, sought: Holds, most: int) -> int:
    return engine.count(sought) if engine.decides(sought) else min(most, len(engine.candidates(sought)))
