"""Holding what a program reads in sentences against what was labelled by hand in them.

The labels and what they mean are told in tests/statistics/gold.md. A program is anything that turns a text
and the date of its issue into Statistic records.
"""

import json
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isclose
from pathlib import Path
from typing import Any

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.folding import fold

Label = dict[str, Any]
Case = dict[str, Any]
Reader = Callable[[str, date], Sequence[Statistic]]

PHRASES = ("subject", "measure", "place")
FIELDS = (
    "kind",
    "relation",
    "per",
    "direction",
    "change",
    "basis",
    "status",
    "currency",
    "time_iso",
    *PHRASES,
)
DEFAULTS = {"relation": "=", "status": "actual"}
"""What a label means that does not tell them; where they are open, it says null."""
APART = frozenset({Kind.DATE, Kind.ORDINAL, Kind.RANK})
"""The kinds that are no quantities: they are neither right nor wrong among the numbers."""

_CONVERTIBLE = {
    "%": ("share", 0.01), "‰": ("share", 0.001), "ratio": ("share", 1), "基点": ("point", 0.01),
    "pp": ("point", 1), "km": ("length", 1000), "m": ("length", 1), "dm": ("length", 0.1),
    "cm": ("length", 0.01), "mm": ("length", 0.001), "里": ("length", 500), "m2": ("area", 1),
    "ha": ("area", 1e4), "km2": ("area", 1e6), "亩": ("area", 2000 / 3), "t": ("mass", 1000),
    "kg": ("mass", 1), "g": ("mass", 0.001), "斤": ("mass", 0.5), "担": ("mass", 50), "L": ("volume", 0.001),
    "mL": ("volume", 1e-6), "m3": ("volume", 1), "year": ("month", 12), "month": ("month", 1),
    "week": ("second", 604800), "day": ("second", 86400), "hour": ("second", 3600), "min": ("second", 60),
    "s": ("second", 1), "km/h": ("speed", 1 / 3.6), "m/s": ("speed", 1),
}  # fmt: skip
_NUMERAL = re.compile(r"[0-9０-９〇○零一二三四五六七八九十廿卅]")
_VAGUE = re.compile(r"[几幾数數]")
_END = re.compile(r"[末底]$")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d))?")


@dataclass
class Tally:
    """How many were right, how many of those read and of those labelled there are."""

    right: int = 0
    read: int = 0
    labelled: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.read + self.labelled) if self.read + self.labelled else 1.0

    @property
    def share(self) -> float:
        """Return what share of the labels was met."""
        return self.right / self.labelled if self.labelled else 1.0


@dataclass
class Score:
    """What a program reached; ``misses`` tells each failing as (cause, sentence, wanted, read)."""

    strict: Tally = field(default_factory=Tally)
    lenient: Tally = field(default_factory=Tally)
    times: Tally = field(default_factory=Tally)
    ordinals: Tally = field(default_factory=Tally)
    traps: Tally = field(default_factory=Tally)
    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)


def load(path: Path) -> list[Case]:
    """Return the labelled sentences of a file, each qualified span placed in its text."""
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for case in cases:
        for label in (*case["numbers"], *case["times"]):
            label["full_start"], label["full_end"] = _qualified(case["text"], label)
    return cases


def score(cases: Iterable[Case], read: Reader) -> Score:
    """Return how a program does on the sentences; for ``traps``, right are those it leaves alone."""
    total = Score()
    for case in cases:
        found = read(case["text"], date.fromisoformat(case["date"]))
        quantities = [one for one in found if one.kind not in APART and not _waived(case, one)]
        _score_numbers(total, case, quantities)
        _score_times(total, case, [one for one in found if one.kind is Kind.DATE])
        _score_ordinals(total, case, [one for one in found if one.kind in APART - {Kind.DATE}])
        for trap in case["traps"]:
            hit = next((one for one in quantities if _only_trap(case, trap, one)), None)
            total.traps.labelled += 1
            total.traps.right += hit is None
            if hit:
                total.misses.append(("trap", case["text"], trap["raw"], _told(hit)))
    return total


def _waived(case: Case, one: Statistic) -> bool:
    """Whether a number may be read or not: it is optional, or counts how long an undated time is."""
    free = (*case.get("optional", ()), *(label for label in case["times"] if not label["iso"]))
    return any(_overlap(label, one) for label in free)


