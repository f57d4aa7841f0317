"""Whether a numeral may count the unit after it: most units are ordinary characters too."""

import re
from functools import cache

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import Unit, trigger_pattern, triggers
from baoguan.statistics.numerals import Numeral

_CASUALTY = re.compile(r"(?:当场)?(?:死|受?伤|重伤|轻伤|遇难|失踪|获救|溺|中毒|被捕|被俘)")
_TEN = 10
"""十分 is the adverb."""
_SMALL_CHANGE = re.compile(r"元零?$")
_CENTS = re.compile(r"[一二三四五六七八九半]分?")
_COINED = re.compile(r"(?:大洋|国币|洋|票价|头等|二等|三等|[售价])$")


def fits(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether this numeral may count this unit, given what surrounds them."""
    after = text[end : end + 1]
    if after and after in unit.not_before and (not numeral.arabic or "firm" in unit.flags):
        return False
    if unit.kind is Kind.ORDINAL or not _special(text, numeral, unit, end):
        return False
    qualified = _qualified(text, numeral)
    if numeral.arabic or qualified or unit.form == "角" or coined(text, numeral.start, unit):
        return True
    if numeral.bare:
        return unit.kind is Kind.MONEY and numeral.low >= 10**6
    if numeral.low == numeral.high == 1:
        return "one" in unit.flags or (unit.form == "人" and _CASUALTY.match(text, end) is not None)
    return "loose" not in unit.flags or numeral.low >= 10


def _qualified(text: str, numeral: Numeral) -> bool:
    if numeral.vague or numeral.low != numeral.high:
        return True
    before = text[max(0, numeral.start - 3) : numeral.start]
    return before.endswith(_qualifying())


@cache
def _qualifying() -> tuple[str, ...]:
    return (*triggers("before"), "为期", "历时", "零下", "零上")


def _special(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Apply the conditions of the few units that are ordinary words more often than units."""
    around = text[max(0, numeral.start - 8) : end + 8]
    if unit.form == "级":
        return bool(trigger_pattern("grade").search(around))
    if unit.form == "点":
        return numeral.low > 24 or numeral.low % 1 != 0 or "指数" in around
    if unit.form == "支" and "纱" in around:
        return False
    if unit.form == "角":
        return numeral.arabic or bool(
            _SMALL_CHANGE.search(text[max(0, numeral.start - 2) : numeral.start]) or _CENTS.match(text, end)
        )
    if unit.form == "分" and numeral.low == _TEN:
        return numeral.arabic or coined(text, numeral.start, unit)
    if unit.form == "番":
        return text[numeral.start - 1 : numeral.start] in {"翻", "了"}
    if unit.form in {"个", "种", "项", "类"} and not numeral.arabic and numeral.high <= 10:
        return not trigger_pattern("abstract").match(text, end)
    return True


def coined(text: str, start: int, unit: Unit) -> bool:
    """Whether 分 at a numeral's place is a coin: 每份售大洋四分."""
    return unit.form == "分" and _COINED.search(text[max(0, start - 3) : start]) is not None
