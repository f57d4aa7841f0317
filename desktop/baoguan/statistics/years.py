"""Years as they are written: 1998年, 民国卅七年, 光绪廿四年, 98年, 去年, 当年, 1991—95年, 2022财年."""

import re
from dataclasses import dataclass
from functools import cache

from baoguan.statistics.tables import rows
from baoguan.statistics.written import CN, NUM, TO, Written, number

_DIGIT = "〇零一二三四五六七八九"
_FULL = rf"(?:[12]\d{{3}}|[一二][{_DIGIT}]{{3}})"
_END = r" ?(?:年[度份]?|财政年度|财年|学年度?|赛季)"
_SHIFTS = {"今年": 0, "本年": 0, "今岁": 0, "去年": -1, "去岁": -1, "客岁": -1, "前年": -2}
_SHIFTS |= {"大前年": -3, "明年": 1, "来年": 1, "后年": 2, "大后年": 3}
_SHIFTS |= {"本财年": 0, "上财年": -1, "下财年": 1}
_SAMES = {"当年": 0, "同年": 0, "是年": 0, "该年": 0, "次年": 1, "翌年": 1, "转年": 1, "上年": -1}
_SAMES |= {"上一年": -1, "上1年": -1, "前一年": -1, "下一年": 1, "下1年": 1, "后一年": 1}
_RELATIVE = "|".join(sorted([*_SHIFTS, *_SAMES], key=len, reverse=True))
_WORD = re.compile(
    rf"(?:(?=今年)|(?<![以过文日基未近末目光成产]))({_RELATIVE})"
    r"(?![级龄均轮画货糕味]|(?<=[前后]年)[产销收增节创处供发利])(?:度(?!过))?"
)
_TWO = re.compile(r"([今去明前])([今明后去])两?年")
_PAIR = re.compile(
    rf"(?P<from>{_FULL}) ?(?:年[度份]?)? ?(?:{TO}|/) ?"
    rf"(?:(?P<to>{_FULL})|(?P<tail>\d\d|[{_DIGIT}]{{2}})){_END}"
)
_FURTHER = re.compile(
    rf" ?(?:{NUM}月|[正腊闰元]月|[上下]半年|第?[一二三四1-4]季|年?[初底末](?!期)|[春夏秋冬])"
)
_BARE_PAIR = re.compile(rf"(?<=[从由自])({_FULL}){TO}({_FULL})(?![\d.%{CN}万亿余多])")
_WESTERN = re.compile(rf"(?:公元|西元|公历|西历)?(?P<year>{_FULL}){_END}")
_THOUSAND = re.compile(
    rf"(?P<thousand>[一两二])千"
    rf"(?P<rest>[〇零][{_DIGIT}十]{{1,3}}|[一二三四五六七八九]?十[一二三四五六七八九]?)?年"
)
_EARLY = re.compile(rf"(?:公元|西元)(?P<before>前)?(?P<year>\d{{1,4}}|[{CN}百]{{1,5}})年")
_REPUBLIC = re.compile(rf"(?:中华)?民国?(?P<count>元|{NUM})年[度份]?")
_COUNTED = re.compile(rf"(?P<count>元|\d{{1,2}}|[{CN}]{{1,4}})年")
_SHORT = re.compile(rf"[’'‘]?(?P<short>\d{{2}}|[{CN}]{{2,3}}) ?年[度份]?")
_THREE = re.compile(rf"(?P<year>\d{{3}}|[一二三四五六七八九][{_DIGIT}]{{2}})年")
_ANY_YEAR = re.compile("年|赛季")
_RANGED = re.compile("[从由自]$")
_LONGEST = 20
_MONTH_NEXT = re.compile(rf" ?(?:{NUM}月|正月|腊月|闰)")
_NAMED = re.compile(r"[在于从自至到前]$")
_LASTED = re.compile(r"(?:长达|历时|历经|持续|距今|已有)$")
_HISTORY = re.compile(r"的?(?:历史|之久|一遇|不遇|前(?!后)|来)")
_RECENT = 1800
_AMOUNT = re.compile(r"(?:超过|不到|[达近约逾有长历过龄])$")


@dataclass(frozen=True, slots=True)
class Era:
    """A reign or an era: its first year, and whether its months are those of the Chinese calendar."""

    first: int
    lunar: bool


@cache
def eras() -> dict[str, Era]:
    """Return the eras of ``eras.tsv`` by name."""
    return {row[0]: Era(int(row[1]), "lunar" in row) for row in rows("eras.tsv")}


