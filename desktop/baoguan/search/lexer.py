"""Query text becomes leaves, brackets and operators.

Newspapers print brackets, quotes, colons and question marks too. So a mark is syntax only where
it can be nothing else: a bracket around something to group, quotes around a whole term, a field's
name before a value. Everything else is looked for as it is typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from baoguan.domain.article import Span
from baoguan.domain.language import Bilingual
from baoguan.domain.query import DateRange, Field, Mistake, Near, Node, NumberRange, Term
from baoguan.index.fold import fold_text
from baoguan.search.ranges import SWAPPED, NotRead, read_date_range, read_number_range

_FIELDS = {
    name: field
    for names, field in (
        ("标题 標題 title", Field.TITLE),
        ("正文 body", Field.BODY),
        ("记者 記者 byline", Field.BYLINE),
        ("栏目 欄目 section", Field.SECTION),
        ("报纸 報紙 paper", Field.PAPER),
        ("版 page", Field.PAGE),
        ("图 圖 caption", Field.CAPTION),
        ("标签 標籤 tag", Field.TAG),
        ("批注 批註 note", Field.NOTE),
    )
    for name in names.split()
}
_NUMBERS = {
    name: names.split()[0]
    for names in ("金额 金額 money", "百分比 percent", "数量 數量 count")
    for name in names.split()
}
_DATES = {"日期", "date"}
_NAMES = frozenset({*_FIELDS, *_NUMBERS, *_DATES})
_LONGEST_NAME = 8
_FIELD = re.compile(rf"([A-Za-z一-鿿]{{1,{_LONGEST_NAME}}})[:：](?=\S)")
_NAME_BEFORE = re.compile(rf"([A-Za-z一-鿿]{{1,{_LONGEST_NAME}}})[:：]\Z")
_OPERATOR = re.compile(r"(AND|OR|NOT)(?=\s|$)")
_RANGE = re.compile(r"[\[［【][^\[\]［］【】\n]{0,80}[\]］】]")
_QUOTED = re.compile(r"""(?:["＂]([^"＂]*)["＂]|“([^“”]*)”)(?:~([0-9]{1,4}))?""")
_OPENING_QUOTES = '"＂“'
_COLONS = frozenset(":：")
_BRACKET = re.compile("[(（)）]")
_CLOSING = re.compile("[)）]")
_CHUNK = re.compile(r"\S+")
_MOST_DISTANT = 1000
_DEEPEST = 20
_MOST_STARS = 8
_LONGEST_PATTERN = 200
_TWO_THINGS = re.compile(r"\S\s+\S")
_ONE_QUOTE = Bilingual("引号没有成对，按原样查找", "A quotation mark without its pair is taken as text")
_NO_PATTERN = Bilingual(
    "通配符须与文字连用，按原样查找", "A wildcard needs some text beside it; taken as text"
)


