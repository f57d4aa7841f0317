"""The dates of a text as statistics: joined into periods, with 截至, 自…起 and 以前 taken into account."""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from baoguan.domain.statistic import Kind
from baoguan.statistics.anchor import Anchor, Period
from baoguan.statistics.plausible import compared
from baoguan.statistics.reading import Reading
from baoguan.statistics.times import find_written
from baoguan.statistics.written import Written

_JOIN = re.compile(r" ?(?:起|开始)?,?(?:直?至|到|—{1,2}|-|~) ?")
_AND = re.compile(r" ?(?:与|和) ?")
_BETWEEN = re.compile(r"之?间(?![断接隔])")
_AFTER_THEN_BEFORE = re.compile(r"(?:以后|之后|后|以来),?")
_UNTIL = re.compile(r"(?:截至|截止到?|截止至|截到|迄至?)(?:(?:北京|当地)时间)?$")
_SINCE = re.compile(r"自(?:从)?$")
_FROM = re.compile(r"[从由自]$")
_ONWARD = re.compile(
    r"(?:[至迄]今(?![日天晨晚早年春夏秋冬])|开始|以来|以后|之后|起|后(?![期半续勤备者来果卫方起的悔天台排边补代]))"
    r"(?![草码点源步诉义飞降火床跑航程家伏居身])"
)
_BEFORE = re.compile(
    r"(?:以前|之前|前(?![后夕提线沿景往来身任期进列面述者的半]"
    r"|[一二两三四五六七八九十几数\d]{1,3}个?[年月季天日周名位强]))"
)
_DISTANT = re.compile(r"[^,;。、:!?！？\d]{1,10}?以来")
_TO_AN_END = re.compile(r"为?截?止")
_WEEKDAY = re.compile(r"[(（](?:周|星期|礼拜)[一二三四五六日天][)）]")
_WITHIN = re.compile(r"间(?![断隔接])")
_SAME_PERIOD = re.compile(r"同[期月日]")
_WHOLE_YEAR = re.compile(r"全年")
_YEARS = re.compile(r"\b(\d{4})\b(-02-29)?")
_QUALIFIER = 8
_DAY = 10
"""The characters of an ISO day."""


def find_dates(
    text: str, sentences: list[tuple[int, int]], anchor: Anchor, barred: Sequence[tuple[int, int]] = ()
) -> Iterator[Reading]:
    """Yield the dates of a folded text from left to right as readings of ``Kind.DATE``.

    ``barred`` are the spans of traps, sorted: no date cuts into one, but it may hold one whole.
    """
    periods = list(_periods(text, sentences, anchor, barred))
    at, earlier = 0, ""
    while at < len(periods):
        first = last = periods[at]
        end = first.end
        joined = _joined(text, first, periods[at + 1]) if at + 1 < len(periods) else None
        if joined:
            at += 1
            last, end = joined
        found = _reading(text, first, last, end, earlier)
        if not compared(text, found.start, found.end):
            earlier = (found.iso or earlier) if first.repeats else ""
        yield found
        at += 1
        while at < len(periods) and periods[at].start < found.full_end:
            at += 1


def _periods(
    text: str, sentences: list[tuple[int, int]], anchor: Anchor, barred: Sequence[tuple[int, int]]
) -> Iterator[Period]:
    spans = iter(sentences)
    end = -1
    anchor.new_passage()
    for written in find_written(text, barred):
        while written.start >= end:
            start, end = next(spans)
            anchor.new_sentence(start)
        period = anchor.place(text, written)
        if period:
            yield period


def _joined(text: str, first: Period, second: Period) -> tuple[Period, int] | None:
    """Return the second date of a period, no earlier than the first, and where the words end; else None."""
    end = second.end
    if _AND.fullmatch(text, first.end, second.start):
        between = _BETWEEN.match(text, end)
        if not between:
            return None
        end = between.end()
    elif _AFTER_THEN_BEFORE.fullmatch(text, first.end, second.start):
        before = _BEFORE.match(text, end)
        if not before:
            return None
        end = before.end()
    elif not _JOIN.fullmatch(text, first.end, second.start):
        return None
    start, last = first.first, second.last
    if start and last and last < start[: len(last)]:
        if second.named:
            return None
        second = replace(second, last=_later(second.written, last))
    return second, end


def _later(written: Written, iso: str) -> str:
    """Return an undated end that would lie before its beginning a day, week, month or year later.

    For 22时至6时 a day, 周三至周一 a week, 30日至2日 a month, 12月28日至1月3日 a year.
    """
    if written.months or len(iso) < _DAY:
        return f"{int(iso[:4]) + 1:04d}{iso[4:]}"
    day, rest = datetime.date.fromisoformat(iso[:_DAY]), iso[_DAY:]
    if written.days:
        length = calendar.monthrange(day.year, day.month)[1]
        return (day + datetime.timedelta(length)).isoformat() + rest
    return (day + datetime.timedelta(7 if written.weekdays else 1)).isoformat() + rest


def _reading(text: str, first: Period, last: Period, end: int, earlier: str) -> Reading:
    """Return one date with what stands around it: 截至X and X前 are open before, 自X起 open after."""
    start, single = first.start, first is last and not first.written.paired
    if not single:
        start, end = _whole(text, start, end)
    same = _SAME_PERIOD.match(text, end)
    end = same.end() if same else end
    before = text[max(0, start - _QUALIFIER) : start]
    until, since = _UNTIL.search(before), _SINCE.search(before)
    closing, kind = _closing(text, end)
    iso = first.iso if first is last else _interval(first, last)
    if same and earlier and iso and len(iso) == 4:
        iso = _moved(earlier, int(iso))
    if (until or (single and kind == "until")) and last.last:
        iso = f"../{last.last}"
    elif single and (since or kind == "since") and first.first:
        iso = f"{first.first}/.."
    opening = until or since or (_FROM.search(before) if kind == "since" else None)
    return Reading(
        start=start,
        end=end,
        full_start=start - len(opening.group()) if opening else start,
        full_end=closing.end() if closing else end,
        kind=Kind.DATE,
        iso=iso,
        rule="date",
    )


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a period with the words that belong to it: 自1978年至2017年, 1991年至1995年间, 至廿日止."""
    opening = _FROM.search(text, max(0, start - 1), start)
    closing = _TO_AN_END.match(text, end) or _WITHIN.match(text, end)
    return opening.start() if opening else start, closing.end() if closing else end


def _closing(text: str, end: int) -> tuple[re.Match[str] | None, str]:
    """Return what stands after a date and whether it makes it one since or one until then."""
    onward = _ONWARD.match(text, end) or _DISTANT.match(text, end)
    if onward:
        return onward, "since"
    prior = _BEFORE.match(text, end) or _TO_AN_END.match(text, end)
    return (prior, "until") if prior else (_WHOLE_YEAR.match(text, end) or _WEEKDAY.match(text, end), "")


def _interval(first: Period, last: Period) -> str | None:
    return f"{first.first}/{last.last}" if first.first and last.last else None


def _moved(earlier: str, year: int) -> str:
    """Return a period in another year, its end in that year: the one that 去年同期 compares with."""
    years = [int(found[1]) for found in _YEARS.finditer(earlier)]
    by = year - years[-1] if years else 0

    def moved(found: re.Match[str]) -> str:
        return f"{int(found[1]) + by:04d}" + ("-02-28" if found[2] else "")

    return _YEARS.sub(moved, earlier)
