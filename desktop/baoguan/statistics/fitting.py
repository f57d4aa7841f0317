"""Whether a numeral may count the unit after it: most units are ordinary characters too."""

import re
from functools import cache

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import Unit, trigger_pattern, triggers
from baoguan.statistics.numerals import Numeral
from baoguan.statistics.pointing import points

_CASUALTY = re.compile(r"(?:当场)?(?:死|受?伤|重伤|轻伤|遇难|失踪|获救|溺|中毒|被捕|被俘)")
_TEN = 10
"""十分 is the adverb."""
_SMALL_CHANGE = re.compile(r"[元圆块][零另]?$")
CHANGE = re.compile(r"[一二三四五六七八九\d][毛角]")
"""What follows 块 of money: 一块|三毛."""
_CENTS = re.compile(r"[一二三四五六七八九半]分?")
_COINED = re.compile(
    r"(?:大洋|国币|洋|票价|头等|二等|三等|[售价])$|角[^。;]{0,10}$|[票电水运单差]价[^,;。]{0,10}$"
)
_PAID = re.compile(r"(?:[价售费资租薪票给付捐税息涨跌值金元角汇邮]|每[^,;。\d]{1,3})[^。;\d]{0,10}$")
_ABOUT = re.compile(r"左右|上下|以上|以下|以内|之多")
_ONLY = re.compile(r"(?:仅|只|才|共|尚|各|还)(?:有|剩|余|存)?$")
_GAINED = re.compile(
    r"(?:有|购|买|得|获|缴|捐|赠|建|造|毁|炸|焚|坠|沉|击落|生|死|伤|亡|失踪|救|捕|毙|俘|派|设|置|装|备|各|增|减|剩"
    r"|余|仅|下线|出产|完成|配|添|调|生产|制成|研制)[^,。;、]{0,9}$"
)
_DOUBLED = re.compile(r"翻[了近约将超过不到]{0,4}$")
_ENDED = re.compile(r"[,;。、）)！？!?\n]|$")
_EVERY = re.compile(r"每[^,。;、\d\ufffc]{1,9}$")
_SINGLE = frozenset("名人架艘辆座所台挺门匹头只支枝枚把具间栋幢户家口尊艇列套条张")
_FIRM = frozenset({"firm", "loose"})
_CROWDS = frozenset("名辆亩件张册棵株")
_DECIDED = frozenset("角毛级")
_SPANS = frozenset("天日年月周") | {"小时", "个月", "分钟"}
_NO_CROWD = frozenset("每一上成数十百千万亿")
_ROUND = re.compile(r"[场岛圈体环]$")
_NO_SPAN = re.compile(r"(?<!还)有$|[第每同某这那近过前后当初头百千又的另下上无一二三四五六七八九十]$")
_AMOUNTS = re.compile(
    r"(?!到|比|一)[^,;。！？!?、\n\ufffc]{0,7}(?:\d|[二三四五六七八九十百千万两数几][^,;。]{0,6}[十百千万亿元斤人])"
)


def fits(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether this numeral may count this unit, given what surrounds them."""
    after = text[end : end + 1]
    if after and after in unit.not_before and (not numeral.arabic or unit.flags & _FIRM):
        return False
    if unit.kind is Kind.ORDINAL or points(text, numeral, unit, end):
        return False
    if not _special(text, numeral, unit, end):
        return False
    if numeral.arabic or unit.form in _DECIDED or _qualified(text, numeral):
        return True
    if coined(text, numeral.start, unit):
        return True
    if numeral.bare:
        much = unit.kind is Kind.MONEY and numeral.low >= 10**6
        crowd = unit.form in _CROWDS and text[numeral.start - 1 : numeral.start] not in _NO_CROWD
        return much or crowd or _ABOUT.match(text, end) is not None
    if numeral.low == numeral.high == 1:
        return "one" in unit.flags or _one(text, numeral.start, unit, end)
    return "loose" not in unit.flags or numeral.low >= 10 or numeral.low == 0


def _one(text: str, start: int, unit: Unit, end: int) -> bool:
    """Whether 一 counts: 一人死亡, 仅有一艘, 缴飞机一架, 每户一袋, 一天售出430台; else it is the article."""
    before = text[max(0, start - 12) : start]
    if unit.form in _SINGLE:
        if unit.form != "条" and _ONLY.search(before):
            return True
        if _CASUALTY.match(text, end) and unit.form in "人名":
            return True
        listed = re.search(rf"{unit.form}[,、][^,。;、]{{1,8}}$", before)
        return _ENDED.match(text, end) is not None and (_GAINED.search(before) or listed) is not None
    if (unit.form == "度" and text.startswith("电", end)) or (unit.form == "块" and CHANGE.match(text, end)):
        return True
    if unit.classifier and _ENDED.match(text, end) and _EVERY.search(before):
        return True
    around = unit.form == "周" and _ROUND.search(before)
    spanning = unit.form in _SPANS and not _NO_SPAN.search(before) and not around
    return spanning and (_AMOUNTS.match(text, end) or _ENDED.match(text, end)) is not None


def _qualified(text: str, numeral: Numeral) -> bool:
    if numeral.vague or numeral.low != numeral.high:
        return True
    before = text[max(0, numeral.start - 3) : numeral.start]
    return before.endswith(_qualifying())


@cache
def _qualifying() -> tuple[str, ...]:
    return (*triggers("before"), "为期", "历时", "零下", "零上", "摄氏", "华氏", "气温", "温度")


def _special(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Apply the conditions of the few units that are ordinary words more often than units."""
    around = text[max(0, numeral.start - 8) : end + 8]
    if unit.form == "级":
        around = text[max(0, numeral.start - 24) : end + 8]
        return bool(trigger_pattern("grade").search(around))
    if unit.form == "点":
        return numeral.low > 24 or numeral.low % 1 != 0 or "指数" in around
    if unit.form == "支" and "纱" in around:
        return False
    if unit.form in {"角", "毛"}:
        change = _SMALL_CHANGE.search(text[max(0, numeral.start - 2) : numeral.start])
        paid = _PAID.search(text[max(0, numeral.start - 16) : numeral.start])
        return numeral.arabic or bool(change or paid or _CENTS.match(text, end))
    if unit.form == "分" and numeral.low == _TEN:
        return numeral.arabic or coined(text, numeral.start, unit)
    if unit.form == "番":
        return _DOUBLED.search(text[max(0, numeral.start - 6) : numeral.start]) is not None
    if unit.form in {"个", "种", "项", "类"} and not numeral.arabic and numeral.high <= 10:
        return text.startswith("方面军", end) or not trigger_pattern("abstract").match(text, end)
    return True


def coined(text: str, start: int, unit: Unit) -> bool:
    """Whether 分 at a numeral's place is a coin: 每份售大洋四分."""
    return unit.form == "分" and _COINED.search(text[max(0, start - 14) : start]) is not None
