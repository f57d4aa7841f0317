"""Days as they are written: 廿三日, 10日至12日, 正月初五, 昨晚, 当日, 上周三, 星期日, 2022-10-01."""

import re
from dataclasses import replace

from baoguan.statistics.months import WEEKDAYS
from baoguan.statistics.written import CN, NUM, TO, Written, number

_EVENING = re.compile("下午|午后|傍晚|黄昏|晚|夜")
_PART = re.compile(
    r"的?(?:凌晨|清晨|早晨|早上|早间|拂晓|黎明|上午|午前|中午|正午|午间|下午|午后|傍晚|黄昏"
    r"|晚上|晚间|夜间|夜里|深夜|子夜|午夜|半夜"
    r"|晚(?![报会宴稻餐饭婚年期场])|晨(?![报练曦])|早(?![稻已报期在就饭餐盘晚市熟])|夜(?![校班总市大])|午(?![饭餐休宴]))"
)
_NUMERIC = re.compile(r"([12]\d{3})([-/. ])(\d{1,2})\2(\d{1,2})(?![\d.%万亿])")
_YEAR_MONTH = re.compile(rf"([12]\d{{3}})[-/](0[1-9]|1[0-2])(?![-/\d.%{CN}万亿])")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2([12]\d{3})(?![\d.%万亿])")
_SLASHED = re.compile(r"(0\d|[12]\d|3[01])/(0\d|1[0-2])/(\d\d)(?![/\d.%])")
_MONTH_SLASH = re.compile(r"(1[0-2]|[1-9])/(3[01]|[12]\d|[1-9])(?![\d/.%/A-Za-z倍成万亿拍])")
_DAY = re.compile(
    rf"(?:(?P<from>{NUM})(?: ?{TO} ?|(?:、{NUM}){{0,3}}[、和及]))?"
    rf"(?P<day>{NUM})[两二三四]? ?[日号](?!线|楼|元)"
)
_UNMARKED = re.compile(
    r"(?:十[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|卅一?)"
)
_UNMARKED_END = re.compile(r"$|[\s,。、;:!?！？()（）“”电讯晨晚上下午凌是有在的]")
_LUNAR_DAY = re.compile(
    r"(?:初(?P<low>[一二三四五六七八九十])"
    r"|(?P<high>[廿卅][一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?))日?"
)
_FESTAL = re.compile(r"(?:大年|年)(?:初(?P<low>[一二三四五六七])|(?P<high>三十|廿九|廿八|二十九)|卅)[晚夜]?")
_NEAR = {"今": 0, "本": 0, "即": 0, "昨": -1, "前": -2, "明": 1, "后": 2, "大前": -3, "大后": 3}
_SAME = {"当": 0, "同": 0, "是": 0, "该": 0, "次": 1, "翌": 1, "隔": 1}
_WORD = re.compile(
    r"(?:(?P<pair>前昨|昨今|今明|明后)[两二]?[日天]|(?P<far>大?前|大?后)[天日]|(?P<before>前)[晚夜]|(?P<prior>前一)[天日]"
    r"|(?P<near>[今昨明])(?:[天日晨晚早夜午]|(?=凌晨|上午|下午|中午|午后|傍晚))"
    r"|日?(?P<bare>昨)(?!非)|(?P<this>[本即])日|(?P<from>今)(?=起)"
    r"|(?P<same>[当同是该次翌隔])[日天晚晨夜])"
    r"(?!报|头条|新闻|之星)"
)
_NOT_BEFORE = {
    "前": "以目之日提午年月天生空眼当跟先",
    "后": "以之然先最今此",
    "明": "光文说表声证发聪透鲜清黎分",
    "今": "如当现古",
    "昨": "如宛",
    "隔": "相",
    "当": "相应",
    "是": "不只就也正便还总",
}
_WEEKLY = {"本": 0, "这": 0, "当": 0, "上": -1, "下": 1}
_WEEK = re.compile(
    r"(?P<which>[本这当]|上{1,3}|下{1,3})(?:一?个|一|1)?(?:周|星期|礼拜)"
    r"(?P<day>[一二三四五六日天](?![年月个岁次期])|末)?(?![期岁边围])"
)
_WEEKDAY = re.compile(
    rf"(?<![每两{CN}\d第个近几数多满各隔])(?:周|星期|礼拜)"
    r"(?:(?P<day>[一二三四五六日天])(?![年月个岁次期家人名位围元届等号福])|(?P<end>末))"
)
_HOUR_NEXT = re.compile(rf" ?(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚|[{CN}\d]{{1,3}}[时:点])")
_DAY_OF_WEEK = re.compile(
    r"(?P<open>[(（])?,?(?:周|星期|礼拜)[一二三四五六日天](?(open)[)）])(?![年月个岁次期])"
)


def read_calendar_day(text: str, at: int) -> Written | None:
    """Read 2022-10-01, 2022/10/1, 1.10.2022, 2022-10, and 12/1, which is no fraction."""
    match = _NUMERIC.match(text, at)
    if match and (match[2] != " " or len(match[3] + match[4]) == 4):
        return _calendar(at, match.end(), int(match[1]), int(match[3]), int(match[4]))
    match = _DAY_FIRST.match(text, at)
    if match:
        return _calendar(at, match.end(), int(match[4]), int(match[3]), int(match[1]))
    match = _SLASHED.match(text, at)
    if match:
        year = int(match[3])
        return _calendar(at, match.end(), year + (1900 if year >= 50 else 2000), int(match[2]), int(match[1]))
    match = _YEAR_MONTH.match(text, at)
    if match:
        month = int(match[2])
        return Written(at, match.end(), year=int(match[1]), months=(month, month))
    match = _MONTH_SLASH.match(text, at)
    if not match or int(match[1]) <= int(match[2]):
        return None
    month, day = int(match[1]), int(match[2])
    return Written(at, match.end(), months=(month, month), days=(day, day))


