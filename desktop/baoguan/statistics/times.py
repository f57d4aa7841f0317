"""Read dates as they are written: 2021年底, 10月中旬下旬, 廿三日, 前三季度, “十四五”期间, 昨晚8时."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from baoguan.statistics import chinese

_CN = "〇零一二三四五六七八九十廿卅"
_NUM = rf"(?:\d{{1,2}}|[{_CN}]{{1,3}})"
_TO = r"(?:至|到|—{1,2}|-|~|、|和)"
_YEARS = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "去岁": -1,
    "今岁": 0,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
_DAYS = {"今日": 0, "今天": 0, "今晨": 0, "今晚": 0, "昨日": -1, "昨天": -1, "昨晚": -1, "昨晨": -1}
_DAYS |= {"昨夜": -1, "前日": -2, "前天": -2, "明日": 1, "明天": 1, "后天": 2}
_MONTHS = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_SAME = {"当年": 0, "同年": 0, "是年": 0, "次年": 1, "翌年": 1}

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])")
_PLAN = re.compile(rf"[“‘\"]?([{_CN}]{{1,3}}五|[一二三四]五)[”’\"]?(期间|时期|末|以来)")
_DECADE = re.compile(
    rf"(?:(?:(?P<century>{_NUM})|(?P<this>[上本]))世纪(?:(?P<ten>\d0|[{_CN}]十|[{_CN}]{{2}})年代)?"
    rf"|(?P<full>\d{{3}}0|\d0|[{_CN}]{{4}}|[二三四五六七八九]十)年代)(?P<part>初期?|末期?|中期|后期)?"
)
_YEAR = re.compile(
    rf"(?:(?P<era>民国)(?P<republic>{_NUM})"
    rf"|(?:(?P<from>[12]\d{{3}}|[一二][{_CN}]{{3}})年?{_TO})?(?P<year>[12]\d{{3}}|[一二][〇零一二三四五六七八九]{{3}})"
    rf"|(?P<short>\d{{2}}|[{_CN}]{{2,3}}))年(?:度|份)?"
)
_RELATIVE = re.compile(
    r"(?<![以过文日基未近末])(今年|本年|今岁|去岁|去年|上年|前年|明年|来年|后年|当年|同年|是年|次年|翌年)度?"
)
_PART = (
    r"(?P<half>[上下]半)年|第?(?:(?P<q0>[一二三1-3])(?:季度)?(?:至|到|—|-|、|和))?(?P<quarter>[一二三四1-4])季度(?P<close>[末底])?"
    r"|(?P<fore>前|头|首)(?P<count>[一二两三四五六七八九十\d]{1,2})个?(?P<of>季度|月)"
)
_YEAR_PART = re.compile(rf"年?(?:{_PART}|(?P<edge>年?[初底末]|年中)(?!级|中|期|步))")
_SOLE_PART = re.compile(rf"{_PART}|(?P<edge>年初|年底|年末|岁末)")
_MONTH = re.compile(
    rf"(?:(?P<from>{_NUM})(?:月份?)?{_TO})?(?P<month>{_NUM})月(?:份|间)?(?![龄嫂饼球亮票刊息薪租])"
)
_RELATIVE_MONTH = re.compile(
    rf"(?<![以日基])(本月|上月|上个月|下月|下个月)(?:份)?|(?<![\d{_CN}个年数每])月(?=[底末初])"
)
_MONTH_PART = re.compile(
    r"(?P<tens>(?:[上中下](?:旬)?(?:[、至到和或—-]|(?=[上中下])))*[上中下]旬)|(?P<edge>[初底末])(?!级|中|期|步)"
)
_DAY = re.compile(rf"(?:(?P<from>{_NUM})日?{_TO})?(?P<day>{_NUM})[日号]")
_RELATIVE_DAY = re.compile(
    r"(?<![以日])(今日|今天|今晨|今晚|昨日|昨天|昨晚|昨晨|昨夜|前日|前天|明日|明天|后天)(?!报|前)"
)
_CLOCK = re.compile(
    rf"(?P<half>凌晨|清晨|早晨|早上|上午|中午|正午|下午|午后|午前|傍晚|晚上|晚间|夜间|深夜|晚|早|晨|夜)?"
    rf"(?:(?P<hour>{_NUM})(?P<mark>[时点])(?!候|间|代|期|常|任|尚|速|而|装|针|事|评|滴|火|缀|名|头|[{_CN}\d]*[%％])"
    rf"(?:零?(?P<minute>{_NUM})分|(?P<rest>半|整|正|许|钟|[一三]刻))?|(?P<digits>\d{{1,2}}:\d{{2}})(?![:\d]))"
)
_START = re.compile(rf"[\d{_CN}月今本去上前明来后当同是次翌年岁民昨下头首第凌清早中正午傍晚深夜“‘\"]")
_AFTERNOON = frozenset({"下午", "午后", "傍晚", "晚上", "晚间", "夜间", "深夜", "晚", "夜"})
_EVENINGS = frozenset({"昨晚", "今晚", "昨夜"})
_HOUR_START = _CN + "0123456789"
_LASTED = re.compile(r"(?:超过|逾|长达|历时|历经|持续)$")
_BEFORE_NUMERAL = re.compile(rf"[\d.·A-Za-z第{_CN}]")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written, before it is anchored: only what the text itself says.

    ``year_shift``, ``month_shift`` and ``day_shift`` count from the issue date, ``same_shift`` from the
    year last named. ``months`` and ``days`` are inclusive; ``tens`` the 旬 (1 to 3), inclusive.
    """

    start: int
    end: int
    year: int | None = None
    last_year: int | None = None
    short_year: int | None = None
    year_shift: int | None = None
    same_shift: int | None = None
    months: tuple[int, int] | None = None
    month_shift: int | None = None
    tens: tuple[int, int] | None = None
    edge: str = ""
    days: tuple[int, int] | None = None
    day_shift: int | None = None
    hour: tuple[int, int] | None = None


