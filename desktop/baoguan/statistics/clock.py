"""Hours as they are written: 8时30分, 下午三时, 五时三刻, 8:30."""

import re
from dataclasses import replace

from baoguan.statistics.written import CN, NUM, TO, Written, number

_PART = (
    r"(?P<part>凌晨|清晨|早晨|早上|早间|拂晓|上午|午前|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里"
    r"|深夜|午夜|晚|早|晨|夜|午)?"
)
_MINUTES = (
    rf"(?:[零〇]?(?P<minute>{NUM})分(?:[零〇]?{NUM}秒)?(?!钟)|(?P<rest>半|[一三]刻|许|整|正|钟)"
    r"|(?P<bare>[0-5]\d)(?![\d.%]))?"
)
_HOURS = re.compile(
    rf"{_PART}(?:(?P<from>{NUM}){TO})?(?P<hour>两|{NUM}) ?(?P<mark>[时点])"
    rf"(?![候间代期常任尚速而装针事评滴火缀名头段差限令光阵]|[\d{CN}]{{1,9}}[%万亿倍个元])"
    rf"{_MINUTES}许?"
)
_DIGITS = re.compile(rf"{_PART}(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![:\d.])")
_TO_DIGITS = re.compile(rf" ?{TO} ?(?:[01]?\d|2[0-4]):[0-5]\d(?![:\d.])")
_FROM_DIGITS = re.compile(rf"\d:[0-5]\d ?{TO} ?$")
_FROM_HOUR = re.compile(rf"[时点半分刻]{TO}$")
_MORNING = 6
_AFTERNOON = frozenset({"下午", "午后", "傍晚", "晚上", "晚间", "夜间", "夜里", "深夜", "晚", "夜"})
_SCORE = re.compile(r"(?:比分|[以为成][\d:、,]{0,24})$")
_WON = re.compile(r",?(?:战胜|击败|打败|[取获大险]?胜|负|领先|落后|平|力克|轻取|的?比分|不敌|逼平|淘汰|横扫)")


def read_clock(text: str, found: Written) -> Written | None:
    """Read the hour after the day just read, or an hour by itself where nothing else could be meant."""
    if not (
        found.empty
        or found.days
        or found.day_shift is not None
        or found.same_day is not None
        or found.weekdays
    ):
        return None
    return _digits(text, found) or _hours(text, found)


def _hours(text: str, found: Written) -> Written | None:
    match = _HOURS.match(text, found.end)
    if not match:
        return None
    hour = 2 if match["hour"] == "两" else number(match["hour"])
    minute = number(match["minute"]) if match["minute"] else int(match["bare"] or 0)
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(match["rest"] or "", minute)
    certain = match["part"] or match["minute"] or match["rest"] or not found.empty
    certain = certain or _FROM_HOUR.search(text, max(0, found.end - 4), found.end)
    if not certain and (match["mark"] == "点" or match["hour"] in {"一", "两"}):
        return None
    first = number(match["from"]) if match["from"] else hour
    if not (0 <= first <= hour <= 24 and 0 <= minute < 60):
        return None
    later = 12 if _evening(found, match["part"]) and hour < 12 else 0
    last = (hour + later, minute)
    begun = (first + later, 0) if match["from"] else last
    return replace(found, end=match.end(), hour=begun, last_hour=last, evening=later > 0)


def _digits(text: str, found: Written) -> Written | None:
    match = _DIGITS.match(text, found.end)
    if not match:
        return None
    alone = found.empty and not match["part"]
    if alone and (_SCORE.search(text, max(0, match.start() - 24), match.start()) or not _timely(text, match)):
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    later = 12 if hour < 12 and _evening(found, match["part"]) else 0
    time = hour + later, minute
    return replace(found, end=match.end(), hour=time, last_hour=time, evening=later > 0)


def _timely(text: str, match: re.Match[str]) -> bool:
    """Whether 8:30 alone is a time, no score or ratio: on five minutes and by day, or before another."""
    if _WON.match(text, match.end()):
        return False
    if _TO_DIGITS.match(text, match.end()) or _FROM_DIGITS.search(
        text, max(0, match.start() - 8), match.start()
    ):
        return True
    return int(match["minute"]) % 5 == 0 and int(match["hour"]) >= _MORNING


def _evening(found: Written, part: str | None) -> bool:
    return part in _AFTERNOON if part else found.evening