def _calendar(start: int, end: int, year: int, month: int, day: int) -> Written | None:
    if not (1000 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Written(start, end, year=year, months=(month, month), days=(day, day))


def read_day(text: str, found: Written) -> Written | None:
    """Read the day of the month just read, or a day by itself."""
    if found.edge or found.tens or found.days or found.week is not None:
        return None
    if found.empty:
        alone = _festal(text, found) or _relative_day(text, found) or read_weekday(text, found)
        if alone:
            return alone
    elif not found.dated:
        return _festal(text, found)
    day = _night(text, found) or _lunar_day(text, found) or _numbered(text, found) or _unmarked(text, found)
    if day and not day.empty:
        week = _DAY_OF_WEEK.match(text, day.end)
        timed = week and (not week["open"] or _HOUR_NEXT.match(text, week.end()))
        return replace(day, end=week.end()) if week and timed else day
    return None


def _numbered(text: str, found: Written) -> Written | None:
    match = _DAY.match(text, found.end)
    if not match or (not found.dated and text[match.end() - 1] == "号"):
        return None
    last = number(match["day"])
    first = number(match["from"]) if match["from"] else last
    if last < 10 < first and match["from"]:
        last += first // 10 * 10
    if not 1 <= first <= last <= 31:
        return None
    return replace(found, end=match.end(), days=(first, last))


def _night(text: str, found: Written) -> Written | None:
    """Read the day of 十七夜 and 廿三晨, from the tenth on: 三夜 is how long it took."""
    match = _UNMARKED.match(text, found.end)
    if not match or text[match.end() : match.end() + 1] not in {"夜", "晨", "晚"}:
        return None
    day = number(match.group())
    return replace(found, end=match.end(), days=(day, day)) if 10 <= day <= 31 else None


def _unmarked(text: str, found: Written) -> Written | None:
    """Read the day of 八月十五, 一月二十三, where nothing that it could count follows."""
    match = _UNMARKED.match(text, found.end) if found.dated and text[found.end - 1] == "月" else None
    if not match or not _UNMARKED_END.match(text, match.end()):
        return None
    day = number(match.group())
    return replace(found, end=match.end(), days=(day, day)) if 10 <= day <= 31 else None


def _lunar_day(text: str, found: Written) -> Written | None:
    """Read 初五 after any month, and 廿三 after one of the Chinese calendar."""
    match = _LUNAR_DAY.match(text, found.end) if found.dated else None
    if not match or not (match["low"] or found.lunar):
        return None
    day = number(match["low"] or match["high"])
    return replace(found, end=match.end(), days=(day, day), lunar=True) if 1 <= day <= 30 else None


def _festal(text: str, found: Written) -> Written | None:
    """Read 大年初一 and 年三十."""
    match = _FESTAL.match(text, found.end)
    if not match:
        return None
    months, day = (
        ((1, 1), number(match["low"])) if match["low"] else ((12, 12), number(match["high"] or "卅"))
    )
    return replace(found, end=match.end(), months=months, days=(day, day), lunar=True)


def _relative_day(text: str, found: Written) -> Written | None:
    at = found.end
    match = _WORD.match(text, at)
    if not match or (at and text[at - 1] in _NOT_BEFORE.get(text[at], "")):
        return None
    found = replace(found, end=match.end(), evening=text[match.end() - 1] in "晚夜")
    if match["pair"]:
        first, last = (_NEAR[word] for word in match["pair"])
        return replace(found, day_shift=first, last_shift=last)
    if match["prior"]:
        return replace(found, same_day=-1)
    if match["same"]:
        return replace(found, same_day=_SAME[match["same"]])
    word = next(filter(None, match.group("far", "before", "near", "bare", "this", "from")))
    return replace(found, day_shift=_NEAR[word])


def read_weekday(text: str, found: Written) -> Written | None:
    """Read 上周, 本周三, 下个星期日, 周末, 星期二."""
    match = _WEEK.match(text, found.end)
    if match:
        which = match["which"]
        shift = _WEEKLY[which[0]] * len(which)
        return replace(found, end=match.end(), week_shift=shift, weekdays=_weekdays(match["day"]))
    match = _WEEKDAY.match(text, found.end)
    if not match:
        return None
    return replace(found, end=match.end(), weekdays=_weekdays(match["day"] or match["end"]))


def _weekdays(day: str | None) -> tuple[int, int] | None:
    if day is None:
        return None
    if day == "末":
        return 6, 7
    weekday = min(WEEKDAYS.index(day) + 1, 7)
    return weekday, weekday


def read_day_part(text: str, found: Written) -> Written | None:
    """Read 上午, 晚 or 凌晨 after a day; it makes the hours that follow those of an afternoon or evening."""
    match = _PART.match(text, found.end)
    if not match or found.empty:
        return None
    return replace(found, end=match.end(), evening=bool(_EVENING.search(match.group())))
