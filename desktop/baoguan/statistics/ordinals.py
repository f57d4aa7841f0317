"""Places in a series (第23届) and ranks (居全市第一, 前三名): kept, but as kinds of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal

from baoguan.domain.statistic import Kind
from baoguan.statistics import chinese
from baoguan.statistics.lexicon import units
from baoguan.statistics.reading import Reading

_ORDINAL = re.compile(
    r"第(\d{1,8}(?:万|亿)?|[〇零一二三四五六七八九十百千万亿廿卅]{1,8})(?:[-—至到~、](?:\d{1,4}|[一二三四五六七八九十]{1,3}))?"
)
_NAMES = frozenset("版旅师军团营连区厂院校所站路街排")
_NAMED = re.compile(
    r"[^\W\d_]{0,3}?(?:产业|学区|区公所|支队|大队|纵队|兵团|野战军|集团军|核电站|电厂|监狱|中学|小学|医院|中院|中级|炉|师范|线)"
)
"""What 第 makes a name of: 第3版, 第七旅, 第一学区, 第八号炼铁炉."""
_ANNIVERSARY = re.compile(r"(?<![第\d])(\d{1,4}|[〇零一二三四五六七八九十百千廿卅]{1,5})周年")
_CLOSED = re.compile(r"[,;。、！？!?)）\n]|$")
_RANKING = re.compile(r"[居列排冠]|获|金牌|奖牌|名次|排名|第\S{1,3}(?:位|名)")
_WINDOW = 24
_TOP = re.compile(r"(?<![以之目年月])前(\d{1,4}|[一二三四五六七八九十百]{1,4})(?:名|位|强|甲)")
_RANKED = re.compile(r"(?:居|列|位|排|占|名|获|夺|全国|全市|全省|全区|世界|全球|亚洲|同类|总分|的)$")
_PLACE = frozenset({"名", "位"})


_OTHERS = (("周年", _ANNIVERSARY, Kind.ORDINAL, "周年"), ("前", _TOP, Kind.RANK, None))
"""What else is a place in a series: the sign to look for first, its pattern, kind and unit."""


def find_ordinals(text: str) -> Iterator[Reading]:
    """Yield ordinals and ranks of a masked text, from left to right within each kind."""
    for match in _ORDINAL.finditer(text) if "第" in text else ():
        value = _value(match[1])
        if value is None:
            continue
        unit = next(units().at(text, match.end()), None)
        if (unit and unit.form in _NAMES) or _NAMED.match(text, match.end()):
            continue
        ranked = unit is None or unit.form in _PLACE
        before = text[max(0, match.start() - 3) : match.start()]
        named = _RANKED.search(before) or unit or _placed(text, match.start(), match.end())
        kind = Kind.RANK if ranked and named else Kind.ORDINAL
        end = match.end() + len(unit.form) if unit else match.end()
        yield _reading(match.start(), end, kind, value, unit.code if unit and not ranked else None)
    for sign, pattern, kind, code in _OTHERS:
        for match in pattern.finditer(text) if sign in text else ():
            value = _value(match[1])
            if value is not None:
                yield _reading(match.start(), match.end(), kind, value, code)


def _placed(text: str, start: int, end: int) -> bool:
    """Whether a bare 第三 that ends its clause is a place among others: 韩国居次,日本第三."""
    return bool(_CLOSED.match(text, end) and _RANKING.search(text, max(0, start - _WINDOW), start))


def _value(written: str) -> int | None:
    """Return what 3, 3万 or 三万 says."""
    digits = written.rstrip("万亿")
    if not digits.isdigit():
        return chinese.integer(written)
    return int(digits) * chinese.LARGE.get(written[len(digits) :], 1)


def _reading(start: int, end: int, kind: Kind, value: int, code: str | None) -> Reading:
    exact = Decimal(value)
    return Reading(start, end, start, end, kind, low=exact, high=exact, code=code, rule="ordinal")
