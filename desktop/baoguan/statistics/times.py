"""Find the dates of a text as they are written; each kind of date has its own reader."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate

from baoguan.statistics.clock import read_clock
from baoguan.statistics.days import read_calendar_day, read_day, read_day_part
from baoguan.statistics.decades import read_decade, read_plan
from baoguan.statistics.months import read_month, read_year_part
from baoguan.statistics.occasions import occasions, read_occasion
from baoguan.statistics.rolling import read_window
from baoguan.statistics.written import CN, Written
from baoguan.statistics.years import read_year

_RUN = rf"\d{CN}两"
_COUNTS = "0123456789一二两三四五六七八九十半"
_PARTS_OF_DAY = "凌上下中"
_FOLLOWING = {
    "今": "年岁日天晨晚早夜午春夏秋冬起明" + _PARTS_OF_DAY,
    "明": "年日天晨晚早夜午春夏秋冬后" + _PARTS_OF_DAY,
    "去": "年岁春夏秋冬今", "客": "岁", "来": "年春", "转": "年", "大": "年前后", "岁": "末尾", "元": "年月",
    "当": "年月日天晚周夜", "同": "年月日天晚", "是": "年月日晚夜", "该": "年月日", "隔": "日天",
    "次": "年月日晨", "翌": "年月日晨", "本": "年财月日周星礼季", "这": "周个星礼月", "即": "日", "日": "昨",
    "前": "年日天晚夜昨" + _COUNTS, "后": "年天日半一", "最": "后", "首": "季" + _COUNTS, "头": _COUNTS,
    "上": "年月周星礼个半旬上财季午" + _COUNTS, "下": "年月周星礼个半旬下财季午一1", "中": "旬午华",
    "第": "一二三四五六七八九十1234", "年": "初底末终关三廿", "月": "底末初", "周": "一二三四五六日天末",
    "星": "期", "礼": "拜", "凌": "晨", "清": "晨", "早": "晨上间" + _COUNTS, "正": "午月",
    "傍": "晚", "深": "夜",
    "晚": "上间" + _COUNTS, "夜": "间里" + _COUNTS, "午": "后前夜" + _COUNTS, "民": "国元" + _COUNTS + "廿卅",
    "公": "元历", "西": "元历", "农": "历", "旧": "历", "阴": "历", "夏": "历", "古": "历",
    "废": "历", "阳": "历", "国": "历", "腊": "月", "冬": "月", "闰": _COUNTS, "’": _COUNTS[:10],
    "'": _COUNTS[:10],
}  # fmt: skip
_WINDOWS = frozenset({"近", "最近", "过去", "此前", "未来", "今后", "往后", "之后"})
_QUOTES = frozenset('“‘"「『')
_TAIL = frozenset("财学赛年月日夜晨晚号时点世季周星礼天个千百/-.—~:至到、和及期计规半 两三四")
_BEFORE_NUMERAL = frozenset(f"0123456789.·第百千万亿两几{CN}")
_LUNAR = re.compile("[农旧阴夏古废]历")
_SOLAR = re.compile("[公西阳国]历|新历")
_TO = frozenset({"至", "到", "—", "-", "~", "——"})
_PART_ENDS = frozenset("晨晚夜午")
_NEAR_TRAPS = 8
_HOUR_START = CN + "0123456789"
_NUMERALS = frozenset(_HOUR_START + "两")

Reader = Callable[[str, int], Written | None]


def find_written(text: str, barred: Sequence[tuple[int, int]] = ()) -> Iterator[Written]:
    """Yield the dates of a folded text from left to right, none overlapping.

    ``barred`` are the spans of traps, sorted: a date may hold one (三月初一), not cut into one (一日千里).
    """
    at, before = 0, None
    openings = _openings()
    reach = list(accumulate((end for _, end in barred), max))
    for match in _starts().finditer(text):
        start = match.start()
        if start < at:
            continue
        if text[start] == "前" and text[start - 1 : start] == "提":
            continue
        if text[start] in _NUMERALS:
            found = _numeral(text, start, match.end())
        else:
            readers = openings.get(text[start : start + 2]) or openings.get(text[start])
            found = _first(readers, text, start) if readers else None
        if found is not None and found.end > found.start >= at and not _cuts(found, barred, reach):
            before = _same_half(text, before, found)
            yield before
            at = found.end


def _cuts(found: Written, barred: Sequence[tuple[int, int]], reach: Sequence[int]) -> bool:
    """Whether a date overlaps a trap without holding it; ``reach`` is how far the traps up to one go."""
    after = bisect_left(barred, (found.end, 0))
    near = max(0, after - _NEAR_TRAPS)
    if near and reach[near - 1] > found.start:
        return True
    whole = found.end - 1 if found.weekdays else found.end
    return any(
        end > found.start and start < whole and not (found.start <= start and end <= found.end)
        for start, end in barred[near:after]
    )


@cache
def _starts() -> re.Pattern[str]:
    """Return what finds where a date may begin: a run of digits, or a character that opens one."""
    first = {word[0] for word in _openings()}
    return re.compile(rf"[{_RUN}]+|[{re.escape(''.join(sorted(first)))}]")


@cache
def _openings() -> dict[str, tuple[Reader, ...]]:
    """Return the readers to try by the two characters, or the one, that a date begins with."""
    found: dict[str, tuple[Reader, ...]] = {}

    def add(words: set[str], reader: Reader) -> None:
        for word in words:
            found[word] = (*found.get(word, ()), reader)

    words = {first + second for first, following in _FOLLOWING.items() for second in following}
    add(words | {"昨"}, _composed)
    add(
        {word for word in _WINDOWS if len(word) == 2} | {"近" + count for count in _COUNTS + " "}, read_window
    )
    add({first + count for first in "前上" for count in _COUNTS}, read_window)
    add({"上世", "本世", "公元"}, read_decade)
    add({"第" + count for count in "一二三四五六七八九十"}, read_plan)
    add({name[:2] for name in occasions()}, _occasion)
    add(set(_QUOTES), read_plan)
    add(set(_QUOTES), _occasion)
    return found


def _first(readers: tuple[Reader, ...], text: str, at: int) -> Written | None:
    """Return what the first reader that knows the words makes of them."""
    for reader in readers:
        found = reader(text, at)
        if found is not None:
            return found
    return None


def _numeral(text: str, at: int, end: int) -> Written | None:
    """Read a date that begins with a numeral."""
    if at and (text[at - 1] in _BEFORE_NUMERAL or (text[at - 1].isascii() and text[at - 1].isalpha())):
        return None
    if text[at : at + 2] in _numbered_occasions():
        found = _occasion(text, at)
        if found:
            return found
    if text[end : end + 1] not in _TAIL:
        return None
    digits = read_calendar_day(text, at) if text[at] in "0123456789" else None
    return digits or read_plan(text, at) or read_decade(text, at) or _composed(text, at)


@cache
def _numbered_occasions() -> frozenset[str]:
    return frozenset(name[:2] for name in occasions() if name[0] in CN)


def _occasion(text: str, at: int) -> Written | None:
    return read_occasion(text, Written(at, at))


def _composed(text: str, at: int) -> Written | None:
    """Read year, part of it, month, day and clock in that order, each optional."""
    lunar, solar = _LUNAR.match(text, at), _SOLAR.match(text, at)
    opening = lunar or solar
    body = opening.end() if opening else at
    found = Written(body, body, lunar=bool(lunar))
    found = (read_occasion(text, found) if lunar else None) or _dated(text, found)
    if found.empty:
        return None
    return replace(found, start=at) if opening else found


def _dated(text: str, found: Written) -> Written:
    year = read_year(text, found.end) if found.end < len(text) else None
    if year:
        found = replace(year, lunar=found.lunar or year.lunar)
        calendar = _LUNAR.match(text, found.end)
        found = replace(found, end=calendar.end(), lunar=True) if calendar else found
        occasion = read_occasion(text, found)
        if occasion:
            return occasion
    part = read_year_part(text, found)
    if part:
        return part
    spaced = replace(found, end=found.end + 1) if year and text[found.end : found.end + 1] == " " else found
    found = read_month(text, spaced) or found
    day = read_day(text, found)
    return _hour(text, day or found)


def _hour(text: str, found: Written) -> Written:
    clock = read_clock(text, found)
    if clock:
        return clock
    if (found.days or found.day_shift is not None or found.same_day is not None or found.weekdays) and text[
        found.end - 1
    ] not in _PART_ENDS:
        part = read_day_part(text, found)
        return (read_clock(text, part) or part) if part else found
    return found


def _same_half(text: str, before: Written | None, found: Written) -> Written:
    """Return the second hour of 下午三时至五时 as one of the afternoon too."""
    if not (
        before and before.hour and found.hour and not found.days and text[before.end : found.start] in _TO
    ):
        return found
    if before.evening and before.hour[0] < found.hour[0] + 12 < 24 and text[found.start] in _HOUR_START:
        hour, last = found.hour, found.last_hour or found.hour
        return replace(found, hour=(hour[0] + 12, hour[1]), last_hour=(last[0] + 12, last[1]))
    return found
