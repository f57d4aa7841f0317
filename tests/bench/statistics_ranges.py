"""Bare numbers with what our rules say of their bounds, as the peer's cases of ranges ask.

The peer's range is the number with the words that bound it, open on one side where only one is told; 多, 余
and 几 are open upwards to it.
"""

from collections.abc import Iterator
from itertools import pairwise

from statistics_cases import Answer, Bound

from baoguan.domain.statistic import Kind, Relation
from baoguan.statistics.folding import fold
from baoguan.statistics.masking import blank, trap_spans
from baoguan.statistics.numerals import find_numerals
from baoguan.statistics.qualifiers import read_setting
from baoguan.statistics.reading import Reading
from baoguan.statistics.shares import join_shares
from baoguan.statistics.tokens import Token, bare

_SPANS = frozenset({"到", "至", "-", "~", "—", " - "})
_UPWARDS: frozenset[Relation] = frozenset({">", ">="})
_DOWNWARDS: frozenset[Relation] = frozenset({"<", "<="})


def free_of_traps(text: str) -> str:
    """Return the folded text with every trap blanked, of the same length."""
    folded = fold(text)
    return blank(folded, trap_spans(folded))


def ranges(text: str) -> Iterator[Answer]:
    """Read every pair of numbers that a sign joins and every number that a word bounds."""
    masked = free_of_traps(text)
    tokens = list(join_shares(masked, [bare(numeral) for numeral in find_numerals(masked)]))
    spans = {
        first.start: second
        for first, second in pairwise(tokens)
        if masked[first.end : second.start] in _SPANS and first.low < second.low
    }
    paired = {second.start for second in spans.values()}
    for token in tokens:
        if token.start in spans:
            last = spans[token.start]
            yield Answer(text[token.start : last.end], ((float(token.low), float(last.low)),))
        elif token.start not in paired and (bounded := _bounded(text, masked, token)):
            yield bounded


def _bounded(text: str, masked: str, token: Token) -> Answer | None:
    reading = Reading(
        token.start, token.end, token.start, token.end, Kind.NUMBER, token.low, token.high, token.relation
    )
    setting = read_setting(masked, reading)
    if masked[token.start : token.end].rstrip("万亿").endswith("几"):
        low, high = float(next(find_numerals(masked[token.start : token.end].replace("几", ""))).low), None
    else:
        low, high = _interval(float(token.low), setting.relation)
    if low is None and high is None:
        return None
    return Answer(text[setting.full_start : setting.full_end], ((low, high),))


def _interval(value: float, relation: Relation) -> tuple[Bound, Bound]:
    if relation in _UPWARDS:
        return value, None
    return (None, value) if relation in _DOWNWARDS else (None, None)
