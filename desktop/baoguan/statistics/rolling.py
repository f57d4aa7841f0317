"""Stretches of time counted from the issue date: 近三年来, 过去5年, 未来两周; 三年来 alone is a length."""

import re

from baoguan.statistics.written import CN, Written, number

_COUNT = rf"(?P<count>\d{{1,3}}|[{CN}两百]{{1,4}}|半)"
_UNIT = r"(?:个)?(?P<unit>年|月|季度|周|星期|礼拜|天|日)"
_NEAR = re.compile(
    rf"(?P<word>最近|近|过去|此前|上|前|未来|今后|往后|之后)的? ?{_COUNT} ?{_UNIT}(?P<half>半)?"
    r"(?P<end>以来|来|间|内|里|中(?![国共央小级华期外学东]))?"
)
_AHEAD = frozenset({"未来", "今后", "往后", "之后"})
_LOOSE = frozenset({"近", "前", "上"})
_OPENS = re.compile(r"(?:^|[\s,。、;:!?！？“”(（)）在是从自于有的和与据全国市省县区我])$")
_SPENT = re.compile(r"(?:的?(?:时间|努力|历史|奋斗|建设|发展|施工|以上|左右|多|期|前|后))")
_MONTHS = {"年": 12, "月": 1, "季度": 3}
_DAYS = {"周": 7, "星期": 7, "礼拜": 7, "天": 1, "日": 1}


def read_window(text: str, at: int) -> Written | None:
    """Read 近三年, 过去十天来, 未来两周; 近三年的时间 is how long something took."""
    match = _NEAR.match(text, at)
    if not match:
        return None
    word, unit = match["word"], match["unit"]
    if (unit == "月" and "个" not in match.group()) or (unit == "年" and word == "前"):
        return None
    if word in _LOOSE and not match["end"]:
        opens = _OPENS.search(text, max(0, at - 1), at)
        if not opens or _SPENT.match(text, match.end()):
            return None
    length = _length(match["count"], unit, bool(match["half"]))
    if length is None:
        return None
    return Written(at, match.end(), window=length, ahead=word in _AHEAD)


def _length(count: str, unit: str, half: bool) -> tuple[int, int] | None:
    """Return a length in months and days; None where it cannot be counted in whole ones."""
    if count == "半":
        return (6, 0) if unit == "年" else (0, 15) if unit == "月" else None
    many = number(count.replace("两", "二"))
    if not 0 < many <= 200:
        return None
    if unit in _DAYS:
        return 0, many * _DAYS[unit]
    return many * _MONTHS[unit] + (6 if half and unit == "年" else 0), (15 if half and unit == "月" else 0)
