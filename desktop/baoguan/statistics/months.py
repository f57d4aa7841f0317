"""Parts of a year and of a month as written: 上半年, 前三季度, 年底, 今春, 1—8月份, 上月中旬, 农历腊月."""

import re
from dataclasses import replace

from baoguan.statistics.written import CN, NUM, TO, Written, number

_EDGE_END = r"(?![级中期步端部层片数线盘稿赛试审次始伏雪恋])"
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14)}
_SEASON_END = r"(?![节运耕晚游风蚕茶播汛麦粮菜装令收种训泳眠至分粟稻衣雨鲜奥小熟修储捕棉瓜谷灌管闲绥征])"
_SEASON = rf"(?P<season>[春夏秋冬])(?:、|(?P<next>[春夏秋冬])|)(?:两?季|天)?{_SEASON_END}"
_PART = (
    r"(?P<half>[上下头前后]半)年度?(?!报)"
    rf"|(?:第?(?P<q0>[一二三1-3])(?:季度?)?(?:{TO}|、|和|及))?"
    r"(?:第?(?P<quarter>[一二三四1-4])(?:季度|(?<=第.)季(?![稻豆]))|(?P<first>首季)度?)(?P<close>[末底初])?"
    r"|[前头首](?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})个?(?P<of>季度?|月)"
)
_AFTER_YEAR = re.compile(rf" ?年?的?(?:{_PART}|(?P<edge>年?[初底末]|年中|岁末|年终){_EDGE_END}|{_SEASON})")
_ALONE = re.compile(rf"{_PART}|(?P<edge>年初|年底|年末|岁末|岁尾|年终|年关)(?![奖分总])")
_YEARLY = {"今": 0, "去": -1, "明": 1, "来": 1}
_SPRINGS = re.compile(
    r"(?P<year>[今去明来])(?P<season>[春夏秋冬])(?:季|天)?(?:(?P<then>[今明])(?P<next>[春夏秋冬]))?"
    r"(?:两?季|天)?(?![节运装菜奥令])"
)
_QUARTERLY = re.compile(r"(?P<which>本|上|下|这)一?个?季度(?P<close>[末底初])?")
_MONTH = re.compile(
    rf"(?:(?P<from>{NUM})(?: ?{TO} ?|(?P<list>(?:、{NUM}){{0,3}}[、和及])))?"
    rf"(?P<month>{NUM}|元)[两二三四]? ?月(?:份|间)?(?![龄嫂饼球亮票刊息薪租台坛])"
)
_MONTHLY = {"本": 0, "这": 0, "上": -1, "下": 1, "上上": -2, "下下": 2}
_SAMES = {"当月": 0, "同月": 0, "是月": 0, "该月": 0, "次月": 1, "翌月": 1, "月": 0}
_WORD = re.compile(
    r"(?<![以日基])(?:(?P<which>上{1,2}|下{1,2}|本|这)(?:一?个|1个?|一)?月(?:份)?"
    rf"|(?P<same>[当同是该次翌]月)(?:份)?|(?<![\d{CN}个年数每按逐累环])(?P<same0>月)(?=[底末初]))"
)
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR = re.compile(rf"(?P<leap>闰)?(?:(?P<name>[正冬腊])|(?P<month>{NUM}))月")
_PART_OF_MONTH = re.compile(
    r"的?(?:(?P<tens>(?:[上中下]旬?(?:[、至到和或—-]|(?=[上中下]))){0,3}[上中下]旬)"
    r"|(?P<fortnight>[上下])半月(?!刊)"
    rf"|(?P<edge>初(?![一二三四五六七八九十])|[底末]){_EDGE_END}"
    r"|(?:第(?P<week>[一二三四五1-5])|(?P<ultimate>最后一))个?(?:周|星期|礼拜)(?![一二三四五六日天岁年])"
    r"|(?:第(?P<nth>[一二三四五1-5])|(?P<final>最后一))个(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天]))"
)
_PART_ALONE = re.compile(
    r"(?P<tens>[上中下]旬(?:(?:至|到|—|-|、)[上中下]旬)?)|(?P<fortnight>[上下])半月(?!刊)"
    r"|最后一个?的?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
)
WEEKDAYS = "一二三四五六日天"
LAST = 9
"""As the week of a month: its last."""


def read_year_part(text: str, found: Written) -> Written | None:
    """Read 上半年, 第三季度, 前三季度, 前5个月, 年底, 冬: of the year just read, or of this one."""
    if found.empty:
        return (
            _season(text, found)
            or _relative_quarter(text, found)
            or _part(found, _ALONE.match(text, found.end))
        )
    return _part(found, _AFTER_YEAR.match(text, found.end))


def _part(found: Written, match: re.Match[str] | None) -> Written | None:
    if not match:
        return None
    parts = match.groupdict()
    if parts["edge"]:
        edge = parts["edge"][-1]
        return replace(
            found, end=match.end(), edge="年" + {"终": "末", "关": "末", "尾": "末"}.get(edge, edge)
        )
    if parts.get("season"):
        return replace(found, end=match.end(), months=_seasons(parts["season"], parts["next"]))
    months = _part_months(parts)
    if not 1 <= months[0] <= months[1] <= 12:
        return None
    if parts["close"]:
        month = months[0] if parts["close"] == "初" else months[1]
        return replace(found, end=match.end(), months=(month, month), edge=parts["close"])
    return replace(found, end=match.end(), months=months)