def read_year(text: str, at: int) -> Written | None:
    """Read the year that begins at ``at``; that of an era may begin before it, with the era's name."""
    if text[at] in "今本去前大明来后客当同是该次翌转上下":
        return _relative(text, at)
    if _ANY_YEAR.search(text, at, at + _LONGEST) is None and not _RANGED.search(text, max(0, at - 1), at):
        return None
    return _pair(text, at) or _western(text, at) or _counted(text, at) or _brief(text, at)


def _relative(text: str, at: int) -> Written | None:
    pair = _TWO.match(text, at)
    if pair:
        return Written(at, pair.end(), year_shift=_SHIFTS[pair[1] + "年"], last_shift=_SHIFTS[pair[2] + "年"])
    match = _WORD.match(text, at)
    if not match:
        return None
    word = match[1]
    if word in _SAMES:
        return Written(at, match.end(), same_year=_SAMES[word])
    return Written(at, match.end(), year_shift=_SHIFTS[word])


def _pair(text: str, at: int) -> Written | None:
    """Read 1991—95年, 2021/2022赛季 and, after 从, 2016到2018."""
    match = _PAIR.match(text, at)
    if match:
        first = number(match["from"])
        last = number(match["to"]) if match["to"] else first // 100 * 100 + number(match["tail"])
    else:
        match = _BARE_PAIR.match(text, at)
        if not match:
            return None
        first, last = number(match[1]), number(match[2])
    if not 1000 <= first < last < 2200 or _FURTHER.match(text, match.end()):
        return None
    return Written(at, match.end(), year=first, last_year=last, paired=True)


def _western(text: str, at: int) -> Written | None:
    match = _WESTERN.match(text, at)
    if match:
        year = number(match["year"])
        if not 1000 <= year < 2200 or _long_ago(text, at, match.end(), year):
            return None
        return Written(at, match.end(), year=year, last_year=year)
    return _early(text, at) if text[at] in "公西" else _thousand(text, at)


def _long_ago(text: str, at: int, end: int, year: int) -> bool:
    """Whether 2000年 is how long something is, or ago: 1500年历史, 距今2000年."""
    lasted = _LASTED.search(text, max(0, at - 3), at) or (year % 50 == 0 and _HISTORY.match(text, end))
    return bool(lasted or (year < _RECENT and _AMOUNT.search(text, max(0, at - 2), at)))


def _early(text: str, at: int) -> Written | None:
    """Read 公元前221年 (the year -220: there is a year 0) and 公元8年."""
    match = _EARLY.match(text, at)
    year = number(match["year"]) if match else -1
    if not match or not 0 < year < 2200:
        return None
    year = 1 - year if match["before"] else year
    return Written(at, match.end(), year=year, last_year=year)


def _thousand(text: str, at: int) -> Written | None:
    """Read 两千零四年; 两千年 alone is a length of time."""
    match = _THOUSAND.match(text, at)
    if not match or not (match["rest"] or _MONTH_NEXT.match(text, match.end())):
        return None
    rest = number(match["rest"].lstrip("〇零")) if match["rest"] else 0
    year = number(match["thousand"]) * 1000 + rest
    return Written(at, match.end(), year=year, last_year=year) if 0 <= rest < 100 else None


def _counted(text: str, at: int) -> Written | None:
    """Read a year counted from the first of an era: 民国卅七年, 民元, 光绪廿四年."""
    match = _REPUBLIC.match(text, at)
    if match:
        year = 1911 + (1 if match["count"] == "元" else number(match["count"]))
        return Written(at, match.end(), year=year, last_year=year)
    match = _COUNTED.match(text, at)
    if not match:
        return None
    for length in (2, 4):
        era = eras().get(text[max(0, at - length) : at])
        count = 1 if match["count"] == "元" else number(match["count"])
        if era and 0 < count <= 64:
            year = era.first + count - 1
            return Written(at - length, match.end(), year=year, last_year=year, lunar=era.lunar)
    return None


def _brief(text: str, at: int) -> Written | None:
    """Read 98年 and 卅七年, which the anchor completes, and 789年 or 三六七年 where a month or 在 says so."""
    match = _THREE.match(text, at)
    if match:
        clear = _MONTH_NEXT.match(text, match.end()) or (
            _NAMED.search(text, max(0, at - 1), at) and not _HISTORY.match(text, match.end())
        )
        year = number(match["year"])
        return Written(at, match.end(), year=year, last_year=year) if clear and year >= 100 else None
    match = _SHORT.match(text, at)
    return Written(at, match.end(), short_year=number(match["short"])) if match else None
