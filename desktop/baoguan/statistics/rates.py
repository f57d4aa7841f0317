"""What a figure is told for: 每小时, 日均, 年产, 每石, 亩产; the denominator of a rate."""

import re

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import trigger_pattern, triggers, units
from baoguan.statistics.reading import Reading

_NEAR = 12
_EACH = re.compile(r"(?:平均)?每(?:隔)?(?:一|1)?")
_PERIODIC = re.compile(
    r"(?<![\d今昨明前后当同本次翌节假生近末底初整全半多每几上下去一二三四五六七八九十廿卅个元周末工连即某终旧平落烈抗中期星])([日月年])"
    r"(?:平均)?(?=[产耗供销增减出沉发用需输捐租薪奖交售采运跑缺收吞到接处支]|可出|成交|客流|吞吐|利率|营业|发电|(?<=日)$)"
)
_PERIODS = {"日": "day", "月": "month", "年": "year"}
_LENGTHS = frozenset({"day", "month", "year", "week", "hour"})
_WITHOUT_RATE = frozenset(
    {Kind.PERCENTAGE_POINTS, Kind.RATIO, Kind.FRACTION, Kind.RANK, Kind.ORDINAL, Kind.MULTIPLE}
)
_EVERY = re.compile("[日月年周]均|平均")
_INTEREST = re.compile(r"利率|息|年化")
_NO_RATE = frozenset({"个"})
"""每个 is told for the noun that follows it, if one does: 每个家庭少花200元."""
_MOUTHS = "口"
"""每口 is each person."""


def read_rate(before: str, reading: Reading) -> str | None:
    """Return the unit or period that a figure is told for in its clause, None where it is told as such."""
    if reading.per or reading.code is None or reading.kind in _WITHOUT_RATE:
        return reading.per
    if reading.kind is Kind.PERCENT and not _INTEREST.search(before):
        return None
    each = list(_EACH.finditer(before))[-1:]
    if each and not re.search(r"\d", before[each[0].end() :]):
        for unit in units().at(before, each[0].end()):
            if unit.form in _NO_RATE and len(before) > each[0].end() + len(unit.form) + 1:
                return None
            return "人" if unit.form == _MOUTHS else _foreign(before[: each[0].start()], unit.code)
    if reading.kind is Kind.DURATION and not _EVERY.search(before):
        return None
    near = before[-_NEAR:]
    rates = [
        (match.end(), triggers("rate")[match.group()]) for match in trigger_pattern("rate").finditer(near)
    ]
    rates += [(match.end(), _PERIODS[match[1]]) for match in _PERIODIC.finditer(near)]
    return max(rates, key=lambda rate: (rate[1] not in _LENGTHS, rate[0]))[1] if rates else None


def _foreign(before: str, code: str) -> str:
    """Return the currency of 美钞每元."""
    named = next((word for word in triggers("foreign") if before.endswith(word)), None)
    return triggers("foreign")[named] if named and code == "CNY" else code