class Mark(Enum):
    """What a token is, if not a leaf."""

    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query; ``leaf`` is None for a mark."""

    at: Span
    mark: Mark | None = None
    leaf: Node | None = None


@dataclass(slots=True)
class Lexer:
    """Reads one query text; ``syntax`` tells whether a leaf in it was taken as anything but plain text."""

    text: str
    mistakes: list[Mistake]
    brackets: dict[int, Mark]
    names: list[str]
    """The field of each open bracket, of its own or of the one around it."""
    syntax: bool = False

    @classmethod
    def of(cls, text: str) -> "Lexer":
        """Return a lexer that knows which of the text's brackets group."""
        return cls(text, [], _grouping(text), [])

    def tokens(self) -> Iterator[Token]:
        """Yield the tokens in order; brackets may be unbalanced where quotes enclose one."""
        place = 0
        while place < len(self.text):
            if self.text[place].isspace():
                place += 1
                continue
            token = self._mark(place) or self._leaf(place)
            yield token
            place = token.at.end

    def mistake(self, at: Span, said: Bilingual) -> None:
        """Note a part that was taken literally."""
        self.mistakes.append(Mistake(at, said.zh, said.en))

    def _mark(self, place: int) -> Token | None:
        name, start = self._name(place)
        bracket = self.brackets.get(start)
        if bracket is Mark.OPEN:
            self.names.append(name)
        elif bracket and self.names:
            self.names.pop()
        if bracket:
            return Token(Span(place, start + 1), bracket)
        if word := _OPERATOR.match(self.text, place):
            return Token(Span(*word.span()), Mark(word[1]))
        return None

    def _name(self, place: int) -> tuple[str, int]:
        """Return the field of a place, its own or that of the brackets around it, and its value's start."""
        named = _FIELD.match(self.text, place)
        closed = named and self.brackets.get(named.end()) is Mark.CLOSE
        if named and not closed and named[1].lower() in _NAMES:
            return named[1].lower(), named.end()
        return (self.names[-1] if self.names else ""), place

    def _leaf(self, place: int) -> Token:
        name, start = self._name(place)
        if name in _DATES or name in _NUMBERS:
            return self._range(place, start, name)
        field = _FIELDS.get(name, Field.ANY)
        self.syntax = self.syntax or field is not Field.ANY
        return self._quoted(place, start, field) or self._chunk(place, start, field)

    def _range(self, place: int, start: int, name: str) -> Token:
        match = _RANGE.match(self.text, start)
        at = Span(place, match.end() if match else self._chunk_end(start))
        value = self.text[start : at.end]
        node: DateRange | NumberRange
        try:
            if name in _DATES:
                node, swapped = read_date_range(value)
            else:
                node, swapped = read_number_range(value, _NUMBERS[name])
        except NotRead as unread:
            self.mistake(at, unread.why)
            return Token(at, leaf=_term(self.text[place : at.end], Field.ANY, at))
        self.syntax = True
        if swapped:
            self.mistake(Span(start, at.end), SWAPPED)
        return Token(at, leaf=replace(node, at=at))

    def _quoted(self, place: int, start: int, field: Field) -> Token | None:
        """Return the phrase or proximity in quotes at ``start``, where they enclose a whole term."""
        if start >= len(self.text) or self.text[start] not in _OPENING_QUOTES:
            return None
        match = _QUOTED.match(self.text, start)
        if match is None:
            at = Span(start, start + 1)
            self.mistake(at, _ONE_QUOTE)
            return None
        if not self._ends_term(match.end()):
            return None
        at = Span(place, match.end())
        phrase = match[1] or match[2] or ""
        leaf = _near(phrase, match[3], field, at) or _term(phrase, field, at)
        if leaf is None:
            return None
        self.syntax = True
        return Token(at, leaf=leaf)

    def _chunk(self, place: int, start: int, field: Field) -> Token:
        end = self._chunk_end(start)
        text = self.text[start:end]
        at = Span(place, end)
        if not (text.strip("?").count("?") or "*" in text):
            return Token(at, leaf=_term(text, field, at))
        if not fold_text(text.strip("*?")) or text.count("*") > _MOST_STARS or len(text) > _LONGEST_PATTERN:
            self.mistake(at, _NO_PATTERN)
            return Token(at, leaf=_term(text, field, at))
        self.syntax = True
        return Token(at, leaf=Term(text, field, wild=True, at=at))

    def _chunk_end(self, start: int) -> int:
        match = _CHUNK.match(self.text, start)
        end = match.end() if match else start
        closing = (one.start() for one in _CLOSING.finditer(self.text, start + 1, end))
        return next((at for at in closing if at in self.brackets), end)

    def _ends_term(self, place: int) -> bool:
        following = self.text[place : place + 1]
        return not following or following.isspace() or self.brackets.get(place) is Mark.CLOSE


def _term(text: str, field: Field, at: Span) -> Term | None:
    """Return a term, or None where nothing of it is left to look for."""
    return Term(text, field, at=at) if fold_text(text) else None


def _near(phrase: str, distance: str | None, field: Field, at: Span) -> Node | None:
    """Return the proximity of a phrase's words, or None where there are no two or no distance."""
    terms = tuple(dict.fromkeys(word for word in phrase.split() if fold_text(word)))
    if distance is None or len(terms) < 2:
        return None
    return Near(terms, min(int(distance), _MOST_DISTANT), field, at)


def _grouping(text: str) -> dict[int, Mark]:
    """Return the brackets that group: around more than one thing where a term may stand, or after a field."""
    found: dict[int, Mark] = {}
    ends: list[int] = []
    for start, end in _pairs(text):
        ends = [outer for outer in ends if outer > start]
        named = _named_before(text, start)
        begin = named if named is not None else start
        before, after = text[begin - 1 : begin], text[end + 1 : end + 2]
        begins = not before or before.isspace() or found.get(begin - 1) is Mark.OPEN
        finishes = not after or after.isspace() or found.get(end + 1) is Mark.CLOSE
        if not (begins and finishes and len(ends) < _DEEPEST):
            continue
        if _TWO_THINGS.search(text, start + 1, end) or (named is not None and text[start + 1 : end].strip()):
            found[start], found[end] = Mark.OPEN, Mark.CLOSE
            ends.append(end)
    return found


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return the places of brackets that belong together, in order."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in "(（":
            opened.append(bracket.start())
        elif opened:
            pairs.append((opened.pop(), bracket.start()))
    return sorted(pairs)


def _named_before(text: str, place: int) -> int | None:
    """Return where the field's name begins that stands right before a place, if one does."""
    if text[place - 1 : place] not in _COLONS:
        return None
    named = _NAME_BEFORE.search(text, max(0, place - _LONGEST_NAME - 1), place)
    return named.start() if named and named[1].lower() in _NAMES else None


def as_text(token: Token, text: str) -> Token:
    """Return a mark as the word it is typed as, to be looked for."""
    return replace(token, mark=None, leaf=_term(text[token.at.start : token.at.end], Field.ANY, token.at))
