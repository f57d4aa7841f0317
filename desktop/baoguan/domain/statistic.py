"""One number an article reports."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Relation = Literal["=", "~", ">", ">=", "<", "<=", "mean"]
Direction = Literal["up", "down"]
Change = Literal["level", "increment"]
Status = Literal["actual", "target", "hypothetical"]


class Kind(StrEnum):
    """What a number measures. ``DATE`` and ``ORDINAL`` and ``RANK`` are kept beside the quantities."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    RATIO = "ratio"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    DURATION = "duration"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    AGE = "age"
    ENERGY = "energy"
    RATE = "rate"
    RANK = "rank"
    ORDINAL = "ordinal"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Statistic:
    """A reported number with its unit and context.

    Offsets are code points in the text it was read from. ``start``/``end`` span the numeral with
    its unit, ``full_start``/``full_end`` also the qualifier outside (约, 超过, 以上). ``value`` is
    multiplied out (2000余万元 is 20000000 with relation ``>``); a range has ``low`` and ``high``
    instead. ``unit`` is normalised (CNY, %, pp, m2, t, or the Chinese classifier); ``base_value`` or
    ``base_low``/``base_high`` are the same in the base unit of ``dimension`` (m, m2, kg, m3, s, J, 1 for
    shares), which for money names the currency: the 元 of 1947 and of 1997 are two dimensions. ``per`` is
    the denominator of a rate (day, hour, year). ``iso`` is the ISO 8601 date or interval of a
    ``Kind.DATE``; ``time_iso`` that of the number's own time.
    """

    raw: str
    start: int
    end: int
    kind: Kind
    full_start: int
    full_end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    relation: Relation = "="
    qualifier: str = ""
    unit: str | None = None
    dimension: str | None = None
    base_value: float | None = None
    base_low: float | None = None
    base_high: float | None = None
    per: str | None = None
    direction: Direction | None = None
    change: Change | None = None
    basis: str | None = None
    iso: str | None = None
    time_text: str = ""
    time_iso: str | None = None
    subject: str = ""
    measure: str = ""
    place: str = ""
    status: Status = "actual"
    sentence_start: int = 0
    sentence_end: int = 0
    rule: str = ""
    confidence: float = 1.0
