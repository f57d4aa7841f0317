"""What Tantivy keeps of an entry: characters with places, pairs, words, numbers, and where it is filed."""

import math
import sys
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from tantivy import Document, Schema, SchemaBuilder

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet
from baoguan.domain.records import ReportedNumber
from baoguan.index.analysis import BESIDE, PRINTED, Entry, WordField
from baoguan.index.field_names import GROUPS, numbers_in, own_in, text_in, words_in
from baoguan.index.fold import WALL
from baoguan.index.pairs import GAP, runs
from baoguan.index.tantivy_numbers import blocks_of

ARTICLE = "article"
NEWEST = "newest"
OLDEST = "oldest"
DAY = "day"
FLAG = "flag"
REVISION = "revision"
PAIRS = "pairs"
PAIRS_BESIDE = "pairs_beside"
COUNTED = {
    **{facet: facet.value for facet in Facet},
    Facet.YEAR: Facet.MONTH.value,
    Facet.KIND: "kinds",
    Facet.HOLDING: "holdings",
}
"""The column that each facet is counted by: columns of one value an article are five times as fast."""
JOINED = (Facet.KIND, Facet.HOLDING)
"""Facets whose values stand joined by spaces in the column they are counted by."""

_NUMBER_BITS = 40
_NUMBERS = (1 << _NUMBER_BITS) - 1
_UTF_32 = f"utf-32-{sys.byteorder[0]}e"
_SPACE = "\x1f"
_ESCAPE = "\x00"


def ranges_in(group: str) -> str:
    """Return the name of the field that holds the blocks of the ranges of a group."""
    return f"ranges_{group}"


def schema() -> Schema:
    """Return the index's fields; one more entry without an article holds the revision."""
    made = SchemaBuilder()
    # Not unsigned: Tantivy for Python deletes nothing by the term of an unsigned field.
    made.add_integer_field(ARTICLE, indexed=True)
    made.add_unsigned_field(NEWEST, fast=True)
    made.add_unsigned_field(OLDEST, fast=True)
    made.add_integer_field(DAY, fast=True)
    made.add_unsigned_field(REVISION, indexed=True, fast=True)
    for field in (*PRINTED, *BESIDE):
        made.add_text_field(text_in(field), tokenizer_name="whitespace", index_option="position")
    for field in PRINTED:
        made.add_text_field(own_in(field), tokenizer_name="whitespace", index_option="position")
    for name in (PAIRS, PAIRS_BESIDE, FLAG):
        made.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for part in WordField:
        made.add_text_field(words_in(part), tokenizer_name="whitespace", index_option="freq")
    for name in map(ranges_in, GROUPS.values()):
        made.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in map(numbers_in, GROUPS.values()):
        made.add_float_field(name, fast=True)
    columns = set(COUNTED.values())
    for name in sorted(columns | {facet.value for facet in Facet}):
        made.add_text_field(name, fast=name in columns, tokenizer_name="raw", index_option="basic")
    return made.build()


def spread(text: str) -> str:
    """Return folded text as characters with spaces between, its own spaces and walls as control characters.

    Surrogates, which UTF-8 has no bytes for, become U+FFFD.
    """
    plain = text.replace(" ", _SPACE).replace(WALL, GAP)
    codes = array("I", plain.encode(_UTF_32, "surrogatepass"))
    spaced = array("I", [ord(" ")]) * (2 * len(codes))
    spaced[::2] = codes
    return spaced.tobytes().decode(_UTF_32, "replace")


def characters(text: str) -> list[str]:
    """Return the characters of folded text as they are indexed."""
    return list(text.replace(" ", _SPACE).replace(WALL, GAP))


def article_at(place: int) -> ArticleId:
    """Return the article of a place in ``NEWEST``."""
    return ArticleId(_NUMBERS - (place & _NUMBERS))


def article_from_oldest(place: int) -> ArticleId:
    """Return the article of a place in ``OLDEST``."""
    return ArticleId(place & _NUMBERS)


def filed_term(value: str) -> str:
    """Return a facet's value as it is indexed: one that cannot be as it is, in hexadecimal digits."""
    with suppress(UnicodeEncodeError):
        value.encode()
        if not value.startswith(_ESCAPE):
            return value
    return _ESCAPE + value.encode("utf-16-le", "surrogatepass").hex()


def filed_value(term: str) -> str:
    """Return the facet's value of an indexed term."""
    if term.startswith(_ESCAPE):
        return bytes.fromhex(term[1:]).decode("utf-16-le", "surrogatepass")
    return term


def document(article: ArticleId, entry: Entry) -> Document:
    """Return what is indexed of an article."""
    made = Document()
    made.add_integer(ARTICLE, article)
    made.add_unsigned(NEWEST, _place_from_newest(article, entry.date))
    made.add_unsigned(OLDEST, _place_from_oldest(article, entry.date))
    if entry.date is not None:
        made.add_integer(DAY, entry.date.toordinal())
    _add_texts(made, entry)
    for part, words in entry.words.items():
        made.add_text(words_in(part), " ".join(words))
    if entry.flags:
        made.add_text(FLAG, " ".join(entry.flags))
    _add_filed(made, entry.filed)
    _add_numbers(made, entry.numbers)
    return made


def revision_document(revision: int) -> Document:
    """Return the entry that holds the index's revision."""
    made = Document()
    made.add_unsigned(REVISION, revision)
    return made


def _place_from_newest(article: ArticleId, day: date | None) -> int:
    """Return a place that is higher for a newer article, and on one day for a lower number."""
    return ((day.toordinal() if day else 0) << _NUMBER_BITS) | (_NUMBERS - article)


def _place_from_oldest(article: ArticleId, day: date | None) -> int:
    """Return a place that is lower for an older article, and on one day for a lower number."""
    return ((day or date.max).toordinal() + (day is None) << _NUMBER_BITS) | article


def _add_texts(made: Document, entry: Entry) -> None:
    for field, text in entry.texts.items():
        made.add_text(text_in(field), spread(text))
    for field, text in entry.own.items():
        made.add_text(own_in(field), spread(text))
    for name, fields in ((PAIRS, PRINTED), (PAIRS_BESIDE, BESIDE)):
        if held := [entry.texts[field] for field in fields if field in entry.texts]:
            made.add_text(name, _paired(runs(WALL.join(held))))


def _paired(text: str) -> str:
    """Return the pairs of neighbours in text that UTF-8 has bytes for, with spaces between."""
    codes = array("I", text.encode(_UTF_32))
    if len(codes) < 2:
        return ""
    spaced = array("I", [ord(" ")]) * (3 * len(codes) - 3)
    spaced[::3] = codes[:-1]
    spaced[1::3] = codes[1:]
    return spaced.tobytes().decode(_UTF_32)


def _add_filed(made: Document, filed: Mapping[Facet, tuple[str, ...]]) -> None:
    for facet, values in filed.items():
        for value in values:
            made.add_text(facet.value, filed_term(value))
        if values and facet in JOINED:
            made.add_text(COUNTED[facet], " ".join(values))


def _add_numbers(made: Document, numbers: Iterable[ReportedNumber]) -> None:
    for number in numbers:
        group = GROUPS[number.group]
        if math.isnan(number.low) or math.isnan(number.high):
            continue
        made.add_float(numbers_in(group), number.low + 0.0)
        if number.low != number.high:
            for block in blocks_of(number.low, number.high):
                made.add_text(ranges_in(group), block)
