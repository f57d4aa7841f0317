"""A query text becomes a tree. Nothing a reader can type makes this fail."""

from collections.abc import Iterator, Sequence
from itertools import islice

from baoguan.domain.article import Span
from baoguan.domain.language import Bilingual
from baoguan.domain.query import All, AnyOf, Field, Node, Not, Query, Term
from baoguan.index.fold import fold_text
from baoguan.search.lexer import Lexer, Mark, Token, as_text

_MOST_TERMS = 128
_TOO_MANY = Bilingual(f"只用前 {_MOST_TERMS} 个词", f"Only the first {_MOST_TERMS} terms are used")
_NO_OPERAND = Bilingual("运算符缺少对象，按原样查找", "An operator with nothing to work on is taken as text")


def parse(text: str) -> Query:
    """Return the tree understood from a query text, and its mistakes, each with its place.

    Where anything was taken as syntax, the text as it stands is accepted too, so that whatever is
    copied from an article finds that article.
    """
    lexer = Lexer.of(text)
    tokens = list(islice(lexer.tokens(), _MOST_TERMS + 1))
    if len(tokens) > _MOST_TERMS:
        rest = Span(tokens[_MOST_TERMS].at.start, len(text))
        lexer.mistake(rest, _TOO_MANY)
        tokens = tokens[:_MOST_TERMS]
    tokens = _sound(_balanced(tokens), lexer)
    understood = tree = _Reading(tokens).either()
    if tree is not None and (lexer.syntax or any(token.mark for token in tokens)):
        tree = _joined(AnyOf, [tree, as_it_stands(text)])
    mistakes = sorted(lexer.mistakes, key=lambda mistake: mistake.at)
    return Query(text, tree, tuple(mistakes), understood)


def as_it_stands(text: str) -> Node | None:
    """Return the tree for the text as one string, or, where it has line feeds, as one string a line."""
    return _joined(All, list(islice(_lines(text), _MOST_TERMS)))


def _lines(text: str) -> Iterator[Term]:
    place = 0
    for line in text.splitlines(keepends=True):
        if fold_text(line):
            start = place + len(line) - len(line.lstrip())
            stripped = line.strip()
            yield Term(stripped, Field.ANY, at=Span(start, start + len(stripped)))
        place += len(line)


def _joined(kind: type[All] | type[AnyOf], parts: Sequence[Node | None]) -> Node | None:
    """Return the parts under one node, or the one part there is."""
    nodes = tuple(part for part in parts if part is not None)
    return kind(nodes) if len(nodes) > 1 else next(iter(nodes), None)


def _balanced(tokens: list[Token]) -> list[Token]:
    """Drop brackets that lost their pair to a quotation."""
    opened: list[int] = []
    lost: set[int] = set()
    for place, token in enumerate(tokens):
        if token.mark is Mark.OPEN:
            opened.append(place)
        elif token.mark is Mark.CLOSE:
            if opened:
                opened.pop()
            else:
                lost.add(place)
    lost.update(opened)
    return [token for place, token in enumerate(tokens) if place not in lost]


def _sound(tokens: list[Token], lexer: Lexer) -> list[Token]:
    """Return the tokens with every operator that has nothing to work on as the word it is typed as."""
    begins = {Mark.OPEN, Mark.NOT, None}
    for place in reversed(range(len(tokens))):
        if tokens[place].mark is Mark.NOT and not (
            place + 1 < len(tokens) and tokens[place + 1].mark in begins
        ):
            tokens[place] = _word(tokens[place], lexer)
    for place, token in enumerate(tokens):
        if token.mark in (Mark.AND, Mark.OR):
            before = place > 0 and tokens[place - 1].mark in (Mark.CLOSE, None)
            after = place + 1 < len(tokens) and tokens[place + 1].mark in begins
            if not (before and after):
                tokens[place] = _word(token, lexer)
    return tokens


def _word(token: Token, lexer: Lexer) -> Token:
    lexer.mistake(token.at, _NO_OPERAND)
    return as_text(token, lexer.text)


class _Reading:
    """Reads sound tokens: OR binds weakest, then AND or a space, then NOT, then brackets."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._place = 0

    def either(self) -> Node | None:
        """Read alternatives up to a closing bracket or the end."""
        parts = [self._all()]
        while self._next() is Mark.OR:
            self._place += 1
            parts.append(self._all())
        return _joined(AnyOf, parts)

    def _all(self) -> Node | None:
        parts: list[Node | None] = []
        while self._place < len(self._tokens) and self._next() not in (Mark.OR, Mark.CLOSE):
            if self._next() is Mark.AND:
                self._place += 1
            parts.append(self._one())
        return _joined(All, parts)

    def _one(self) -> Node | None:
        denied = False
        while self._next() is Mark.NOT:
            denied = not denied
            self._place += 1
        token = self._tokens[self._place]
        self._place += 1
        node = token.leaf
        if token.mark is Mark.OPEN:
            node = self.either()
            self._place += 1  # the closing bracket
        return Not(node) if denied and node is not None else node

    def _next(self) -> Mark | None:
        return self._tokens[self._place].mark if self._place < len(self._tokens) else None
