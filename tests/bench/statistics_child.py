"""Runs one peer, in the environment that has it: requests come from a file, its answers go to another.

    python statistics_child.py recognizers-text-suite requests.json answers.json

Knows nothing of our program. ``sets`` are lists of [text, issue date]: what is read in each text is answered
with offsets, values and units in our codes, and each set with the processor time it took after a first text
for warming up. ``cases`` are [text, reference date] by model, answered in the form of the peer's own cases.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

Found = dict[str, Any]
Read = Callable[[str, datetime], list[Found]]

_CODES = {
    "Ton": "t", "Kilogram": "kg", "Gram": "g", "Jin": "斤", "Liang": "两", "Meter": "m", "Kilometer": "km",
    "Centimeter": "cm", "Millimeter": "mm", "Li": "里", "Chi": "尺", "Mu": "亩", "Square meter": "m2",
    "Square kilometer": "km2", "Hectare": "ha", "Cubic meter": "m3", "Liter": "L", "Inch": "英寸",
    "Kilometer per hour": "km/h", "Meter per second": "m/s", "C": "℃", "F": "℉", "Degree": "℃", "Year": "岁",
    "Month": "month", "Week": "week", "Day": "day",
}  # fmt: skip
_PERIODS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "min", "TS": "s"}
_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千万亿点]+|\d+(?:\.\d+)?[万亿]*")


def recognizers() -> tuple[Read, Callable[[str, str, datetime], list[Found]]]:
    """Return how the suite reads a sentence, every model of it, and how it answers its own cases."""
    import recognizers_date_time as dates
    import recognizers_number as numbers
    import recognizers_number_with_unit as units
    from recognizers_text import Culture

    models = {
        "Percentage": numbers.recognize_percentage, "Currency": units.recognize_currency,
        "Dimension": units.recognize_dimension, "Temperature": units.recognize_temperature,
        "Age": units.recognize_age, "Number": numbers.recognize_number, "Ordinal": numbers.recognize_ordinal,
    }  # fmt: skip

    def read(text: str, issue: datetime) -> list[Found]:
        found = [_dated(each) for each in dates.recognize_datetime(text, Culture.Chinese, reference=issue)]
        for model in list(models)[:-1]:
            for each in models[model](text, Culture.Chinese):
                one = _quantity(model, each)
                if one and not any(
                    one["start"] < other["end"] and other["start"] < one["end"] for other in found
                ):
                    found.append(one)
        return found

    def answer(model: str, text: str, reference: datetime) -> list[Found]:
        if model in models:
            return [
                {"Text": each.text, "Resolution": each.resolution}
                for each in models[model](text, Culture.Chinese)
            ]
        return _parsed(model, text, reference)

    return read, answer


def _quantity(model: str, each: Any) -> Found | None:
    told = each.resolution or {}
    if told.get("value") is None:
        return None
    code = {"Percentage": "%", "Number": None}.get(model, _CODES.get(told.get("unit"), told.get("unit")))
    value = float(told["value"].rstrip("%"))
    kind = "percent" if model == "Percentage" else "number"
    return {"start": each.start, "end": each.end + 1, "kind": kind, "value": value,
            "unit": told.get("isoCurrency") or code}  # fmt: skip


def _dated(each: Any) -> Found:
    """Return a time as a date, or a duration as a quantity; of several resolutions the first, the past."""
    told = ((each.resolution or {}).get("values") or [{}])[0]
    place = {"start": each.start, "end": each.end + 1}
    if told.get("type") == "duration":
        written = re.fullmatch(r"P(T?)([\d.]+)([YMWDHS])", told["timex"])
        unit = _PERIODS.get(written[1] + written[3]) if written else "s"
        return place | {
            "kind": "duration",
            "value": float(written[2] if written else told["value"]),
            "unit": unit,
        }
    first = str(told.get("value") or told.get("start") or "")
    last = str(told.get("value") or told.get("end") or "")
    if "daterange" in str(told.get("type")) and len(last) == 10:
        last = str(datetime.fromisoformat(last).date() - timedelta(days=1))
    return place | {"kind": "date", "iso": f"{first[:16]}/{last[:16]}".replace(" ", "T") if first else None}


def _parsed(model: str, text: str, reference: datetime) -> list[Found]:
    """Answer a case of times as the suite's own tests do, by extractor and parser."""
    if model not in {"Date", "DatePeriod", "Duration"}:
        return []
    package = f"recognizers_date_time.date_time.chinese.{model.lower()}"
    find = getattr(import_module(f"{package}_extractor"), f"Chinese{model}Extractor")()
    parse = getattr(import_module(f"{package}_parser"), f"Chinese{model}Parser")()
    return list(_resolved(find.extract(text, reference), parse, reference))


