"""What the rules have made of a stretch of text, before its context is read."""

from dataclasses import dataclass
from decimal import Decimal

from baoguan.domain.statistic import Kind, Relation
from baoguan.statistics.lexicon import Unit


@dataclass(frozen=True, slots=True)
class Reading:
    """A number or date found in a text; offsets are code points of that text.

    ``low`` equals ``high`` for a single value, both are None for a date; values are already
    multiplied out. ``relation`` is what stands inside the numeral (余, 多, 几).
    """

    start: int
    end: int
    full_start: int
    full_end: int
    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    relation: Relation = "="
    unit: Unit | None = None
    code: str | None = None
    per: str | None = None
    iso: str | None = None
    rule: str = ""
    confidence: float = 1.0