def _part_months(parts: dict[str, str | None]) -> tuple[int, int]:
    """Return the months of a half, of quarters, or of 前三季度 and 前5个月."""
    if parts["half"]:
        return (1, 6) if parts["half"][0] in "上头前" else (7, 12)
    if parts["quarter"] or parts["first"]:
        last = number(parts["quarter"] or "1")
        return (number(parts["q0"]) if parts["q0"] else last) * 3 - 2, last * 3
    count = number((parts["count"] or "").replace("两", "二"))
    return 1, count * (1 if parts["of"] == "月" else 3)


def _seasons(first: str, last: str | None) -> tuple[int, int]:
    """Return the months from one season to the end of another; from 冬 on they lie in the next year."""
    low, high = _SEASONS[first][0], _SEASONS[last or first][1]
    return low, high + 12 if high < low else high


def _season(text: str, found: Written) -> Written | None:
    """Read 今春, 去冬, 去冬今春, 今冬明春."""
    match = _SPRINGS.match(text, found.end)
    if not match:
        return None
    shift = _YEARLY[match["year"]]
    months = _seasons(match["season"], match["next"])
    if match["then"] and match["then"] == match["year"] and months[1] > 12:
        return None
    if match["then"] and months[1] <= 12 and match["then"] != match["year"]:
        months = months[0], months[1] + 12
    return replace(found, end=match.end(), year_shift=shift, months=months)


def _relative_quarter(text: str, found: Written) -> Written | None:
    match = _QUARTERLY.match(text, found.end)
    if not match:
        return None
    shift = {"上": -1, "下": 1}.get(match["which"], 0)
    return replace(found, end=match.end(), quarter_shift=shift, edge=match["close"] or "")


def read_month(text: str, found: Written) -> Written | None:
    """Read a month or months and what part of them is meant, of the year just read or of none."""
    named = _lunar_month(text, found) or _named_month(text, found) or _numbered(text, found)
    if named is None:
        return _part_alone(text, found) if found.empty else None
    part = _PART_OF_MONTH.match(text, named.end)
    return _month_part(named, part) if part else named


def _numbered(text: str, found: Written) -> Written | None:
    match = _MONTH.match(text, found.end)
    if not match:
        return None
    last = 1 if match["month"] == "元" else number(match["month"])
    first = number(match["from"]) if match["from"] else last
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    if first > last and match["list"] is not None:
        return None
    return replace(found, end=match.end(), months=(first, last if first <= last else last + 12))


def _named_month(text: str, found: Written) -> Written | None:
    """Read 上月, 当月, and 月 before 底: after a year only the first, 去年本月."""
    match = _WORD.match(text, found.end)
    if not match or not (found.empty or match["which"]):
        return None
    if match["which"]:
        return replace(found, end=match.end(), month_shift=_MONTHLY[match["which"]])
    return replace(found, end=match.end(), same_month=_SAMES[match["same"] or match["same0"]])


def _lunar_month(text: str, found: Written) -> Written | None:
    """Read 正月, 腊月, 闰六月, and any month after 农历."""
    match = _LUNAR.match(text, found.end)
    if not match or not (found.lunar or match["leap"] or match["name"]):
        return None
    if match["name"] == "冬" and not found.lunar and text[match.end() : match.end() + 1] not in "初十廿二三":
        return None
    month = _LUNAR_MONTHS[match["name"]] if match["name"] else number(match["month"])
    if not 1 <= month <= 12:
        return None
    return replace(found, end=match.end(), months=(month, month), lunar=True, leap=bool(match["leap"]))


def _part_alone(text: str, found: Written) -> Written | None:
    match = _PART_ALONE.match(text, found.end)
    if not match:
        return None
    found = replace(found, end=match.end(), same_month=0)
    if match["weekday"]:
        return replace(found, week=LAST, weekdays=_weekday(match))
    return replace(found, tens=_tens(match["tens"])) if match["tens"] else replace(found, days=_half(match))


def _half(match: re.Match[str]) -> tuple[int, int]:
    return (1, 15) if match["fortnight"] == "上" else (16, 31)


def _tens(written: str) -> tuple[int, int]:
    tens = sorted("上中下".index(character) + 1 for character in written if character in "上中下")
    return tens[0], tens[-1]


def _month_part(found: Written, match: re.Match[str]) -> Written:
    found = replace(found, end=match.end())
    if match["edge"]:
        return replace(found, edge=match["edge"])
    if match["tens"]:
        return replace(found, tens=_tens(match["tens"]))
    if match["fortnight"]:
        return replace(found, days=_half(match))
    if match["ultimate"]:
        return replace(found, week=LAST)
    if match["week"]:
        return replace(found, week=number(match["week"]))
    week = LAST if match["final"] else number(match["nth"])
    return replace(found, week=week, weekdays=_weekday(match))


def _weekday(match: re.Match[str]) -> tuple[int, int]:
    weekday = min(WEEKDAYS.index(match["weekday"]) + 1, 7)
    return weekday, weekday