def number(run: str) -> int:
    """Return a written year, month, day or hour; -1 where it is no numeral."""
    if run.isdigit():
        return int(run)
    value = chinese.integer(run)
    return -1 if value is None else value


def find_written(text: str) -> Iterator[Written]:
    """Yield the dates of a folded text from left to right, none overlapping."""
    at, before = 0, None
    while match := _START.search(text, at):
        found = _written(text, match.start())
        if found is not None and found.end > found.start:
            before = _same_half(text, before, found)
            yield before
            at = found.end
        else:
            at = match.start() + 1


def _same_half(text: str, before: Written | None, found: Written) -> Written:
    """Return the second hour of 下午三时至五时 as one of the afternoon too."""
    if not (
        before
        and before.hour
        and found.hour
        and text[before.end : found.start] in {"至", "到", "—", "-", "~"}
    ):
        return found
    afternoon = before.hour[0] >= 12 and found.hour[0] < 12 and text[found.start] in _HOUR_START
    return replace(found, hour=(found.hour[0] + 12, found.hour[1])) if afternoon else found


def _written(text: str, at: int) -> Written | None:
    numeral = text[at] in _CN or text[at].isdigit()
    if numeral and at and _BEFORE_NUMERAL.match(text[at - 1]):
        return None
    return _iso(text, at) or _plan(text, at) or _decade(text, at) or _composed(text, at)


def _iso(text: str, at: int) -> Written | None:
    match = _ISO.match(text, at)
    if not match or not (
        1 <= int(match[3]) <= 12 and 1 <= int(match[4]) <= 31 and 1000 <= int(match[1]) < 2200
    ):
        return None
    month, day = int(match[3]), int(match[4])
    return Written(at, match.end(), year=int(match[1]), months=(month, month), days=(day, day))


def _plan(text: str, at: int) -> Written | None:
    """Read “十四五”期间 as the years of that plan; only from the third do they follow each other."""
    match = _PLAN.match(text, at)
    order = number(match[1][:-1]) if match else -1
    if not match or not 1 <= order <= 20:
        return None
    start = {1: 1953, 2: 1958}.get(order, 1966 + (order - 3) * 5)
    last = start + 4
    if match[2] == "末":
        start = last
    return Written(at, match.end(), year=start, last_year=last)


