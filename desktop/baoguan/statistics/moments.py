"""When a figure holds: the date that its clause or sentence gives it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from baoguan.domain.statistic import Kind
from baoguan.statistics.plausible import compared
from baoguan.statistics.reading import Reading

_DATES = 6
_LISTED = 12
_WINDOW = 200
_NEAR = 12
_THAN = re.compile(r"(?:比(?![亚利赛尔例重价率分])|较)[^,;。、\d]{0,6}$")
_MULTIPLIED = re.compile(r"(?:[是为达占]|恢复[至到])$")
_PARTS = frozenset({Kind.MULTIPLE, Kind.PERCENT, Kind.FRACTION, Kind.RATIO})
_INDEX_BASE = re.compile(r"以$")
_BASED = re.compile(r"为(?:[\d一〇]|基)")
_BOUND = re.compile(r"(?:[定订拟改]于|(?<!修)订|定在|推迟到|限|限于)$")
_FUTURES = "期"
"""十月期纱 is sold in October, its price is that of the day."""
_BREAK = re.compile(r"[,;。！？!?:\n]")
_CLOSED = re.compile(r"[^(（]*[)）]")
_NOW = re.compile(r"(?:截至)?(?:如今|目前|现在)|迄今|至今")
_UNTIL_NOW = re.compile("截至|迄今|至今")
_OPENING = frozenset(",;。！？!?:“\n ")
_AFTER = re.compile(r"[^,;。！？!?:\n\ufffc]{0,3}(?:于|在)|[(（]")
_SUBJECT = re.compile(rf"[^,;。！？!?:\n、比较与\ufffc]{{0,{_NEAR}}}")
_IN_FORCE = re.compile(r"起(?:正式)?(?:实行|施行|执行|实施|生效)")
_STEP = r"[增升降减提扩缩涨跌上下调改变发转攀回加延压][^,;。]{0,6}?[到至为成]"
_FROM = re.compile(r"[从由](?:原来|过去|最初|原先)?的?[约近不足到]{0,2}$")
_STEPPED = re.compile(rf"[^,;。]{{0,16}}?{_STEP}")
_LED = re.compile(rf"[^,;。]{{0,20}}?{_STEP}|的[^,;。]{{0,20}}[,;]")
_TO = re.compile(rf"{_STEP}[约近了达超过]{{0,2}}$")
_RANGE = re.compile(r"[自从由]")
_LIST = re.compile(r"、|和|与|及|以及")
_RESPECTIVELY = "分别"


@dataclass(frozen=True, slots=True)
class Moment:
    """When a figure holds: the span of the words that say so, and their ISO 8601 interval."""

    start: int
    end: int
    iso: str | None


def time_of(
    text: str, dates: Sequence[Reading], reading: Reading, start: int, issue: str | None
) -> Moment | None:
    """Return when a figure holds: the last date before it in its sentence that is no basis, else 目前."""
    at = bisect_right(dates, reading.start, key=lambda date: date.end)
    near = [date for date in dates[max(0, at - _DATES) : at] if _holds(text, date, reading)]
    date = _respective(text, dates, near[-1], reading) if near else _later(text, dates[at : at + 1], reading)
    now = _now(text, max(start, near[-1].full_end if near else 0, reading.start - _WINDOW), reading)
    if now:
        iso = f"../{issue}" if issue and _UNTIL_NOW.match(now.group()) else issue
        return Moment(now.start(), now.end(), iso)
    return _stepped(text, date, reading)


def _holds(text: str, date: Reading, reading: Reading) -> bool:
    """Whether a date before a figure can be its time: no basis, nor the date of another figure or clause."""
    before = text[max(0, date.start - 8) : date.start]
    between = text[date.end : min(reading.start, date.end + _WINDOW)]
    if (
        compared(text, date.start, date.end)
        or _THAN.search(before)
        or _CLOSED.match(between)
        or between.startswith(_FUTURES)
    ):
        return False
    if reading.kind in _PARTS and between.startswith("的") and _MULTIPLIED.search(before):
        return False
    if _FROM.search(before) and _LED.match(between):
        return False
    based = _INDEX_BASE.search(before) and _BASED.match(between)
    bound = based or _BOUND.search(before)
    return not (bound and _BREAK.search(between))


def _respective(text: str, dates: Sequence[Reading], last: Reading, reading: Reading) -> Reading:
    """Return the date that 分别 gives a figure: the second before it for the second after it."""
    apart = text.rfind(_RESPECTIVELY, max(last.end, reading.start - _WINDOW), reading.start)
    if apart < 0:
        return last
    listed, at = [last], bisect_right(dates, last.start, key=lambda date: date.start) - 1
    while at > 0 and len(listed) < _LISTED and _LIST.fullmatch(text, dates[at - 1].end, dates[at].start):
        at -= 1
        listed.insert(0, dates[at])
    place = len(_LIST.findall(text, apart, reading.start))
    return listed[place] if len(listed) > 1 and place < len(listed) else last


def _later(text: str, dates: Sequence[Reading], reading: Reading) -> Reading | None:
    """Return the date after a figure that is its time: 建成于1998年, （2013年）, 5人27日登顶, 自1日起实行."""
    for date in dates:
        close = _AFTER.fullmatch(text, reading.end, date.start)
        subject = _SUBJECT.fullmatch(text, reading.end, date.start)
        if close or subject or _IN_FORCE.match(text, date.end):
            return date
    return None


def _now(text: str, low: int, reading: Reading) -> re.Match[str] | None:
    """Return the last 目前 that speaks of a figure: opening the sentence or a clause, or in its clause."""
    found = None
    for match in _NOW.finditer(text, low, reading.start):
        opens = match.start() == low or text[match.start() - 1] in _OPENING
        found = match if opens or not _BREAK.search(text, match.end(), reading.start) else found
    return found


def _stepped(text: str, date: Reading | None, reading: Reading) -> Moment | None:
    """Return the time of a figure; 自1978年至2017年 gives its first year to what 由A增至B comes from.

    What a step comes from has no other time.
    """
    if date is None:
        return None
    before = text[max(0, reading.start - _NEAR) : reading.start]
    ranged = _RANGE.match(text, date.start) is not None and date.iso is not None and "/" in date.iso
    first, _, last = (date.iso or "").partition("/")
    iso = date.iso
    if _FROM.search(before) and _STEPPED.match(text, reading.end):
        if not ranged:
            return None
        iso = first
    elif ranged and _TO.search(before):
        iso = last
    return Moment(date.start, date.end, iso)