def _qualified(text: str, label: Label) -> tuple[int, int]:
    full: str = label.get("full") or label["raw"]
    starts = (at.start() for at in re.finditer(f"(?={re.escape(full)})", text))
    return next(
        (at, at + len(full)) for at in starts if at <= label["start"] and label["end"] <= at + len(full)
    )


def _score_numbers(total: Score, case: Case, found: list[Statistic]) -> None:
    labels = case["numbers"]
    strict = dict(_pairs(labels, found, _strict))
    lenient = dict(_pairs(labels, found, lambda label, one: _overlap(label, one) > 0 and _same(label, one)))
    for tally, pairs in ((total.strict, strict), (total.lenient, lenient)):
        _count(tally, len(pairs), len(found), len(labels))
    for at, label in enumerate(labels):
        one = found[lenient[at]] if at in lenient else None
        if at not in strict:
            near = [_told(one) for one in found if _overlap(label, one)]
            total.misses.append(("number", case["text"], _wanted(label), " / ".join(near)))
        _score_fields(total, case["text"], label, one)
    for at in set(range(len(found))) - set(strict.values()):
        if not any(_overlap(label, found[at]) for label in labels):
            total.misses.append(("number", case["text"], "", _told(found[at])))


def _score_fields(total: Score, text: str, label: Label, one: Statistic | None) -> None:
    for name in FIELDS:
        wanted = label.get(name, DEFAULTS.get(name, ...))
        if wanted is ... or (wanted is None and name in DEFAULTS):
            continue
        told = one and getattr(one, "dimension" if name == "currency" else name)
        right = one is not None and _fits(name, wanted, told)
        _count(total.fields[name], right, one is not None, 1)
        if one is not None and not right:
            total.misses.append((name, text, f"{label['raw']}: {wanted or '∅'}", str(told or "∅")))


def _score_times(total: Score, case: Case, found: list[Statistic]) -> None:
    labels = [label for label in case["times"] if label["iso"]]
    pairs = dict(_pairs(labels, found, lambda label, one: _spans(label, one) and _same_time(label, one.iso)))
    wrong = [
        one for at, one in enumerate(found) if at not in pairs.values() and not _passes(case, labels, one)
    ]
    _count(total.times, len(pairs), len(pairs) + len(wrong), len(labels))
    for at, label in enumerate(labels):
        if at not in pairs:
            near = [f"{one.raw} {one.iso}" for one in found if _overlap(label, one)]
            wanted = f"{label.get('full', label['raw'])} {label['iso']}"
            total.misses.append(("time", case["text"], wanted, " / ".join(near)))
    for one in wrong:
        if not any(_overlap(label, one) for label in labels):
            total.misses.append(("time", case["text"], "", f"{one.raw} {one.iso}"))


def _passes(case: Case, labels: list[Label], one: Statistic) -> bool:
    """Whether a time that no label asks for is no mistake: it names no number, or no day can be told."""
    if any(_overlap(label, one) for label in labels):
        return False
    undated = (label for label in case["times"] if not label["iso"])
    return not _NUMERAL.search(one.raw) or any(_overlap(label, one) for label in undated)


def _score_ordinals(total: Score, case: Case, found: list[Statistic]) -> None:
    labels = case["ordinals"]
    pairs = dict(
        _pairs(labels, found, lambda label, one: _overlap(label, one) > 0 and one.value == label["value"])
    )
    _count(total.ordinals, len(pairs), len(found), len(labels))
    for at, label in enumerate(labels):
        if at not in pairs:
            total.misses.append(("ordinal", case["text"], f"{label['raw']} {label['value']}", ""))
        elif label["kind"] != found[pairs[at]].kind:
            total.misses.append(("ordinal", case["text"], label["raw"], str(found[pairs[at]].kind)))


def _count(tally: Tally, right: int, read: int, labelled: int) -> None:
    tally.right += right
    tally.read += read
    tally.labelled += labelled


def _pairs(
    labels: list[Label], found: list[Statistic], fits: Callable[[Label, Statistic], bool]
) -> Iterator[tuple[int, int]]:
    """Give each label the free reading that fits and overlaps it most."""
    ranked = sorted(
        (-_overlap(label, one), at, to)
        for at, label in enumerate(labels)
        for to, one in enumerate(found)
        if fits(label, one)
    )
    labelled: set[int] = set()
    used: set[int] = set()
    for _, at, to in ranked:
        if at not in labelled and to not in used:
            labelled.add(at)
            used.add(to)
            yield at, to


