"""What a number measures where its clause does not say it outright."""

from functools import cache

from baoguan.domain.statistic import Kind
from baoguan.statistics.chunks import is_body
from baoguan.statistics.clauses import Clause
from baoguan.statistics.names import Span, holds
from baoguan.statistics.reading import Reading
from baoguan.statistics.tables import rows
from baoguan.statistics.words import Word, group, is_place

_ANY = "*"
PERSONS = frozenset({"人", "户"})
"""Units of people, whom a dictionary has to know: unknown names that end like them are rather firms."""
_SIZES = frozenset("高深重厚长宽年")
_REACHING = frozenset("及达约逾近有为仅至超")
_BETWEEN = frozenset({"link", "date", "trend", "verb"})
_NEAR = 4


@cache
def _counted() -> dict[str, str]:
    """Return the last characters of the nouns that each unit counts."""
    return {row[0]: row[1] for row in rows("counted.tsv")}


def counts(unit: str | None, word: Word) -> bool:
    """Whether a unit is one that counts what a word names: 艘 and 渔船, 盒 and any goods."""
    ends = _counted().get(unit or "", "")
    if ends == _ANY:
        return word.kind in {"noun", "other", "modifier"} and not (is_body(word) or holds(word))
    known = unit not in PERSONS or word.kind == "noun"
    return known and bool(ends) and word.form[-1] in ends


def guessed(clause: Clause, reading: Reading, index: int, subject: Span) -> Span:
    """Return what a number measures by the words nearest to it, None where they tell nothing.

    年|廿一岁, 高|22层; 十八昼夜|抢修; 电池|1810毫安时, where the battery is whose figure it is too.
    """
    found = _size(clause, index) or _people(clause, reading, index) or _spent(clause, reading, index)
    acting = reading.kind is Kind.DURATION and clause.kind(clause.ahead(index)) == "verb"
    return found or (None if acting else _itself(clause, index, subject))


def _size(clause: Clause, index: int) -> Span:
    """Return the word for a size or age before a number, small words between: 深|及|二尺."""
    for at in range(clause.chunks[index].low - 1, max(-1, clause.chunks[index].low - _NEAR), -1):
        word = clause.words[at]
        if word.form in _SIZES:
            return word.start, word.end
        if word.form not in _REACHING:
            return None
    return None


def _people(clause: Clause, reading: Reading, index: int) -> Span:
    """Return the people named right before their number who speak of nothing else: 记者|达3200名."""
    before = clause.back(index)
    if reading.code != "人" or clause.kind(before) != "name":
        return None
    last = clause.words[clause.chunks[before].high - 1]
    return (last.start, last.end) if counts("人", last) else None


def _spent(clause: Clause, reading: Reading, index: int) -> Span:
    """Return what a stretch of time was spent on."""
    after = index + 1
    if reading.kind is not Kind.DURATION or clause.kind(after) not in {"verb", "name"}:
        return None
    word = clause.words[clause.chunks[after].low]
    acts = word.kind in {"verb", "either"} and word.end - word.start > 1
    return (word.start, word.end) if acts else None


def _itself(clause: Clause, index: int, subject: Span) -> Span:
    """Return whose figure it is, where that is a thing named right before its number."""
    at = index - 1
    while at > max(-1, index - _NEAR) and clause.kind(at) in _BETWEEN:
        at -= 1
    if not subject or clause.kind(at) != "name":
        return None
    last = clause.words[clause.chunks[at].high - 1]
    if last.end != subject[1] or holds(last) or is_place(last) or last.form in group("tail"):
        return None
    index_like = last.form.endswith(("指数", "指")) or not is_body(last)
    return subject if index_like else None
