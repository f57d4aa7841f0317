"""What Whoosh keeps of an entry: its fields, and the terms and columns of each."""

from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain, islice
from struct import Struct
from typing import Any

from whoosh import columns as whoosh_columns
from whoosh import fields, formats

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet, Field
from baoguan.domain.records import ReportedNumber
from baoguan.index.analysis import BESIDE, PRINTED, Entry, WordField
from baoguan.index.fold import WALL
from baoguan.index.pairs import is_pair, pairs
from baoguan.index.whoosh_columns import Integers
from baoguan.index.whoosh_postings import Terms

ARTICLE = "article"
DAY = "day"
NUMBERS = "numbers"
TEXTS = "texts"
OWN_TEXTS = "own_texts"
FILED = "filed"
FLAGS = "flags"
REVISION = "revision"

columns: Any = whoosh_columns  # only half typed
_NUMBER = Struct("<Bdd")
_FIELDS = (*PRINTED, *BESIDE)
_ENDS = Struct(f"<{len(_FIELDS)}I")
_BETWEEN = "\x1f"


class Cut(fields.FieldType):
    """A field of terms that are already cut and counted, indexed as they are."""

    def __init__(self) -> None:
        self.format = formats.Existence()

    def index(self, value: Terms, **_: object) -> Generator[Any, None, None]:
        """Yield all terms as one posting, which ``Gathered`` takes in at once."""
        yield value, 1, 1.0, b""


def text_field(field: Field) -> str:
    """Return the Whoosh field for what a field's text holds."""
    return f"in_{field.value}"


def word_field(field: WordField) -> str:
    """Return the Whoosh field for the words of a part."""
    return f"words_{field.value}"


def length_field(field: WordField) -> str:
    """Return the column for how many words a part has."""
    return f"length_{field.value}"


def schema() -> fields.Schema:
    """Return the index's fields; one row without an article holds the revision."""
    return fields.Schema(
        **{
            **{name: fields.COLUMN(Integers()) for name in (ARTICLE, DAY)},
            **{length_field(field): fields.COLUMN(Integers()) for field in WordField},
            NUMBERS: fields.COLUMN(columns.VarBytesColumn()),
            **{name: fields.COLUMN(columns.VarBytesColumn()) for name in (TEXTS, OWN_TEXTS)},
            **{name: Cut() for name in (FILED, FLAGS, REVISION)},
            **{text_field(field): Cut() for field in PRINTED + BESIDE},
            **{word_field(field): Cut() for field in WordField},
        }
    )


def row(article: ArticleId, entry: Entry) -> dict[str, object]:
    """Return what an entry has in each field."""
    terms: dict[str, Terms] = {text_field(field): _grams(text) for field, text in entry.texts.items()}
    terms |= {word_field(field): Counter(words) for field, words in entry.words.items()}
    terms[FILED] = {filed(facet, value) for facet, values in entry.filed.items() for value in values}
    terms[FLAGS] = entry.flags
    return {
        ARTICLE: article,
        DAY: entry.date.toordinal() if entry.date else 0,
        NUMBERS: b"".join(map(_packed, entry.numbers)),
        TEXTS: _together(entry.texts),
        **({OWN_TEXTS: _together(entry.own)} if entry.own else {}),
        **{length_field(field): len(words) for field, words in entry.words.items()},
        **{name: of_field for name, of_field in terms.items() if of_field},
    }


def filed(facet: Facet, value: str) -> str:
    """Return the term of a value of a facet; of the empty value, what all terms of the facet begin with."""
    return facet.value + _BETWEEN + value


def numbers(packed: bytes) -> Iterator[tuple[str, float, float]]:
    """Yield the group, low and high of each number in a row of the column."""
    at = 0
    while at < len(packed):
        length, low, high = _NUMBER.unpack_from(packed, at)
        at += _NUMBER.size + length
        yield packed[at - length : at].decode("utf-8"), low, high


def holds(texts: bytes, fields: Sequence[Field], sought: bytes) -> bool:
    """Tell whether a row of a column of texts holds a string in fields that stand together in it."""
    if not texts:
        return False
    first, last = _FIELDS.index(fields[0]), _FIELDS.index(fields[-1])
    ends = _ENDS.unpack_from(texts)
    start = ends[first - 1] if first else _ENDS.size
    return texts.find(sought, start, ends[last]) >= 0


def as_bytes(text: str) -> bytes:
    """Return text as the index keeps it; lone surrogates, which UTF-8 has no bytes for, are kept."""
    return text.encode("utf-8", "surrogatepass")


def grams_of(sought: str) -> list[str]:
    """Return the terms that text must have to hold a string."""
    found = list(dict.fromkeys(pairs(sought)))
    covered = set(chain.from_iterable(found))
    return found + [one for one in dict.fromkeys(sought) if one not in covered]


def is_gram(sought: str) -> bool:
    """Tell whether a string is one term, so that no text need be read to know who holds it."""
    return len(sought) == 1 or is_pair(sought)


def _grams(text: str) -> Set[str]:
    return {*text, *pairs(text)}


def _together(texts: Mapping[Field, str]) -> bytes:
    """Return the texts of all fields, one after another with a wall after each, and where each ends."""
    kept = [as_bytes(texts.get(field, "") + WALL) for field in _FIELDS]
    return _ENDS.pack(*islice(accumulate(map(len, kept), initial=_ENDS.size), 1, None)) + b"".join(kept)


def _packed(number: ReportedNumber) -> bytes:
    group = number.group.encode("utf-8")
    return _NUMBER.pack(len(group), number.low, number.high) + group