def _resolved(extracted: Any, parse: Any, reference: datetime) -> Iterator[Found]:
    for each in extracted:
        told = parse.parse(each, reference).value
        value = told and {
            "Timex": told.timex,
            "FutureResolution": told.future_resolution,
            "PastResolution": told.past_resolution,
        }
        yield {"Text": each.text, "Value": value or {}}


def jionlp() -> tuple[Read, None]:
    """Return how jionlp reads a sentence: its money and its times."""
    import jionlp as library

    def read(text: str, issue: datetime) -> list[Found]:
        found = [_money(each) for each in library.ner.extract_money(text, with_parsing=True)]
        base = issue.timestamp()
        times = library.ner.extract_time(text, time_base=base, with_parsing=True)
        return found + [_time(each) for each in times]

    return read, None


def _money(each: Found) -> Found:
    told = each["detail"]
    number = told["num"] if isinstance(told["num"], list) else [told["num"]]
    code = {"元": "CNY", "美元": "USD", "港元": "HKD", "日元": "JPY", "欧元": "EUR", "英镑": "GBP"}
    place = {"start": each["offset"][0], "end": each["offset"][1], "kind": "money"}
    values = [float(one) for one in number]
    amount = {"value": values[0]} if len(values) == 1 else {"low": values[0], "high": values[-1]}
    return place | amount | {"unit": code.get(told["case"], told["case"])}


def _time(each: Found) -> Found:
    place = {"start": each["offset"][0], "end": each["offset"][1]}
    told = each["detail"]["time"]
    if each["type"] == "time_delta" and isinstance(told, dict) and len(told) == 1:
        unit, value = next(iter(told.items()))
        if isinstance(value, int | float):
            return place | {
                "kind": "duration",
                "value": float(value),
                "unit": {"minute": "min"}.get(unit, unit),
            }
    if isinstance(told, list) and len(told) == 2 and all(isinstance(side, str) for side in told):
        return place | {"kind": "date", "iso": "/".join(side[:10] for side in told)}
    return place | {"kind": "date", "iso": None}


def cn2an() -> tuple[Read, None]:
    """Return how cn2an reads a sentence: it finds nothing itself, so every run of numerals is put to it."""
    import cn2an as library

    def read(text: str, issue: datetime) -> list[Found]:
        found = []
        for match in _NUMERAL.finditer(text):
            try:
                value = float(library.cn2an(match.group(), "smart"))
            except ValueError:
                continue
            found.append(
                {"start": match.start(), "end": match.end(), "kind": "number", "value": value, "unit": None}
            )
        return found

    return read, None


PEERS = {"recognizers-text-suite": recognizers, "jionlp": jionlp, "cn2an": cn2an}


def _careful(read: Callable[..., list[Found]], *given: Any) -> list[Found]:
    """Return what a peer reads; nothing where it fails."""
    try:
        return read(*given)
    except Exception:
        return []


def main(name: str, asked: str, told: str) -> None:
    """Answer the requests."""
    requests = json.loads(Path(asked).read_text("utf-8"))
    read, answer = PEERS[name]()
    sets = [[(text, datetime.fromisoformat(issue)) for text, issue in each] for each in requests["sets"]]
    _careful(read, *sets[0][0])
    found, seconds = [], []
    for each in sets:
        began = time.process_time()
        found.append([_careful(read, text, issue) for text, issue in each])
        seconds.append(time.process_time() - began)
    cases = {
        model: [_careful(answer, model, text, datetime.fromisoformat(day)) for text, day in given]
        for model, given in requests["cases"].items()
        if answer
    }
    answers = {"read": found, "seconds": seconds, "cases": cases}
    Path(told).write_text(json.dumps(answers, ensure_ascii=False, default=str), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
