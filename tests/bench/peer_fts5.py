"""Peers: SQLite FTS5, with its own trigrams, and with words that jieba split."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path

from contenders import SHOWN
from questions import Asked
from segments import split
from shelves import Reading, rows

_TABLES = """
CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='{tokenize}');
CREATE TABLE filed (id INTEGER PRIMARY KEY, title TEXT, month TEXT, section TEXT, byline TEXT, day TEXT);
CREATE TABLE money (article INTEGER, yuan REAL);
"""
_LATER = """
CREATE INDEX filed_day ON filed (day);
CREATE INDEX money_yuan ON money (yuan, article);
"""


class Fts5:
    """FTS5 with one of two tokenizers; no text is kept, as in our indexes."""

    ours = False
    most = 1_000_000

    def __init__(self, name: str, tokenize: str, words: bool) -> None:
        self.name = name
        self._tokenize = tokenize
        self._words = words

    def missing(self) -> str | None:
        """Tell what this SQLite cannot do."""
        try:
            with closing(sqlite3.connect(":memory:")) as connection:
                connection.executescript(_TABLES.format(tokenize=self._tokenize))
        except sqlite3.OperationalError as error:
            return str(error)
        return None

    def build(self, archive: Path, folder: Path) -> None:
        """Fill the tables in one transaction, as SQLite is fastest."""
        with closing(sqlite3.connect(folder / "fts.sqlite")) as connection, connection:
            connection.executescript(_TABLES.format(tokenize=self._tokenize))
            for row in rows(archive):
                connection.execute(
                    "INSERT INTO texts (rowid, text) VALUES (?, ?)", (row.id, self._text(row.text))
                )
                filed = (row.id, row.title, row.day[:7], row.section, row.byline, row.day)
                connection.execute("INSERT INTO filed VALUES (?, ?, ?, ?, ?, ?)", filed)
                connection.executemany(
                    "INSERT INTO money VALUES (?, ?)", ((row.id, yuan) for yuan in row.sums)
                )
            connection.executescript(_LATER)

    def open(self, archive: Path, folder: Path) -> "Fts5Index":
        """Open the file."""
        return Fts5Index(archive, folder, self._text)

    def _text(self, text: str) -> str:
        return split(text) if self._words else text


class Fts5Index:
    """Answers with a count and the twenty best by bm25, with the text around their first hit."""

    def __init__(self, archive: Path, folder: Path, text: Callable[[str], str]) -> None:
        self._reading = Reading(archive)
        self._connection = sqlite3.connect(folder / "fts.sqlite")
        self._text = text

    def ask(self, asked: Asked) -> int | None:
        """Count, rank, and count facets where they are asked for."""
        wanted, values = self._where(asked)
        tables = "texts JOIN filed ON filed.id = texts.rowid" if asked.strings else "filed"
        total = self._connection.execute(f"SELECT count(*) FROM {tables} WHERE {wanted}", values).fetchone()[
            0
        ]
        order = "rank" if asked.strings else "day DESC"
        best = f"SELECT filed.id FROM {tables} WHERE {wanted} ORDER BY {order} LIMIT {SHOWN}"
        numbers = [number for (number,) in self._connection.execute(best, values)]
        self._reading.excerpts(numbers, asked.strings)
        if asked.kind.has_facets:
            listed = f"SELECT title, month, section, byline FROM {tables} WHERE {wanted}"
            for column in zip(*self._connection.execute(listed, values), strict=True):
                Counter(column)
        return int(total)

    def found(self, string: str) -> Collection[int]:
        """Return what holds the string; of words all, wherever: as a phrase they would find still less."""
        wanted = " AND ".join(f'"{piece}"' for piece in self._text(string).split())
        query = "SELECT rowid FROM texts WHERE texts MATCH ?"
        return [number for (number,) in self._connection.execute(query, (wanted,))]

    def correct(self, archive: Path, article: int, more: str) -> None:
        """Delete by the old text, as a table without contents asks for, and insert the new."""
        (row,) = rows(archive, article, article)
        deleted = "INSERT INTO texts (texts, rowid, text) VALUES ('delete', ?, ?)"
        with self._connection:
            self._connection.execute(deleted, (article, self._text(row.text)))
            inserted = "INSERT INTO texts (rowid, text) VALUES (?, ?)"
            self._connection.execute(inserted, (article, self._text(row.text + more)))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        self._reading.close()

    def _where(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        conditions: list[tuple[str, tuple[object, ...]]] = []
        if asked.strings:
            phrases = [self._phrase(string) + " *" * asked.prefix for string in asked.strings]
            conditions.append(("texts MATCH ?", ((" OR " if asked.any else " AND ").join(phrases),)))
        if asked.dates:
            conditions.append(("day BETWEEN ? AND ?", tuple(map(str, asked.dates))))
        if asked.least is not None:
            conditions.append(("filed.id IN (SELECT article FROM money WHERE yuan >= ?)", (asked.least,)))
        wanted = " AND ".join(condition for condition, _ in conditions)
        return wanted, tuple(value for _, values in conditions for value in values)

    def _phrase(self, string: str) -> str:
        return '"' + self._text(string).strip() + '"'