def _decade(text: str, at: int) -> Written | None:
    match = _DECADE.match(text, at)
    if not match:
        return None
    ten = match["ten"] or match["full"]
    if match["full"] and len(match["full"]) == 4:
        first = number(match["full"])
    else:
        century = number(match["century"]) if match["century"] else 21 if match["this"] == "本" else 20
        tens = number(ten) if ten else 0
        first = (century - 1) * 100 + (tens if tens >= 10 else tens * 10)
    if not 1000 <= first < 2200:
        return None
    span = 10 if ten else 100
    shift = {"初": (0, span * 2 // 5), "末": (span * 7 // 10, span), "后": (span // 2, span)}
    low, high = shift.get((match["part"] or "x")[0], (0, span))
    if match["part"] == "中期":
        low, high = span * 3 // 10, span * 7 // 10
    return Written(at, match.end(), year=first + low, last_year=first + high - 1)


def _composed(text: str, at: int) -> Written | None:
    """Read year, month, day and clock in that order, each optional."""
    found = _year(text, at) or Written(at, at)
    yearly = found.end > at
    parted = _year_part(text, found, yearly)
    if parted:
        return parted
    found = _month(text, found) or found
    found = _day(text, found) or found
    return _clock(text, found) or found


def _year(text: str, at: int) -> Written | None:
    relative = _RELATIVE.match(text, at)
    if relative:
        word = relative[1]
        if word in _SAME:
            return Written(at, relative.end(), same_shift=_SAME[word])
        return Written(at, relative.end(), year_shift=_YEARS[word])
    match = _YEAR.match(text, at)
    if not match or _LASTED.search(text, max(0, at - 3), at):
        return None
    if match["era"]:
        return Written(at, match.end(), year=1911 + number(match["republic"]))
    if match["short"]:
        return Written(at, match.end(), short_year=number(match["short"]))
    last = number(match["year"])
    return Written(at, match.end(), year=number(match["from"]) if match["from"] else last, last_year=last)


def _year_part(text: str, found: Written, yearly: bool) -> Written | None:
    """Read 上半年, 第三季度, 前三季度, 前5个月, 年底: the rest of a year or a period of this one."""
    match = (_YEAR_PART if yearly else _SOLE_PART).match(text, found.end)
    if not match:
        return None
    parts = match.groupdict()
    if parts["edge"]:
        return replace(found, end=match.end(), edge="年" + parts["edge"][-1])
    if parts["half"]:
        months = (1, 6) if parts["half"] == "上半" else (7, 12)
    elif parts["quarter"]:
        last = number(parts["quarter"])
        months = ((number(parts["q0"]) if parts["q0"] else last) * 3 - 2, last * 3)
    else:
        count = number(parts["count"]) * (3 if parts["of"] == "季度" else 1)
        months = (1, count)
    if not 1 <= months[0] <= months[1] <= 12:
        return None
    if parts["close"]:
        return replace(found, end=match.end(), months=(months[1], months[1]), edge="末")
    return replace(found, end=match.end(), months=months)


def _month(text: str, found: Written) -> Written | None:
    relative = _RELATIVE_MONTH.match(text, found.end) if found.end == found.start else None
    if relative:
        found = replace(found, end=relative.end(), month_shift=_MONTHS.get(relative[1], 0))
    else:
        match = _MONTH.match(text, found.end)
        if not match:
            return None
        last = number(match["month"])
        first = number(match["from"]) if match["from"] else last
        if not 1 <= first <= last <= 12:
            return None
        found = replace(found, end=match.end(), months=(first, last))
    part = _MONTH_PART.match(text, found.end)
    if part and part["edge"]:
        return replace(found, end=part.end(), edge=part["edge"])
    if part:
        tens = sorted("上中下".index(character) + 1 for character in part["tens"] if character in "上中下")
        return replace(found, end=part.end(), tens=(tens[0], tens[-1]))
    return found


def _day(text: str, found: Written) -> Written | None:
    fresh = found.end == found.start
    relative = _RELATIVE_DAY.match(text, found.end) if fresh else None
    if relative:
        return replace(found, end=relative.end(), day_shift=_DAYS[relative[1]])
    dated = found.months is not None or found.month_shift is not None
    match = _DAY.match(text, found.end)
    if not match or not (dated or fresh) or found.edge or found.tens:
        return None
    if not dated and text[match.end() - 1] == "号":
        return None
    last = number(match["day"])
    first = number(match["from"]) if match["from"] else last
    if not 1 <= first <= last <= 31:
        return None
    return replace(found, end=match.end(), days=(first, last))


def _clock(text: str, found: Written) -> Written | None:
    match = _CLOCK.match(text, found.end)
    if not match or (found.end > found.start and found.days is None and found.day_shift is None):
        return None
    if match["digits"]:
        hour, minute = (int(part) for part in match["digits"].split(":"))
    else:
        hour = number(match["hour"])
        minute = (
            number(match["minute"])
            if match["minute"]
            else {"半": 30, "一刻": 15, "三刻": 45}.get(match["rest"] or "", 0)
        )
    unsure = match["mark"] == "点" or match["digits"]
    certain = match["half"] or match["minute"] or match["rest"] or found.end > found.start
    if match["hour"] == "一" and not certain:
        return None
    if not (0 <= hour <= 24 and 0 <= minute < 60) or (unsure and not certain):
        return None
    evening = match["half"] in _AFTERNOON or text[match.start() - 2 : match.start()] in _EVENINGS
    if evening and hour < 12:
        hour += 12
    return replace(found, end=match.end(), hour=(hour, minute))
