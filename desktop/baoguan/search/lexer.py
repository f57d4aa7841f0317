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
from baoguan.domain.query import Field, Mistake, Near, Node, Term
from baoguan.index.fold import fold_text
from baoguan.search.ranges import read_date_range, read_number_range

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
_FIELD = re.compile(r"([A-Za-z一-鿿]{1,8})[:：](?=\S)")
_OPERATOR = re.compile(r"(AND|OR|NOT)(?=\s|$)")
_RANGE = re.compile(r"[\[［][^\[\]［］\n]{0,80}[\]］]")
_QUOTED = re.compile(r"""(?:["＂]([^"＂]*)["＂]|“([^“”]*)”)(?:~([0-9]{1,4}))?""")
_OPENING_QUOTES = '"＂“'
_CHUNK = re.compile(r"\S+")
_MOST_DISTANT = 1000
_DEEPEST = 20
_MOST_STARS = 8
_LONGEST_PATTERN = 200


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
    syntax: bool = False

    @classmethod
    def of(cls, text: str) -> "Lexer":
        """Return a lexer that knows which of the text's brackets group."""
        return cls(text, [], _grouping(text))

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

    def mistake(self, at: Span, zh: str, en: str) -> None:
        """Note a part that was taken literally."""
        self.mistakes.append(Mistake(at, zh, en))

    def _mark(self, place: int) -> Token | None:
        if bracket := self.brackets.get(place):
            return Token(Span(place, place + 1), bracket)
        if word := _OPERATOR.match(self.text, place):
            return Token(Span(*word.span()), Mark(word[1]))
        return None

    def _leaf(self, place: int) -> Token:
        named = _FIELD.match(self.text, place)
        name = named[1].lower() if named else ""
        if named and (name in _DATES or name in _NUMBERS):
            return self._range(place, named.end(), name)
        field = _FIELDS.get(name, Field.ANY)
        start = named.end() if named and name in _FIELDS else place
        self.syntax = self.syntax or start > place
        return self._quoted(place, start, field) or self._chunk(place, start, field)

    def _range(self, place: int, start: int, name: str) -> Token:
        match = _RANGE.match(self.text, start)
        end = match.end() if match else self._chunk_end(start)
        value = self.text[start:end]
        read = read_date_range(value) if name in _DATES else read_number_range(value, _NUMBERS[name])
        if read is None:
            at = Span(place, end)
            self.mistake(at, "没有看懂这个范围，按原样查找", "This range is not understood; taken as text")
            return Token(at, leaf=_term(self.text[place:end], Field.ANY, at))
        self.syntax = True
        node, backwards = read
        if backwards:
            at = Span(start, end)
            self.mistake(at, "范围前后颠倒，已对调", "The range runs backwards; its ends are swapped")
        return Token(Span(place, end), leaf=node)

    def _quoted(self, place: int, start: int, field: Field) -> Token | None:
        """Return the phrase or proximity in quotes at ``start``, where they enclose a whole term."""
        if start >= len(self.text) or self.text[start] not in _OPENING_QUOTES:
            return None
        match = _QUOTED.match(self.text, start)
        if match is None:
            at = Span(start, start + 1)
            self.mistake(at, "引号没有成对，按原样查找", "A quotation mark without its pair; taken as text")
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
            self.mistake(at, "通配符须与文字连用，按原样查找", "A wildcard needs some text; taken as text")
            return Token(at, leaf=_term(text, field, at))
        self.syntax = True
        return Token(at, leaf=Term(text, field, wild=True, at=at))

    def _chunk_end(self, start: int) -> int:
        match = _CHUNK.match(self.text, start)
        end = match.end() if match else start
        return next((at for at in range(start + 1, end) if self.brackets.get(at) is Mark.CLOSE), end)

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
    """Return the brackets that group: at a term's start and end, with more than one thing between."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in "(（":
            opened.append(place)
        elif character in ")）" and opened:
            pairs.append((opened.pop(), place))
    found: dict[int, Mark] = {}
    ends: list[int] = []
    for start, end in sorted(pairs):
        ends = [outer for outer in ends if outer > start]
        before, after = text[start - 1 : start], text[end + 1 : end + 2]
        begins = not before or before.isspace() or found.get(start - 1) is Mark.OPEN
        finishes = not after or after.isspace() or found.get(end + 1) is Mark.CLOSE
        if not (begins and finishes and len(ends) < _DEEPEST):
            continue
        if len(text[start + 1 : end].split(maxsplit=1)) > 1:
            found[start], found[end] = Mark.OPEN, Mark.CLOSE
            ends.append(end)
    return found


def as_text(token: Token, text: str) -> Token:
    """Return a mark as the word it is typed as, to be looked for."""
    return replace(token, mark=None, leaf=_term(text[token.at.start : token.at.end], Field.ANY, token.at))
