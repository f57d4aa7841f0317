"""The peer's own cases: what it promises for each input, in a form that any program's answers can be held to.

Differences that are documented, and not mistakes of either side, are folded here: texts are compared without
spaces, width and case; a unit without a number is no number; 3 kilobits are 3,000 bits; a period ends with
its last day, whether a program names that or the day after; a date without a year may be any the peer says.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

FILES = {
    "Number": ("Number/Chinese/NumberModel",),
    "Percentage": ("Number/Chinese/PercentModel",),
    "Ordinal": ("Number/Chinese/OrdinalModel",),
    "NumberRange": ("Number/Chinese/NumberRangeModel",),
    "Currency": ("NumberWithUnit/Chinese/CurrencyModel",),
    "Dimension": ("NumberWithUnit/Chinese/DimensionModel",),
    "Age": ("NumberWithUnit/Chinese/AgeModel",),
    "Temperature": ("NumberWithUnit/Chinese/TemperatureModel",),
    "Date": ("DateTime/Chinese/DateExtractor", "DateTime/Chinese/DateParser"),
    "DatePeriod": ("DateTime/Chinese/DatePeriodExtractor", "DateTime/Chinese/DatePeriodParser"),
    "Duration": ("DateTime/Chinese/DurationExtractor", "DateTime/Chinese/DurationParser"),
}
"""The files of each model below the folder of cases, without their ending."""

_REFERENCE = date(2017, 3, 22)
_SECONDS = {"Y": 31557600, "M": 2629800, "W": 604800, "D": 86400}
_CLOCK = {"H": 3600, "M": 60, "S": 1}
_LARGER = {
    "Kilobit": ("Bit", 1e3), "Kilobyte": ("Byte", 1e3), "Megabyte": ("Byte", 1e6),
    "Kilometer": ("Meter", 1e3), "Centimeter": ("Meter", 1e-2),
    "Kilogram": ("Gram", 1e3), "Microgram": ("Gram", 1e-6), "Ton": ("Gram", 1e6),
    "Megahertz": ("Hertz", 1e6), "Kilowatt": ("Watt", 1e3), "Dollar": ("United States dollar", 1),
    "Degree": ("C", 1),
}  # fmt: skip
_TOLERANCE = 1e-9

Bound = float | date | None
Value = float | tuple[Bound, Bound]


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing found: its text; any of ``values``, where the text alone does not tell; and its unit."""

    text: str
    values: tuple[Value, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An input with the answers its maker promises, and whether its Python falls short of them."""

    text: str
    reference: date
    answers: tuple[Answer, ...]
    unsupported: bool


def plain(text: str) -> str:
    """Return a text as it is compared: half width, lower case, no spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()


def cases(specs: Path, model: str) -> list[Case]:
    """Read the cases of a model; raises ``FileNotFoundError`` where they are not there."""
    found: list[Case] = []
    for name in FILES[model]:
        for told in json.loads((specs / f"{name}.json").read_text("utf-8-sig")):
            said = told.get("Context", {}).get("ReferenceDateTime")
            without = told.get("NotSupported", "") + told.get("NotSupportedByDesign", "")
            reference = datetime.fromisoformat(said).date() if said else _REFERENCE
            found.append(
                Case(told["Input"], reference, answers(model, told["Results"]), "python" in without.lower())
            )
    return found


def answers(model: str, results: Sequence[dict[str, Any]]) -> tuple[Answer, ...]:
    """Return the peer's results, as its cases write them, as answers."""
    read = (_answer(model, result) for result in results)
    return tuple(answer for answer in read if answer)


def _answer(model: str, result: dict[str, Any]) -> Answer | None:
    told = result.get("Resolution") or {}
    if "Date" in model:
        return Answer(result["Text"], _dates(result.get("Value") or {}))
    if model == "Duration":
        timex = (result.get("Value") or {}).get("Timex")
        return Answer(result["Text"], (_seconds(timex),) if timex else ())
    if told.get("value") is None:
        return None
    if model == "NumberRange":
        return Answer(result["Text"], (_interval(told["value"]),))
    return Answer(result["Text"], (float(told["value"].rstrip("%")),), told.get("unit"))


def _interval(written: str) -> Value:
    low, high = (float(bound) if bound else None for bound in written[1:-1].split(","))
    return low, high


def _seconds(timex: str) -> float:
    days, _, clock = timex.removeprefix("P").partition("T")
    total = sum(float(number) * _SECONDS[sign] for number, sign in re.findall(r"([\d.]+)([YMWD])", days))
    return total + sum(float(number) * _CLOCK[sign] for number, sign in re.findall(r"([\d.]+)([HMS])", clock))


def _dates(told: dict[str, Any]) -> tuple[Value, ...]:
    """Return every period a resolution may mean: past or future, its end within it or after it.

    2月30日 is none: the peer writes the first day of all for it.
    """
    found: list[Value] = []
    for resolution in (told.get("PastResolution"), told.get("FutureResolution")):
        if not resolution:
            continue
        if "date" in resolution:
            day = date.fromisoformat(resolution["date"])
            found += [(day, day)] if day > date.min else []
        else:
            start, end = (date.fromisoformat(resolution[name]) for name in ("startDate", "endDate"))
            found += [(start, end), (start, end - timedelta(days=1))]
    return tuple(found)


def agree(got: Sequence[Answer], wanted: Sequence[Answer]) -> bool:
    """Whether what was found is what was promised: as many, in order, each text, value and unit alike."""
    return len(got) == len(wanted) and all(map(_alike, got, wanted))


def _alike(got: Answer, wanted: Answer) -> bool:
    if plain(got.text) != plain(wanted.text):
        return False
    if not wanted.values:
        return True
    unit, factor = _LARGER.get(got.unit or "", (got.unit, 1.0))
    other, size = _LARGER.get(wanted.unit or "", (wanted.unit, 1.0))
    if wanted.unit and unit != other:
        return False
    return any(_close(mine, theirs, factor, size) for mine in got.values for theirs in wanted.values)


def _close(mine: Value, theirs: Value, factor: float, size: float) -> bool:
    if isinstance(mine, tuple) or isinstance(theirs, tuple):
        return mine == theirs
    return abs(mine * factor - theirs * size) <= _TOLERANCE * max(1e-12, abs(theirs * size))
