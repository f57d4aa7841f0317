"""Files made-up articles in a real catalogue, and reads them back as the peers are given them."""

import json
import os
import sqlite3
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import press

from baoguan.domain.article import Passage, Role
from baoguan.domain.statistic import Kind
from baoguan.index.fold import fold_article, fold_text
from baoguan.ingest.rules import rules
from baoguan.store.catalogue import Catalogue

_A_PAGE, _PAGES = 8, 4
_FIRST = date(1990, 1, 1)
_YEARS = 30
_BATCH = 1000
_AROUND = 30
_NOW = datetime(2022, 10, 12, tzinfo=UTC).strftime("%Y-%m-%d %H:%M:%S.000000")
_DIMENSIONS = {Kind.MONEY: "CNY"}
_ONCE = ("title", "source", "issue", "page", "change")
Rows = dict[str, list[tuple[Any, ...]]]
_COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("id", "name"),
    "source": ("sha256", "name", "size", "encoding", "added_at"),
    "issue": ("id", "title_id", "date", "inferred"),
    "page": ("id", "issue_id", "source_sha256", "sequence", "number", "notes"),
    "article": (
        *("id", "page_id", "first_line", "sequence", "section", "section_confidence"),
        *("headline", "text", "folded", "revision"),
    ),
    "change": ("revision",),
    "reading": ("article_id", "rules"),
    "passage": ("article_id", "sequence", "role", "start", "end", "source_lines", "joins", "confidence"),
    "byline": ("article_id", "sequence", "raw", "role", "names", "source_line", "confidence"),
    "figure": ("page_id", "article_id", "sequence", "caption", "credit", "source_line", "confidence"),
    "statistic": (
        *("article_id", "raw", "start", "end", "kind", "full_start", "full_end", "value", "relation"),
        *(
            "qualifier",
            "unit",
            "dimension",
            "base_value",
            "time_text",
            "subject",
            "measure",
            "place",
            "status",
        ),
        *("sentence_start", "sentence_end", "rule", "confidence"),
    ),
    "annotation": (
        *("id", "article_id", "start", "end", "exact", "prefix", "suffix", "note", "tags", "colour"),
        *("created", "modified"),
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """An article as every engine of the comparison is given it: its folded text, tags below it."""

    id: int
    text: str
    title: str
    section: str
    byline: str
    day: str
    sums: tuple[float, ...]
    """The sums of money that it reports, in yuan."""


def fill(archive: Path, articles: int) -> int:
    """File so many articles in a new catalogue, in parallel; return the bytes of their texts in UTF-8."""
    Catalogue.open(archive).close()
    written = 0
    with closing(sqlite3.connect(archive / "catalogue.sqlite", isolation_level=None)) as connection:
        # Nothing to go back to: a log would be as large as the catalogue itself.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        _write(connection, _frame(articles))
        for rows, size in _portions(articles):
            _write(connection, rows)
            written += size
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    return written


def correct(archive: Path, article: int, more: str) -> None:
    """Write more at the end of an article, as a command does: text, folded text, passages, revision."""
    with closing(sqlite3.connect(archive / "catalogue.sqlite", timeout=10)) as connection, connection:
        known = (article,)
        text = connection.execute("SELECT text FROM article WHERE id = ?", known).fetchone()[0] + more
        passages = [
            Passage(Role(role), start, end)
            for role, start, end in connection.execute(
                'SELECT role, start, "end" FROM passage WHERE article_id = ? ORDER BY sequence', known
            )
        ]
        passages[-1] = passages[-1]._replace(end=len(text))
        connection.execute("INSERT INTO change SELECT max(revision) + 1 FROM change")
        connection.execute(
            "UPDATE article SET text = ?, folded = ?, revision = (SELECT max(revision) FROM change)"
            " WHERE id = ?",
            (text, fold_article(text, passages).text, article),
        )
        connection.execute(
            'UPDATE passage SET "end" = ? WHERE article_id = ? AND sequence = ?',
            (len(text), article, len(passages)),
        )


def rows(archive: Path, first: int = 1, last: int | None = None) -> Iterator[Row]:
    """Yield articles in order of number, a batch in memory at a time."""
    with closing(sqlite3.connect(archive / "catalogue.sqlite")) as connection:
        end = last or connection.execute("SELECT max(id) FROM article").fetchone()[0]
        for start in range(first, end + 1, _BATCH):
            yield from _batch(connection, (start, min(start + _BATCH - 1, end)))


class Reading:
    """Reads what a hit is shown with, for engines that keep no text."""

    def __init__(self, archive: Path) -> None:
        self._connection = sqlite3.connect(archive / "catalogue.sqlite")

    def excerpts(self, numbers: Sequence[int], strings: Sequence[str]) -> list[tuple[str, str]]:
        """Return headline and the text around the first hit of each of these articles."""
        places = ", ".join("?" * len(numbers))
        wanted = f"SELECT headline, folded FROM article WHERE id IN ({places})"
        found: list[tuple[str, str]] = []
        for headline, text in self._connection.execute(wanted, tuple(numbers)):
            at = max(
                0, min((place for one in strings if (place := text.find(one)) >= 0), default=0) - _AROUND
            )
            found.append((headline, text[at : at + 2 * _AROUND]))
        return found

    def close(self) -> None:
        """Close the catalogue."""
        self._connection.close()


def _batch(connection: sqlite3.Connection, span: tuple[int, int]) -> Iterator[Row]:
    within = "WHERE article_id BETWEEN ? AND ? ORDER BY article_id"
    names = {
        number: json.loads(listed)[0]
        for number, listed in connection.execute(f"SELECT article_id, names FROM byline {within}", span)
    }
    tags: dict[int, str] = defaultdict(str)
    for number, listed in connection.execute(f"SELECT article_id, tags FROM annotation {within}", span):
        tags[number] += "".join("\n" + fold_text(tag) for tag in json.loads(listed))
    sums: dict[int, list[float]] = defaultdict(list)
    for number, kind, base in connection.execute(
        f"SELECT article_id, kind, base_value FROM statistic {within}", span
    ):
        if kind == Kind.MONEY:
            sums[number].append(base)
    for number, folded, title, section, day in connection.execute(
        "SELECT article.id, folded, title.name, section, date FROM article JOIN page ON page.id = page_id"
        " JOIN issue ON issue.id = issue_id JOIN title ON title.id = title_id"
        " WHERE article.id BETWEEN ? AND ? ORDER BY article.id",
        span,
    ):
        text = folded + tags.get(number, "")
        yield Row(number, text, title, section, names[number], day, tuple(sums.get(number, ())))


def _write(connection: sqlite3.Connection, filed: Rows) -> None:
    for name, listed in filed.items():
        columns = ", ".join(f'"{column}"' for column in _COLUMNS[name])
        places = ", ".join("?" * len(_COLUMNS[name]))
        connection.executemany(f"INSERT INTO {name} ({columns}) VALUES ({places})", listed)


def _frame(articles: int) -> Rows:
    """Return titles, issues (each title's spread evenly over the years) and pages."""
    pages = -(-articles // _A_PAGE)
    issues = -(-pages // _PAGES)
    a_title = -(-issues // len(press.TITLES))
    days = [_FIRST + timedelta(days=_YEARS * 365 * place // a_title) for place in range(a_title)]
    marks = [sha256(str(page).encode()).hexdigest() for page in range(pages)]
    return {
        "title": list(enumerate(press.TITLES, start=1)),
        "source": [(mark, f"{page}.txt", 1, "utf-8", _NOW) for page, mark in enumerate(marks, start=1)],
        "issue": [
            (issue + 1, issue % len(press.TITLES) + 1, str(days[issue // len(press.TITLES)]), "[]")
            for issue in range(issues)
        ],
        "page": [
            (page + 1, page // _PAGES + 1, marks[page], page % _PAGES + 1, str(page % _PAGES + 1), "[]")
            for page in range(pages)
        ],
        "change": [(page + 1,) for page in range(pages)],
    }


def _portions(articles: int) -> Iterator[tuple[Rows, int]]:
    """Yield portions in order, few in memory at a time."""
    if articles <= press.PORTION:
        yield _portion(0, articles)
        return
    cores = os.cpu_count() or 1
    starts = iter(range(0, articles, press.PORTION))
    waiting: deque[Future[tuple[Rows, int]]] = deque()
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        for start in starts:
            waiting.append(pool.submit(_portion, start, min(press.PORTION, articles - start)))
            if len(waiting) > cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _portion(start: int, articles: int) -> tuple[Rows, int]:
    found: Rows = {name: [] for name in _COLUMNS if name not in _ONCE}
    size = 0
    for number, printed in enumerate(press.portion(start // press.PORTION, articles), start=start + 1):
        _file(found, number, printed)
        size += len(printed.text.encode())
    return found, size


def _file(found: Rows, number: int, printed: press.Printed) -> None:
    article = printed.article
    page, sequence = (number - 1) // _A_PAGE + 1, (number - 1) % _A_PAGE + 1
    found["article"].append(
        (
            *(number, page, sequence * 100, sequence, article.section, 1.0),
            *(article.headline, printed.text, printed.folded, page),
        )
    )
    found["reading"].append((number, rules()))  # nobody is to read their numbers again meanwhile
    found["passage"] += (
        (number, place, role.value, start, end, "[1]", "[]", 1.0)
        for place, (role, start, end) in enumerate(article.passages(), start=1)
    )
    found["byline"] += (
        (number, 1, byline.raw, byline.role, json.dumps(byline.names, ensure_ascii=False), 2, 1.0)
        for byline in article.bylines
    )
    found["figure"] += ((page, number, 1, figure.caption, "", 9, 1.0) for figure in article.figures)
    found["statistic"] += (_statistic(number, each) for each in printed.numbers)
    if printed.tags:
        tags = json.dumps(printed.tags, ensure_ascii=False)
        found["annotation"].append(
            (str(number), number, 0, 2, printed.text[:2], "", "", "", tags, 0, _NOW, _NOW)
        )


def _statistic(number: int, each: press.Number) -> tuple[Any, ...]:
    end = each.start + len(each.raw)
    return (
        *(number, each.raw, each.start, end, each.kind.value, each.start, end, each.value, "=", ""),
        *(
            each.unit,
            _DIMENSIONS.get(each.kind),
            each.base,
            "",
            "",
            "",
            "",
            "actual",
            each.start,
            end,
            "unit",
            1.0,
        ),
    )
