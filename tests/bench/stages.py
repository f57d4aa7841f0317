"""The parts of the comparison, each run in a process of its own."""

import random
import time
from array import array
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import shelves
import truth
from contenders import Contender, Index
from meter import seconds, share
from ours import Ours
from peer_fts5 import Fts5
from peer_whoosh import PlainWhoosh
from peer_xapian import Xapian
from questions import Asked, Class, questions, substrings

CONTENDERS: tuple[Contender, ...] = (
    Ours("ours on Whoosh", "whoosh", 50_000),
    Ours("ours on Tantivy", "tantivy", 10_000_000),
    Fts5("FTS5 trigram", "trigram", words=False),
    Fts5("FTS5 + jieba", "unicode61", words=True),
    PlainWhoosh(),
    Xapian(),
)
_CORRECTIONS = 5
_LOOKS = 20_000_000
Held = dict[str, "array[int]"]
"""The articles that hold a string."""
_RARE = "龘靐齉爩灪"
"""Characters no made-up article is printed with."""


def make(archive: Path, articles: int, each: int) -> tuple[dict[str, float], Sequence[Asked], Held]:
    """Make a catalogue and what is asked of it: so many questions of each class, and random strings."""
    began = time.perf_counter()
    text_bytes = shelves.fill(archive, articles)
    made = {
        "articles_per_second": articles / (time.perf_counter() - began),
        "text_bytes": text_bytes,
        "bytes_per_text_byte": (archive / "catalogue.sqlite").stat().st_size / text_bytes,
    }
    # Every string is looked for in every text.
    strings = substrings(archive, articles, max(50, min(10 * each, _LOOKS // articles)))
    held = dict(zip(strings, truth.holders(archive, strings), strict=True))
    return made, questions(archive, articles, each), held


def home(place: int, archive: Path) -> Path:
    """Return the folder of an index: ours where the archive has it, others beside the archive."""
    each = CONTENDERS[place]
    return archive / "index" / each.engine if isinstance(each, Ours) else archive.parent / f"peer-{place}"


def build(place: int, archive: Path) -> float:
    """Index every article; return the seconds that took, loading libraries and dictionaries included."""
    folder = home(place, archive)
    folder.mkdir(parents=True)
    return seconds(lambda: CONTENDERS[place].build(archive, folder))


def ask(place: int, archive: Path, asked: Sequence[Asked]) -> dict[str, Any]:
    """Ask every question once, warm but never asked before; return times and totals by class."""
    contender, folder = CONTENDERS[place], home(place, archive)
    opened: list[float] = []
    totals: list[int | None] = []
    times: dict[Class, list[float]] = {}
    with closing(contender.open(archive, folder)) as index:
        index.ask(Asked(Class.COMMON, "本报", ("本报",)))
        for each in asked:
            if each.kind is Class.FIRST_KEY:
                took, total = _first(contender, archive, folder, each, opened)
            else:
                took, total = _timed(index, each)
            totals.append(total)
            if total is not None:
                times.setdefault(each.kind, []).append(took)
    return {
        "totals": totals,
        "opening_ms": 1000 * share(opened, 0.5),
        "classes": {kind.value: _summed(listed) for kind, listed in times.items()},
    }


def check(place: int, archive: Path, strings: Held) -> dict[str, Any]:
    """Look for random strings and correct articles; return how many were found and how soon."""
    with closing(CONTENDERS[place].open(archive, home(place, archive))) as index:
        scored = truth.score((index.found(string), true) for string, true in strings.items())
        times = [_corrected(index, archive, number) for number in _to_correct(place)]
    return {"strings": asdict(scored), "correction": {"median_s": share(times, 0.5), "worst_s": max(times)}}


def watch(place: int, archive: Path, asked: Sequence[Asked]) -> dict[str, float]:
    """Return how late the UI thread is while the archive answers every question on one of our engines."""
    # Qt would count as memory of every other stage.
    from window import lateness

    each = CONTENDERS[place]
    assert isinstance(each, Ours)
    return lateness(archive, each.engine, tuple(dict.fromkeys(one.typed for one in asked)))


def _to_correct(place: int) -> range:
    """Return articles that no other contender corrects: some must know what stood there before."""
    return range(1 + place, 1 + place + _CORRECTIONS * len(CONTENDERS), len(CONTENDERS))


def _corrected(index: Index, archive: Path, number: int) -> float:
    """Return the seconds until a corrected article is found by its new words."""
    string = "".join(random.Random(number).sample(_RARE, len(_RARE)))
    began = time.perf_counter()
    index.correct(archive, number, string)
    found = index.found(string)
    took = time.perf_counter() - began
    if number not in found:
        raise RuntimeError(f"the corrected article {number} is not found")
    return took


def _first(
    contender: Contender, archive: Path, folder: Path, each: Asked, opened: list[float]
) -> tuple[float, int | None]:
    """Ask an index that was opened for this question alone."""
    began = time.perf_counter()
    with closing(contender.open(archive, folder)) as index:
        opened.append(time.perf_counter() - began)
        return _timed(index, each)


def _timed(index: Index, each: Asked) -> tuple[float, int | None]:
    began = time.perf_counter()
    total = index.ask(each)
    return time.perf_counter() - began, total


def _summed(times: list[float]) -> dict[str, float]:
    milliseconds = [1000 * value for value in times]
    return {
        "questions": len(times),
        "p50_ms": share(milliseconds, 0.5),
        "p95_ms": share(milliseconds, 0.95),
        "worst_ms": max(milliseconds),
    }
