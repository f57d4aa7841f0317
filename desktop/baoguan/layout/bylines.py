"""Bylines in their usual forms: alone on a line, at the head of a paragraph, at its end."""

import re

from baoguan.domain.article import Byline
from baoguan.layout.names import HAN, OUTLET, Credited, credited, is_name

_NUMBER = r"[0-9０-９一二三四五六七八九十廿卅]{1,3}"
_DATELINE = re.compile(
    rf"[【\[(（〔]?(?P<outlet>{OUTLET})[{HAN}·]{{0,10}}?(?:{_NUMBER}月)?(?:{_NUMBER}日)?(?:上午|下午|晚|早)?(?:专|專|急)?"
    r"(?:电讯|電訊|电|電|讯|訊)(?![员員])[】\])）〕]?"
    rf"[ \t\u3000]*(?:[(（](?P<in>[^()（）]{{2,60}})[)）]|(?P<by>[{HAN} ·、]{{2,30}}?(?:报道|報道|報導)))?"
)
_REPORTS = re.compile(
    rf"(?P<by>(?:{OUTLET})?[{HAN}]{{0,4}}(?:记者|記者)[ {HAN}·、]{{2,20}}?(?:报道|報道|報導))[:：,，]"
)
_OPENING = re.compile(r"[(（【〔\[](?P<by>[^()（）【】〔〕\[\]]{4,40})[)）】〕\]]")
_LATIN = re.compile(r"(?:[Bb]y|BY|Von|Par|Door)\s+(?P<name>[A-ZÀ-Þ][\w.'’-]+(?:\s+[A-ZÀ-Þ][\w.'’-]*){1,3})$")
_CLOSING = re.compile(r"[(（](?P<by>[^()（）]{2,60})[)）]$")
_STOPS = "。！？!?，,；;：:"


def byline_of(text: str, line: int) -> Byline | None:
    """Return the byline that a whole line is, or None."""
    if not 2 <= len(text) <= 80 or text[-1] in _STOPS:
        return None
    if latin := _LATIN.match(text):
        return Byline(text, "", (latin["name"],), line, 0.9)
    dateline = _DATELINE.fullmatch(text) if len(text) <= 40 else None
    if dateline:
        return _dated(dateline, line)
    found = credited(text)
    return Byline(text, found.role, found.names, line, found.confidence) if found else None


def name_byline(text: str, line: int) -> Byline | None:
    """Return the byline that a bare author's name under a headline is, or None."""
    name = re.sub(r"[ \t\u3000]+", "", text)
    return Byline(text, "", (name,), line, 0.7) if is_name(name) and len(name) <= 4 else None


def bylines_inside(text: str, lines: tuple[int, ...]) -> list[Byline]:
    """Return the bylines printed at the head and the end of a paragraph, as they stand there."""
    found = []
    dateline = _DATELINE.match(text)
    opening = None if dateline else _OPENING.match(text)
    report = None if dateline else _REPORTS.match(text)
    if dateline:
        found.append(_dated(dateline, lines[0]))
    elif opening and (by := credited(opening["by"])) and len(text) > len(opening[0]):
        found.append(Byline(opening[0], by.role, by.names, lines[0]))
    elif report and (by := credited(report["by"])):
        found.append(Byline(report["by"], by.role, by.names, lines[0]))
    closing = _closing(text)
    if closing:
        raw, by = closing
        found.append(Byline(raw, by.role, by.names, lines[-1]))
    return found


def has_dateline(text: str) -> bool:
    """Tell whether a paragraph begins as a report does: 本报讯, 新华社北京10月1日电."""
    return _DATELINE.match(text) is not None


def has_closing(text: str) -> bool:
    """Tell whether a paragraph ends with a byline in brackets."""
    return _closing(text) is not None


def _closing(text: str) -> tuple[str, Credited] | None:
    """Return the byline in brackets a paragraph ends with; a bare name counts after a sentence's end."""
    match = _CLOSING.search(text[-64:])
    if match is None or len(text) <= len(match[0]):
        return None
    people = credited(match["by"])
    before = text[-len(match[0]) - 1]
    if people is None and before in "。！？!?”" and is_name(match["by"]):
        people = Credited("", (match["by"],), 0.8)
    return (match[0], people) if people else None


def _dated(match: re.Match[str], line: int) -> Byline:
    by = match["in"] or match["by"]
    people = credited(by) if by else None
    if people:
        return Byline(match[0].rstrip(), people.role, people.names, line)
    names = tuple(name for name in re.split(r"[ \u3000、,，]+", by or "") if is_name(name))
    raw = match[0].rstrip() if names or not by else match[0][: match[0].index(by)].rstrip(" (（\u3000")
    return Byline(raw, match["outlet"], names, line)
