"""What a number is about: its measure, subject, place and time, from its own sentence; empty where unsure."""

import re
from bisect import bisect_right
from functools import cache

from baoguan.domain.statistic import Kind, Status
from baoguan.statistics.lexicon import Longest, trigger_pattern
from baoguan.statistics.qualifiers import Setting
from baoguan.statistics.reading import Reading
from baoguan.statistics.sentences import clause_before
from baoguan.statistics.tables import rows

_WINDOW = 40
_DATES = 4
_PHRASE_END = re.compile(
    r"(?:约|近|超过|超|逾|已|达到|高达|达|为|是|有|共|仅|只|了|至|到|不到|不足|平均|合计|总计|均|都|将|也|就|还"
    r"|占|同比|环比|增长|增加|提高|上升|下降|减少|加快|新增|年均|:|：)+$"
)
_PHRASE_START = re.compile(r"[的在对将使把由从\d\ufffc]")
_COUNTED = re.compile(
    r"[^\s,;。！？!?、:“”()（）《》\d的和与及在为是被将已均全都获进完开参到出来去向从对把使让给做有能可会要\ufffc]{2,10}"
)
_SUBJECT = re.compile(r"^(?:其中|据了解|目前|截至[^,]*|近年来|同时)[,，]?")
_NOWADAYS = re.compile(r"如今|目前|现在|迄今|至今")
_COMPARED = re.compile(r"[比较与和同]$")


@cache
def places() -> Longest:
    """Return the names of provinces, cities and countries."""
    return Longest(row[0] for row in rows("places.tsv"))


def measure_of(text: str, reading: Reading, setting: Setting) -> str:
    """Return the name of the figure (总投资, 占GDP的比重) or, for a count, of what is counted."""
    clause = clause_before(text, reading.start, _WINDOW)
    phrase = _PHRASE_END.sub("", clause)
    for match in reversed(list(trigger_pattern("noun").finditer(phrase))):
        if match.end() == len(phrase):
            return _named(phrase)
    if reading.kind is Kind.COUNT:
        counted = _COUNTED.match(text, setting.full_end)
        return counted.group() if counted else ""
    return ""


def _named(phrase: str) -> str:
    """Return the noun phrase at the end of a clause, 占…的比重 as a whole."""
    share = re.search(r"占[^,]{1,16}的?(?:比重|比例)$", phrase)
    if share:
        return share.group()
    return _PHRASE_START.split(phrase)[-1][-12:]


def subject_of(text: str, reading: Reading, measure: str) -> str:
    """Return the words of the clause before its measure, where they are a short phrase without a verb."""
    clause = clause_before(text, reading.start, _WINDOW)
    head, found, _ = clause.partition(measure) if measure else ("", "", "")
    head = _SUBJECT.sub("", head.split("\ufffc")[-1]).strip(" 的")
    return head if found and 2 <= len(head) <= 20 and not re.search(r"\d", head) else ""


def place_of(sentence: str) -> str:
    """Return the place a sentence names, empty where it names several or none."""
    found = [sentence[start:end] for start, end in places().spans(sentence)]
    return found[0] if len(set(found)) == 1 else ""


def time_of(text: str, dates: list[Reading], reading: Reading) -> Reading | None:
    """Return the date a figure belongs to: the last before it in its sentence that is no basis."""
    at = bisect_right(dates, reading.start, key=lambda date: date.end)
    for date in reversed(dates[max(0, at - _DATES) : at]):
        if not _COMPARED.search(text[max(0, date.start - 1) : date.start]):
            now = _NOWADAYS.search(text, max(date.end, reading.start - _WINDOW), reading.start)
            return None if now else date
    return None


def status_of(text: str, reading: Reading, setting: Setting) -> Status:
    """Tell a plan (到2025年达到) and an example (相当于) from a figure reported."""
    clause = text[max(0, reading.start - _WINDOW) : reading.start]
    clause = re.split(r"[;。！？!?\n]", clause)[-1]
    if trigger_pattern("hypothetical").search(clause):
        return "hypothetical"
    planned = re.search(r"到\ufffc*(?:20\d\d年|“?十.五)", clause) or re.search(
        r"力争|争取|计划|预计|目标|有望|拟", clause
    )
    return "target" if planned else "actual"
