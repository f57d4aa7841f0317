"""What Whoosh stores of an entry, and a query tree in Whoosh's own queries."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator

from whoosh import fields, formats
from whoosh.query.compound import And, Or
from whoosh.query.qcore import Query
from whoosh.query.terms import Term as Holding
from whoosh.reading import IndexReader

from baoguan.domain.query import All as AllOf
from baoguan.domain.query import AnyOf, Field, Near, Node, Term
from baoguan.index.analysis import WordField, needed_grams, words
from baoguan.index.fold import WALL, fold_text

_BOOSTS = {WordField.TITLE: 4.0, WordField.DECK: 2.5, WordField.BODY: 1.0, WordField.CAPTION: 0.6}
_RANKED_IN = {Field.TITLE: (WordField.TITLE, WordField.DECK), Field.CAPTION: (WordField.CAPTION,)}
_Postings = Generator[tuple[bytes, int, float, bytes], None, None]
_CONSIDERED_GRAMS = 64
_RAREST_GRAMS = 6
_RANKING_WORDS = 32
_RANKING_CHARACTERS = 400


class Cut(fields.FieldType):
    """A field of strings that are already cut, indexed as they are.

    Lone surrogates, which UTF-8 has no bytes for, are kept, so that no text can stop the index.
    """

    def __init__(self, *, counted: bool) -> None:
        # The codec keeps each posting's weight itself; a posting value would only repeat it.
        self.format = formats.Existence()
        self.scorable = counted

    def index(self, value: Iterable[str], **_: object) -> _Postings:
        """Yield (string, count, weight, no posting value) for each different string."""
        for text, count in Counter(value).items():
            yield self.to_bytes(text), count, float(count), b""

    def to_bytes(self, value: str | bytes) -> bytes:
        """Return a string as the bytes it is indexed under."""
        return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


def schema() -> fields.Schema:
    """Return the index's fields; one entry without an article holds the revision."""
    return fields.Schema(
        article=fields.NUMERIC(int, bits=64, shift_step=0, sortable=True),
        grams=Cut(counted=False),
        imprint=Cut(counted=False),
        about=Cut(counted=False),
        revision=fields.STORED(),
        **{field.value: Cut(counted=True) for field in WordField},
    )


def every_article() -> Query:
    """Return the query that all articles match: each has the wall among its grams."""
    return Holding("grams", WALL)


def recall(node: Node, reader: IndexReader) -> Query:
    """Return a query that at least the articles matching a tree match."""
    match node:
        case Term(text=text, field=field, wild=wild):
            return _holding(_literals(text) if wild else (text,), field, reader)
        case Near(terms=terms, field=field):
            return _holding(terms, field, reader)
        case AllOf(parts=parts):
            return And([recall(part, reader) for part in parts])
        case AnyOf(parts=parts):
            return Or([recall(part, reader) for part in parts])
        case _:  # dates, numbers, NOT: grams say nothing sure about these
            return every_article()


def _literals(pattern: str) -> tuple[str, ...]:
    return tuple(fold_text(pattern).replace("?", "*").split("*"))


def _holding(texts: Iterable[str], field: Field, reader: IndexReader) -> Query:
    """Return the query for articles that have the grams of all the texts, the rarest few of them."""
    name = "imprint" if field in (Field.PAPER, Field.PAGE) else "grams"
    needed = {gram: 0 for text in texts for gram in needed_grams(fold_text(text))[:_CONSIDERED_GRAMS]}
    if not needed:
        return every_article()
    if len(needed) > _RAREST_GRAMS:
        for gram in needed:
            needed[gram] = reader.doc_frequency(name, gram.encode("utf-8", "surrogatepass"))
    rarest = sorted(needed, key=needed.__getitem__)[:_RAREST_GRAMS]
    return And([Holding(name, gram) for gram in rarest])


def ranking(tree: Node) -> list[tuple[Query, float]]:
    """Return a query for each word and field of a tree, with the weight of its score in the article's."""
    wanted: dict[tuple[WordField, str], None] = {}
    seen: set[str] = set()
    for text, field in _sought(tree):
        for word in words(fold_text(text[:_RANKING_CHARACTERS])):
            if len(seen | {word}) > _RANKING_WORDS:
                break
            seen.add(word)
            wanted.update(((where, word), None) for where in _RANKED_IN.get(field, tuple(WordField)))
    return [(Holding(where.value, word), _BOOSTS[where]) for where, word in wanted]


def _sought(node: Node) -> Iterator[tuple[str, Field]]:
    """Yield the strings a tree asks for, not those it excludes."""
    match node:
        case Term(text=text, field=field, wild=wild):
            yield from ((piece, field) for piece in (_literals(text) if wild else (text,)))
        case Near(terms=terms, field=field):
            yield from ((text, field) for text in terms)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _sought(part)
        case _:
            return