def _overlap(label: Label, one: Statistic) -> int:
    shared: int = min(label["end"], one.end) - max(label["start"], one.start)
    return max(0, shared)


def _only_trap(case: Case, trap: Label, one: Statistic) -> bool:
    return _overlap(trap, one) > 0 and not any(_overlap(label, one) for label in case["numbers"])


def _spans(label: Label, one: Statistic) -> bool:
    starts, ends = (label["start"], label["full_start"]), (label["end"], label["full_end"])
    return (one.start in starts or one.full_start in starts) and (one.end in ends or one.full_end in ends)


def _strict(label: Label, one: Statistic) -> bool:
    return _spans(label, one) and _unit(label["unit"])[0] == _unit(one.unit)[0] and _same(label, one)


def _unit(code: str | None) -> tuple[str | None, float]:
    return _CONVERTIBLE.get(code or "", (code or None, 1))


def _same(label: Label, one: Statistic) -> bool:
    """Whether the value is the same, in units of one dimension or, failing that, as printed."""
    (mine, to), (theirs, of) = _unit(label["unit"]), _unit(one.unit)
    to, of = (to, of) if mine == theirs else (1, 1)
    if "value" in label:
        return one.value is not None and isclose(label["value"] * to, one.value * of, rel_tol=1e-6)
    if one.low is None or one.high is None:
        return False
    low: float = label["low"] * to
    high: float = label["high"] * to
    if _VAGUE.search(label["raw"]):
        return 0.9 * low <= one.low * of <= 3.01 * low and 0.65 * high <= one.high * of <= 1.1 * high
    return isclose(low, one.low * of, rel_tol=1e-6) and isclose(high, one.high * of, rel_tol=1e-6)


def _fits(name: str, wanted: Any, told: Any) -> bool:
    if name == "time_iso":
        return _same_time({"raw": "", "iso": wanted}, told) if wanted and told else not wanted and not told
    if name in {*PHRASES, "basis"}:
        wanted, told = fold(wanted), fold(told or "")
        return bool(told) and (wanted in told or told in wanted) if wanted else not told
    return bool(wanted == told)


def _same_time(label: Label, iso: str | None) -> bool:
    """Whether a time is the one labelled: an open side is not compared, 月末 may be its last days."""
    wanted, told = sides(label["iso"]), sides(iso or "")
    first, last = (
        side is None or (other is not None and _same_side(side, other))
        for side, other in zip(wanted, told, strict=True)
    )
    if _END.search(label["raw"]) or _ends_month(label["iso"]):
        return last and told[1] is not None
    return first and last and told != (None, None)


def _ends_month(iso: str) -> bool:
    """Whether a time is the last day of a month, as which 月末 and 年底 are labelled."""
    found = _DAY.fullmatch(iso)
    return bool(found and found.group(3)) and int(iso[8:10]) == monthrange(int(iso[:4]), int(iso[5:7]))[1]


def _same_side(wanted: tuple[date, str], told: tuple[date, str]) -> bool:
    return wanted[0] == told[0] and (not wanted[1] or wanted[1] == told[1])


def sides(iso: str) -> tuple[tuple[date, str] | None, tuple[date, str] | None]:
    """Return the days between which an ISO 8601 time lies, each with its hour; None is an open side."""
    first, _, last = iso.partition("/")
    return _side(first, last=False), _side(last or first, last=True)


def _side(written: str, *, last: bool) -> tuple[date, str] | None:
    """Return the day, and the time of day where one is told, that an ISO 8601 time begins or ends with."""
    found = _DAY.fullmatch(written.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    try:
        filled = month or (12 if last else 1)
        return date(year or 1, filled, day or (monthrange(year or 1, filled)[1] if last else 1)), found.group(
            4
        ) or ""
    except ValueError:
        return None


def _wanted(label: Label) -> str:
    value = label["value"] if "value" in label else f"{label['low']}..{label['high']}"
    return f"{label['raw']} = {value} {label['unit']}"


def _told(one: Statistic) -> str:
    value = one.value if one.low is None else f"{one.low}..{one.high}"
    return f"{one.raw} = {value} {one.unit} ({one.kind}, {one.rule})"
