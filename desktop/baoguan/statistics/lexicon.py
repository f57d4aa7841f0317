"""Units, classifiers, triggers and traps, loaded once from the dictionaries when first asked for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from baoguan.domain.statistic import Kind
from baoguan.statistics.tables import rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a classifier.

    One of it is ``reduced`` of its ``code`` (角: 0.1 CNY, 成: 10 %), and one of its code is ``factor`` of the
    dimension's base unit, counted from ``zero`` (℉ from 32).
    """

    form: str
    code: str
    kind: Kind
    dimension: str
    factor: Decimal
    flags: frozenset[str]
    not_before: str
    reduced: Decimal = Decimal(1)
    zero: Decimal = Decimal(0)

    @property
    def classifier(self) -> bool:
        """Whether it counts things rather than measuring them."""
        return self.kind is Kind.COUNT


class Longest:
    """Forms of a dictionary, matched longest first at a place in a text."""

    def __init__(self, forms: Iterable[str]) -> None:
        lengths: dict[str, set[int]] = {}
        self._forms = frozenset(forms)
        for form in self._forms:
            lengths.setdefault(form[0], set()).add(len(form))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._first = re.compile(f"[{re.escape(''.join(sorted(lengths)))}]")

    def at(self, text: str, start: int) -> str | None:
        """Return the longest form that begins at ``start``."""
        for length in self._lengths.get(text[start : start + 1], ()):
            form = text[start : start + length]
            if form in self._forms:
                return form
        return None

    def all_at(self, text: str, start: int) -> Iterator[str]:
        """Yield the forms that begin at ``start``, longest first."""
        for length in self._lengths.get(text[start : start + 1], ()):
            form = text[start : start + length]
            if form in self._forms:
                yield form

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a form stands anywhere in the text, overlaps included."""
        for match in self._first.finditer(text):
            form = self.at(text, match.start())
            if form:
                yield match.start(), match.start() + len(form)


class Units:
    """Units and classifiers by form."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_form: dict[str, Unit] = {}
        self._by_code: dict[str, Unit] = {}
        for unit in units:
            self._by_form[unit.form] = unit
            self._by_code.setdefault(unit.code, unit)
        self._longest = Longest(self._by_form)

    def of(self, code: str) -> Unit | None:
        """Return the first unit that the dictionaries give a code, None for one they do not know."""
        return self._by_code.get(code)

    def at(self, text: str, start: int) -> Iterator[Unit]:
        """Yield the units written at ``start``, longest first; Latin letters must end there."""
        for form in self._longest.all_at(text, start):
            end = start + len(form)
            if not (
                form[-1].isascii()
                and form[-1].isalpha()
                and text[end : end + 1].isascii()
                and text[end : end + 1].isalnum()
            ):
                yield self._by_form[form]


def _measures() -> Iterator[Unit]:
    """Yield the units of measure; the first of a code and dimension is what the others are reduced to."""
    first: dict[tuple[str, str], Decimal] = {}
    for row in rows("units.tsv"):
        form, code, kind, dimension, written, flags, not_before = (*row, "", "")[:7]
        size, _, zero = written.partition("@")
        factor = first.setdefault((code, dimension), Decimal(size))
        marks = frozenset(flags.split())
        reduced = Decimal(size) / factor
        yield Unit(form, code, Kind(kind), dimension, factor, marks, not_before, reduced, Decimal(zero or 0))


def _classifier(row: tuple[str, ...]) -> Unit:
    form, code, flags, not_before = (*row, "", "")[:4]
    marks = frozenset(flags.split())
    kind = Kind.ORDINAL if "ordinal" in marks else Kind.COUNT
    return Unit(form, code, kind, code, Decimal(1), marks, not_before)


@cache
def units() -> Units:
    """Return every unit and classifier; where a form is in both tables the unit of measure wins."""
    classifiers = [_classifier(row) for row in rows("classifiers.tsv")]
    measures = {unit.form: unit for unit in _measures()}
    return Units([*measures.values(), *(unit for unit in classifiers if unit.form not in measures)])


@cache
def traps() -> Longest:
    """Return the words whose characters look like a numeral with a unit but are none."""
    return Longest(row[0] for row in rows("traps.tsv"))


@cache
def counted_before() -> dict[str, str]:
    """Return the traps that count after all before certain characters: 三角五分."""
    return {row[0]: row[1] for row in rows("traps.tsv") if len(row) > 1}


@cache
def triggers(group: str) -> dict[str, str]:
    """Return the words of one group of ``triggers.tsv`` with what each stands for."""
    return {row[1]: (*row, "")[2] for row in rows("triggers.tsv") if row[0] == group}


@cache
def trigger_pattern(*groups: str) -> re.Pattern[str]:
    """Return a pattern that finds the words of some groups, the longest where several begin."""
    words = sorted({word for group in groups for word in triggers(group)}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
