"""Whether 卅七年 is a year and 三日 a day, or how long something took; whether a date is a basis."""

import datetime
import re

from baoguan.statistics.written import Written

_LENGTH_AFTER = re.compile(
    r"[内来间后余多级期徒]|之[久内间后前期需用中]|以[内上下]|前(?!后)|有期|历史|不变|左右|房龄|质保"
)
_LASTING = re.compile(
    r"(?:历时|为期|长达|徒刑|有期|[为限工刑租假学定逾延到周]期|[血激苦奋鏖转]战|战斗|[历已途曾]经|拘留|逾限"
    r"|(?<!纽)约|(?<!中)共|(?<!附)近|[达满每逾超隔限了过用首需仅假敷]|提前)$"
)
_POINTING = re.compile(r"(?:^|[\s,。、;“”（(）)：:在于从自到至比较与和届是由及])$")
_NAMING = re.compile(r"[在于从自到至比较由]$")
_YEAR_AFTER = re.compile(r"[春夏秋冬]|以来|以后|之后|以前|前后|全年|上半|下半|[初底末]")
_FROM_YEAR = re.compile(r"年(?:[度底末初]|起)?[至到—-]{1,2}$")
_RANGE_OF_DIGITS = re.compile("一二|二三|三四|四五|五六|六七|七八|八九|三五")
_CHINESE_DAYS_UNTIL = 1987
"""Until then papers printed days in Chinese numerals; later 三日 is more often a length."""
_REPUBLIC_UNTIL = 1950
_MEMORY = 12
"""Years back to which 廿五年 alone is rather a year of the Republic than a length."""
_THAN = re.compile(r"(?:[比较]|相比|高于|低于|多于|少于|超过|仅次于|相当于)$")
_BESIDE = re.compile(r"[与和同跟]$")
_LIKENED = re.compile(r"(?:同期)?(?:的水平)?(?:相比|相较|比较|比|持平|相当|相同|基本|一样)")
_AHEAD = 10
_DAY_AFTER = frozenset("电讯晨晚上下午凌")


def republic_or_western(text: str, written: Written, issue: datetime.date | None) -> int | None:
    """Read 卅七年 in a paper before 1950 as a year of the Republic, 98年 as 1998 where all fits, or None."""
    short = written.short_year or 0
    digits = text[written.start : written.end].lstrip("’'‘")
    if digits[0] in "0〇零":
        return (2000 if issue is None or issue.year >= 2000 else 1900) + short
    if issue is None or _LASTING.search(text, max(0, written.start - 3), written.start):
        return None
    clear = bool(written.months or written.edge or written.tens or _YEAR_AFTER.match(text, written.end))
    clear = clear or bool(_FROM_YEAR.search(text, max(0, written.start - 4), written.start))
    if not clear and _LENGTH_AFTER.match(text, written.end):
        return None
    if issue.year < _REPUBLIC_UNTIL:
        return _republican(text, written, issue, clear)
    return _western(text, written, issue, clear)


def _republican(text: str, written: Written, issue: datetime.date, clear: bool) -> int | None:
    short, now = written.short_year or 0, issue.year - 1911
    clear = (
        clear
        or text[written.end - 1] in "度份"
        or bool(_NAMING.search(text, max(0, written.start - 1), written.start))
    )
    lowest = 1 if clear else max(10, now - _MEMORY)
    return 1911 + short if lowest <= short <= now + 2 else None


def _western(text: str, written: Written, issue: datetime.date, clear: bool) -> int | None:
    """Return 1998 for 98年, with a month or where a date stands, near the issue date; None for a length."""
    short, first = written.short_year or 0, text[written.start]
    if first in "廿卅卌" or "十" in text[written.start : written.start + 3]:
        return None
    year = issue.year // 100 * 100 + short
    year -= 100 if year > issue.year + (_AHEAD if clear else 1) else 0
    if clear:
        return year if issue.year - 50 <= year else None
    if first in "’'‘" or (not first.isdigit() and not _RANGE_OF_DIGITS.match(text, written.start)):
        return year if issue.year - 40 <= year else None
    before = _POINTING if short >= 50 else _NAMING
    named = before.search(text[max(0, written.start - 1) : written.start])
    return year if named and issue.year - 30 <= year else None


def is_day(text: str, written: Written, issue: datetime.date | None) -> bool:
    """Tell 廿三日 and 3日 from 三日内 and 历时三日."""
    if text[written.end : written.end + 1] in {"本", "元", "游", "行"}:
        return False
    if _LASTING.search(text, max(0, written.start - 2), written.start):
        return False
    if written.hour or text[written.end - 1] not in "日号":
        return True
    before, after = text[max(0, written.start - 1) : written.start], text[written.end : written.end + 1]
    if _LENGTH_AFTER.match(text, written.end) and not (after == "前" and _POINTING.search(before)):
        return False
    if text[written.start].isdigit() or (written.days or (0, 0))[1] > 10:
        return True
    if issue is not None and issue.year < _CHINESE_DAYS_UNTIL and text[written.start : written.end] != "一日":
        return True
    return after in _DAY_AFTER or (after != "" and bool(_NAMING.search(before)))


def compared(text: str, start: int, end: int) -> bool:
    """Whether a date is what a figure is compared with: 比去年, 与2010年相比, but not 2020年和2021年."""
    if _THAN.search(text, max(0, start - 3), start):
        return True
    return bool(_BESIDE.search(text, max(0, start - 1), start) and _LIKENED.match(text, end))
