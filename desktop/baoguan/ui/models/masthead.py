"""The furniture of a composed page: its masthead and its foot."""

from collections.abc import Sequence
from datetime import date

from baoguan.domain.records import PageRecord
from baoguan.ui.models.faces import Face, advances
from baoguan.ui.models.line_breaking import natural_width
from baoguan.ui.models.sheet import Sheet
from baoguan.ui.models.typeset import Tone

_WEEKDAYS = "一二三四五六日"
_NAME = 44


def chinese_date(day: date) -> str:
    """Return a date as a newspaper prints it: 2022年10月12日 星期三."""
    return f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"


def page_name(page: PageRecord) -> str:
    """Return a page's name as a newspaper prints it: 第1版, A3版."""
    return (
        f"{page.number}版"
        if page.number and not page.number.isdigit()
        else f"第{page.number or page.sequence}版"
    )


def set_masthead(sheet: Sheet, page: PageRecord, left: float, top: float, width: float) -> float:
    """Set page number, name and date over the page and return where the articles begin."""
    number = page.number or str(page.sequence)
    digit = natural_width(number, advances(Face.SERIF_BOLD), 30)
    box = max(36.0, digit + 14)
    sheet.fill(left, top + 4, box, 40, Tone.ACCENT)
    sheet.words(number, left + (box - digit) / 2, top + 35, 30, Face.SERIF_BOLD, Tone.ON_ACCENT)
    right = left + width
    day = chinese_date(page.issue.date) if page.issue.date else ""
    widest = 0.0
    for text, baseline, tone in ((page_name(page), 25.0, Tone.MUTED), (day, 41.0, Tone.INK)):
        wide = natural_width(text, advances(Face.SANS), 11)
        widest = max(widest, wide)
        if text:
            sheet.words(text, right - wide, top + baseline, 11, Face.SANS, tone)
    room = width - box - widest - 34
    ems = natural_width(page.issue.title, advances(Face.SERIF_BOLD), 1.0) or 1.0
    size = max(11, min(_NAME, int(room / ems)))
    sheet.words(page.issue.title or " ", left + box + 14, top + 42, size, Face.SERIF_BOLD)
    sheet.fill(left, top + 54, width, 2.4, Tone.INK)
    sheet.fill(left, top + 58.4, width, 0.7, Tone.INK)
    return top + 76


def set_foot(sheet: Sheet, notes: Sequence[str], left: float, top: float, width: float) -> float:
    """Set the page's notes under a rule, to the right, and return where the page ends."""
    sheet.fill(left, top, width, 0.8, Tone.INK)
    text = "  ".join(notes)
    if text:
        wide = natural_width(text, advances(Face.SANS), 9)
        sheet.words(text, left + width - wide, top + 14, 9, Face.SANS, Tone.MUTED)
    return top + 20
