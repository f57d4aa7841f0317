"""Peer: Xapian with its own n-grams of Chinese, what Recoll is built on."""

import sys
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from contenders import SHOWN
from questions import Asked
from shelves import Reading, Row, rows

_DEBIAN = "/usr/lib/python3/dist-packages"
"""Where Debian puts ``python3-xapian``; no package index has it."""
_DAY, _FACETS = 0, (1, 2, 3, 4)


@cache
def _xapian() -> Any:
    sys.path.append(_DEBIAN)
    try:
        import xapian
    finally:
        sys.path.remove(_DEBIAN)
    return xapian


class Xapian:
    """One text with positions, values for day and facets; numbers it can only keep one of an article."""

    name = "Xapian"
    ours = False
    most = 20_000

    def missing(self) -> str | None:
        """Tell whether the system's package is there for this Python."""
        try:
            _xapian()
        except ImportError as error:
            return f"python3-xapian: {error}"
        return None

    def build(self, archive: Path, folder: Path) -> None:
        """Add every article; Xapian itself writes out every 10,000."""
        xapian = _xapian()
        base = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OPEN)
        for row in rows(archive):
            base.replace_document(row.id, _made(row))
        base.commit()
        base.close()

    def open(self, archive: Path, folder: Path) -> "XapianIndex":
        """Open the folder."""
        return XapianIndex(archive, folder)


class XapianIndex:
    """Answers with an exact count and the twenty best by BM25, with the text around their first hit."""

    def __init__(self, archive: Path, folder: Path) -> None:
        self._reading = Reading(archive)
        self._xapian = _xapian()
        self._folder = str(folder)
        self._base = self._xapian.Database(self._folder)
        self._parser = self._xapian.QueryParser()
        self._parser.set_database(self._base)

    def ask(self, asked: Asked) -> int | None:
        """Search, with a spy on every facet where they are asked for."""
        if asked.least is not None:
            return None
        enquire = self._xapian.Enquire(self._base)
        enquire.set_query(self._query(asked))
        spies = [self._xapian.ValueCountMatchSpy(slot) for slot in _FACETS if asked.kind.has_facets]
        for spy in spies:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, SHOWN, self._base.get_doccount())
        for spy in spies:
            list(spy.values())
        self._reading.excerpts([match.docid for match in found], asked.strings)
        return int(found.get_matches_estimated())

    def found(self, string: str) -> Collection[int]:
        """Return what holds the string as a phrase."""
        enquire = self._xapian.Enquire(self._base)
        enquire.set_query(self._phrase(string))
        enquire.set_weighting_scheme(self._xapian.BoolWeight())
        return [match.docid for match in enquire.get_mset(0, self._base.get_doccount())]

    def correct(self, archive: Path, article: int, more: str) -> None:
        """Replace one article, and see it."""
        (row,) = rows(archive, article, article)
        base = self._xapian.WritableDatabase(self._folder, self._xapian.DB_OPEN)
        base.replace_document(article, _made(row, more))
        base.commit()
        base.close()
        self._base.reopen()

    def close(self) -> None:
        """Close the files."""
        self._base.close()
        self._reading.close()

    def _query(self, asked: Asked) -> Any:
        of = self._xapian.Query
        parts = []
        if asked.prefix:
            parts.append(of(of.OP_WILDCARD, asked.strings[0], 0, of.WILDCARD_LIMIT_FIRST))
        elif asked.strings:
            strings = [self._phrase(string) for string in asked.strings]
            parts.append(of(of.OP_OR if asked.any else of.OP_AND, strings))
        if asked.dates:
            parts.append(of(of.OP_VALUE_RANGE, _DAY, *map(str, asked.dates)))
        return of(of.OP_AND, parts)

    def _phrase(self, string: str) -> Any:
        flags = self._xapian.QueryParser
        return self._parser.parse_query(f'"{string}"', flags.FLAG_PHRASE | flags.FLAG_CJK_NGRAM)


def _made(row: Row, more: str = "") -> Any:
    xapian = _xapian()
    made = xapian.Document()
    generator = xapian.TermGenerator()
    generator.set_flags(generator.FLAG_CJK_NGRAM)
    generator.set_document(made)
    generator.index_text(row.text + more)
    for slot, value in enumerate((row.day, row.title, row.day[:7], row.section, row.byline)):
        made.add_value(slot, value)
    return made
