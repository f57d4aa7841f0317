"""Days as newspapers print them: 2003年5月18日, 中華民國二十六年二月五日, June 28, 1932, 28. Juni 1932."""

import re
from datetime import date

_DIGITS = {char: str(at) for at, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
_DIGITS |= {char: str(at) for at, char in enumerate("０１２３４５６７８９")}
_N = r"[0-9０-９〇○零一二三四五六七八九十廿卅]"
_CHINESE = re.compile(
    rf"(?:(?P<republic>民[国國])|公元|西[历曆元])?\s*(?P<year>{_N}{{1,4}})\s*年\s*(?P<month>{_N}{{1,3}})\s*月\s*(?P<day>{_N}{{1,3}})\s*[日号號]"
)
_PLAIN = re.compile(r"(?<!\d)(?P<year>1[5-9]\d\d|20\d\d)[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?!\d)")
_MONTHS = (
    ("jan", "gen", "ene", "янв"), ("feb", "fév", "fev", "févr"), ("mar", "mär", "maa", "mrt"),
    ("apr", "avr", "abr"), ("may", "mai", "mag", "mei", "maj"), ("jun", "juin", "giu"),
    ("jul", "juil", "lug"), ("aug", "aoû", "aou", "ago"), ("sep", "set"),
    ("oct", "okt", "ott", "out"), ("nov",), ("dec", "dez", "déc", "dic"),
)  # fmt: skip
_WORD = r"(?P<name>[A-Za-zÀ-ÿ]{3,12})"
_LATIN = (
    re.compile(rf"{_WORD}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>1[5-9]\d\d|20\d\d)"),
    re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?{_WORD}\.?,?\s+(?:de\s+)?(?P<year>1[5-9]\d\d|20\d\d)"
    ),
)
_BESIDE = re.compile(
    r"中[华華]民[国國]|民[国國]|公元|星期[一二三四五六日天]|[礼禮]拜[一二三四五六日天]|周[一二三四五六日]|"
    rf"[农農夏阴陰旧舊][历曆]\S{{0,14}}|[第總总]?\s*{_N}+\s*[版期号號張张]|今日\S{{1,3}}[版張张]|[A-Z]\d{{1,2}}|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|[\s,，.。:：·|—-]+",
    re.IGNORECASE,
)


def day_in(text: str) -> date | None:
    """Return the day that a text tells, None where it tells none that there is."""
    for match in _CHINESE.finditer(text):
        if found := _chinese(match):
            return found
    if plain := _PLAIN.search(text):
        return _day(int(plain["year"]), int(plain["month"]), int(plain["day"]))
    for form in _LATIN:
        named = form.search(text)
        month = _month(named["name"]) if named else 0
        if named and month:
            return _day(int(named["year"]), month, int(named["day"]))
    return None


def told_beside(text: str) -> str:
    """Return what a text tells beside the day, the weekday, and the number of issue and page."""
    for form in (_CHINESE, _PLAIN, *_LATIN):
        text = form.sub("", text)
    return _BESIDE.sub("", text)


def value(text: str) -> int:
    """Return the value of a number up to 99 in digits or as 二十八; raise ValueError where it is none."""
    plain = "".join(_DIGITS.get(char, char) for char in text.replace("廿", "二十").replace("卅", "三十"))
    tens, ten, ones = plain.partition("十")
    return 10 * int(tens or 1) + int(ones or 0) if ten else int(plain)


def _chinese(match: re.Match[str]) -> date | None:
    """Return the day of a match; a year of the Republic counts from 1912."""
    try:
        year = value(match["year"])
        if match["republic"] or year < 100:
            year = year + 1911 if match["republic"] else 0
        return _day(year, value(match["month"]), value(match["day"])) if year > 999 else None
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    low = name.lower()
    return next((at for at, names in enumerate(_MONTHS, 1) if low.startswith(names)), 0)
