"""Counts that report nothing: 张治中、周恩来三人, 分三批, 廿九军, 前三轮, 女子八百米, 三千吨级, 前昨两日."""

import re
from decimal import Decimal

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import Unit
from baoguan.statistics.numerals import Numeral

_TEN = 10
_SPLITS = frozenset("批次步路期组段层类档级种队行列排阶")
_NUMBERED = frozenset("厂矿队部院所站校军师团局库区")
_DIGITS = re.compile(r"[〇零一二三四五六七八九]{3,}")
_TROOPS = frozenset("军师旅团营连")
_COUNTED = re.compile(r"(?:[为至成共有仅计达辖约编歼灭毁派出调增减近余各了个到逾过含及率]|整编|集结|包括)$")
_MEMBERS = frozenset("人位省市县国州区校厂社家队党项种")
_CLAUSE = re.compile(r"[,;:。！？!?\n“”]")
_SEPARATOR = re.compile(r"、|和|与|及|暨")
_RACES = frozenset(map(Decimal, (50, 60, 80, 100, 110, 200, 400, 800, 1000, 1500, 3000, 5000, 10000)))
_RACE_AFTER = re.compile(
    r"[低高中跨]?栏|[短长赛]?跑|接力|[自蛙仰蝶混]|竞走|障碍|[预决初复]?赛|冠军|个人"
    r"|[^,;。\d]{0,5}?[\d一二三四五六七八九十]{1,3}[分秒]"
)
_RACE_BEFORE = re.compile(r"(?:男子|女子|男|女|[乘×x*]\d?|接力|冠军|纪录,)$")
_EVENT_AFTER = re.compile(r"跳台|跳板|气?步枪|气?手枪|移动靶|台跳水|板跳水")
_METRES = frozenset({"米", "公尺"})
_MEETING = re.compile(r"(?:人大|政协|代表大会|大会|全会|届|委员会|协商会议|全委会|常委会)[^,。;]{0,6}$")
_AHEAD = re.compile(r"(?:^|[^之以目年月日战此先生从提产天小期周跟眼空事生午])前$")
_DATED = re.compile(r"(?:[昨今明翌连]|(?<!提)前|\ufffc)$")
_WINDOW = 40


def points(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether a numeral with this unit names, splits or resumes something instead of counting it."""
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    if text[end : end + 1] == "级" and unit.kind is not Kind.COUNT:
        return True
    if unit.form in _SPLITS and before.endswith("分") and numeral.high < _TEN:
        return True
    if unit.form in _NUMBERED and _DIGITS.fullmatch(text, numeral.start, numeral.end):
        return True
    if unit.form in _TROOPS:
        return not (numeral.vague or _COUNTED.search(before))
    if unit.form in _METRES:
        return _race(text, before, numeral, end)
    if unit.form == "次" and text.startswith("会议", end):
        return _MEETING.search(before) is not None
    if text.startswith("一遇", end):
        return True
    if _AHEAD.search(before) and unit.kind not in {Kind.MONEY, Kind.DURATION}:
        return True
    if unit.kind is Kind.DURATION and text[numeral.start] == "两" and _DATED.search(before):
        return True
    return unit.form in _MEMBERS and _resumes(before, numeral)


def _race(text: str, before: str, numeral: Numeral, end: int) -> bool:
    """Whether a distance is the name of a race or an event: 女子100米, 八百米决赛, 10米跳台."""
    named = _RACE_AFTER.match(text, end) or _RACE_BEFORE.search(before)
    return (numeral.low in _RACES and named is not None) or _EVENT_AFTER.match(text, end) is not None


def _resumes(before: str, numeral: Numeral) -> bool:
    """Whether a small number only sums up the names before it: one more than the signs between them."""
    if numeral.arabic or numeral.vague or not 2 <= numeral.low == numeral.high < _TEN:
        return False
    clause = _CLAUSE.split(before)[-1]
    return len(_SEPARATOR.findall(clause)) == numeral.low - 1
