"""What OpenSearch keeps of an entry: characters with places, pairs, words, numbers, and where it is filed.

Texts are split here, so that the server's own whitespace analyzer is all it takes: no plugin.
"""

import math
import re
import sys
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet
from baoguan.domain.records import ReportedNumber
from baoguan.index.analysis import BESIDE, PRINTED, Entry, WordField
from baoguan.index.field_names import GROUPS, numbers_in, own_in, text_in, words_in
from baoguan.index.pairs import pairs

Json = dict[str, Any]

ARTICLE = "article"
DAY = "day"
FLAG = "flag"
PAIRS = "pairs"
WORDS = "words"
REVISION = "revision"
TURN = "turn"
RECORD = "revision"
"""The one entry that is no article: it holds the index's revision, and how often it was written."""
FORMAT = 2
"""Goes up whenever folding or fields change: an index of another format is made again."""
WINDOW = 10_000_000
"""Places of the order that can be asked for directly."""

_LONGEST_WORD = 1000
# Lucene takes 32,766 bytes, and no character of a value comes to more than eight.
_LONGEST_VALUE = 4000
_ESCAPE = "\x00"
_CUT = "\x01"
_SURROGATE = re.compile("[\ud800-\udfff]")

# What some server may take for space between tokens or for broken text, and what UTF-8 has no bytes for.
# Its token is longer than one character, so that it is nobody else's.
_SPACES = (*range(0x21), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x2010), *range(0x2028, 0x2030))
_UNSAFE = (*_SPACES, 0x205F, 0x3000, 0xFEFF, *range(0xFFFD, 0x10000), *range(0xD800, 0xE000))
_TOKENS = {chr(code): f"x{code:x}" for code in _UNSAFE}


def filed_in(facet: Facet) -> str:
    """Return the name of the field that holds the values of a facet."""
    return f"filed_{facet.value}"


def template(pattern: str, shards: int, replicas: int) -> Json:
    """Return the index template for names of a pattern."""
    settings = {
        "number_of_shards": shards,
        "number_of_replicas": replicas,
        # Whoever writes says when it is to be seen, so that readers see an update whole.
        "refresh_interval": "-1",
        "max_result_window": WINDOW,
        # Longer than any request takes: a late one must find that its article was deleted since.
        "gc_deletes": "15m",
    }
    return {
        "index_patterns": [pattern],
        "priority": 500,
        "template": {"settings": {"index": settings}, "mappings": _mappings()},
    }


def _mappings() -> Json:
    kept: Json = {"type": "long", "index": False, "doc_values": False}
    text: Json = {"type": "text", "analyzer": "whitespace"}
    fields: Json = {
        ARTICLE: {"type": "long"},
        DAY: {"type": "integer"},
        FLAG: {"type": "keyword", "doc_values": False},
        PAIRS: {**text, "norms": False, "index_options": "docs"},
        WORDS: {"type": "keyword", "ignore_above": _LONGEST_WORD},
        REVISION: kept,
        TURN: kept,
    }
    fields |= {text_in(field): {**text, "norms": False} for field in (*PRINTED, *BESIDE)}
    fields |= {own_in(field): {**text, "norms": False} for field in PRINTED}
    fields |= {words_in(part): {**text, "index_options": "freqs"} for part in WordField}
    fields |= {numbers_in(group): {"type": "double_range"} for group in GROUPS.values()}
    fields |= {filed_in(facet): {"type": "keyword"} for facet in Facet}
    return {"dynamic": "strict", "_source": {"includes": [REVISION, TURN]}, "properties": fields}


def spread(text: str) -> str:
    """Return folded text as tokens with spaces between: a character each, or a longer name for a space."""
    return " ".join(map(_TOKENS.get, text, text))


def filed_term(value: str) -> str:
    """Return a facet's value as it is indexed: UTF-8 can write it, and it is not too long for a term."""
    if len(value) > _LONGEST_VALUE:
        digest = sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
        value = f"{value[:_LONGEST_VALUE]}{_CUT}{digest}"
    if value.startswith(_ESCAPE) or _SURROGATE.search(value):
        return _ESCAPE + value.encode("utf-16-le", "surrogatepass").hex()
    return value


def filed_value(term: str) -> str:
    """Return the facet's value of an indexed term; of one that was too long, the beginning."""
    if term.startswith(_ESCAPE):
        term = bytes.fromhex(term[1:]).decode("utf-16-le", "surrogatepass")
    return f"{term[:_LONGEST_VALUE]}…" if _CUT in term[_LONGEST_VALUE:] else term


def finite(number: float) -> float:
    """Return a number as JSON can write it; both zeros are one."""
    return min(max(number, -sys.float_info.max), sys.float_info.max) + 0.0


def indexed(article: ArticleId, entry: Entry) -> Json:
    """Return what is indexed of an article."""
    made: Json = {ARTICLE: article, FLAG: sorted(entry.flags)}
    if entry.date is not None:
        made[DAY] = entry.date.toordinal()
    for field, text in entry.texts.items():
        made[text_in(field)] = spread(text)
    for field, text in entry.own.items():
        made[own_in(field)] = spread(text)
    held = (pair for field in PRINTED for pair in pairs(entry.texts.get(field, "")))
    made[PAIRS] = " ".join(dict.fromkeys(held))
    for part, words in entry.words.items():
        made[words_in(part)] = " ".join(words)
    made[WORDS] = list({word for words in entry.words.values() for word in words})
    for facet, values in entry.filed.items():
        made[filed_in(facet)] = [filed_term(value) for value in values]
    return made | _numbers(entry.numbers)


def _numbers(numbers: Iterable[ReportedNumber]) -> Json:
    made: Json = {}
    for number in numbers:
        if not math.isnan(number.low) and not math.isnan(number.high):
            ranges = made.setdefault(numbers_in(GROUPS[number.group]), [])
            ranges.append({"gte": finite(number.low), "lte": finite(number.high)})
    return made
