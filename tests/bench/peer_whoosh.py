"""Peer: Whoosh as it is used with jieba's own analyzer."""

import logging
import warnings
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from contenders import SHOWN
from questions import Asked
from shelves import Reading, rows
from whoosh import fields, index
from whoosh.qparser import QueryParser
from whoosh.query import And, Every, NumericRange, Or, Query, TermRange
from whoosh.query import Prefix as WhooshPrefix

_FACETS = ("title", "month", "section", "byline")


class PlainWhoosh:
    """A text field with ``jieba.analyse.ChineseAnalyzer``, one process, default segments."""

    name = "Whoosh + ChineseAnalyzer"
    ours = False
    most = 20_000

    def missing(self) -> str | None:
        """Never: both are our own dependencies."""
        return None if find_spec("jieba") else "jieba is not installed"

    def build(self, archive: Path, folder: Path) -> None:
        """Add every article and commit once."""
        _quiet()
        from jieba.analyse import ChineseAnalyzer

        schema = fields.Schema(
            id=fields.NUMERIC(int, stored=True, unique=True),
            text=fields.TEXT(analyzer=ChineseAnalyzer()),
            day=fields.ID(sortable=True),
            money=fields.NUMERIC(float),
            **{name: fields.ID(sortable=True) for name in _FACETS},
        )
        writer = index.create_in(str(folder), schema).writer(limitmb=256)
        for row in rows(archive):
            writer.add_document(
                id=row.id,
                text=row.text,
                day=row.day,
                title=row.title,
                month=row.day[:7],
                section=row.section,
                byline=row.byline,
                **({"money": list(row.sums)} if row.sums else {}),
            )
        writer.commit()

    def open(self, archive: Path, folder: Path) -> "PlainIndex":
        """Open the folder."""
        _quiet()
        return PlainIndex(archive, folder)


def _quiet() -> None:
    """Load jieba and its dictionary without a word; it warns of the end of pkg_resources."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    jieba.initialize()


class PlainIndex:
    """Answers with a count and the twenty best by BM25F, with the text around their first hit."""

    def __init__(self, archive: Path, folder: Path) -> None:
        self._reading = Reading(archive)
        self._index: Any = index.open_dir(str(folder))
        self._searcher: Any = self._index.searcher()
        self._parser = QueryParser("text", self._index.schema)

    def ask(self, asked: Asked) -> int | None:
        """Search, with groups where facets are asked for."""
        faceted = {"groupedby": list(_FACETS)} if asked.kind.has_facets else {}
        found = self._searcher.search(self._query(asked), limit=SHOWN, **faceted)
        self._reading.excerpts([hit["id"] for hit in found], asked.strings)
        return len(found)

    def found(self, string: str) -> Collection[int]:
        """Return what typing it finds: all its words, wherever; as a phrase it would find still less."""
        wanted = self._parser.parse(string)
        return [hit["id"] for hit in self._searcher.search(wanted, limit=None, scored=False)]

    def correct(self, archive: Path, article: int, more: str) -> None:
        """Update one article and open the index again."""
        (row,) = rows(archive, article, article)
        writer = self._index.writer()
        writer.update_document(id=article, text=row.text + more, day=row.day, title=row.title)
        writer.commit()
        self._searcher = self._searcher.refresh()

    def close(self) -> None:
        """Close the files."""
        self._searcher.close()
        self._reading.close()

    def _query(self, asked: Asked) -> Query:
        parts: list[Query] = []
        if asked.prefix:
            parts = [WhooshPrefix("text", asked.strings[0])]
        elif asked.strings:
            strings = [self._parser.parse(f'"{string}"') for string in asked.strings]
            parts = [Or(strings) if asked.any else And(strings)]
        if asked.dates:
            parts.append(TermRange("day", *map(str, asked.dates)))
        if asked.least is not None:
            parts.append(NumericRange("money", asked.least, None))
        return And(parts) if parts else Every()
