"""Prints what stands at the head of a page: title, date and page number, on a front page and on the
others.
"""

import datetime
import random
from dataclasses import dataclass

from newsroom import dates
from newsroom.prose import Era, Prose, chinese
from newsroom.setting import Compositor
from newsroom.sheet import Sheet, Type
from newsroom.truth import Face, Role


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says; ``date_text`` and ``number_text`` as printed, ``number`` without 第
    and 版.
    """

    title: str
    date: datetime.date
    date_text: str
    number: str
    number_text: str
    sequence: int


def head_of(prose: Prose, chance: random.Random, sequence: int) -> Head:
    """Return the head of a page of a newspaper of the prose's era."""
    date = dates.day(prose.era, chance, lunar=sequence == 1 and prose.era is not Era.ENGLISH)
    if prose.era is Era.ENGLISH:
        return Head(prose.write("paper"), date, dates.english(date), str(sequence), str(sequence), sequence)
    number = (
        chance.choice(("{}", "A{:02}", "{:02}")).format(sequence)
        if prose.era is Era.MODERN
        else str(sequence)
    )
    if prose.era is Era.MODERN:
        return Head(
            prose.write("paper"), date, dates.western(date, chance), number, f"第{number}版", sequence
        )
    if prose.era is Era.COLLECTIVE:
        text = dates.spelled(date) if chance.random() < 0.5 else f"{date.year}年{date.month}月{date.day}日"
        text = f"{text} {dates.weekday(date)}"
    else:
        text = f"{dates.republican(date)} {dates.weekday(date)}"
    return Head(prose.write("paper"), date, text, number, f"第{chinese(sequence)}版", sequence)


def _put(sheet: Sheet, text: str, u: float, v: float, how: Type) -> float:
    set_line = Compositor(text, how.face, how.size, vertical=sheet.vertical).line(10_000)
    sheet.put(set_line, u, v, how)
    return set_line.length


def folio(sheet: Sheet, head: Head, chance: random.Random, section: str, margin: float) -> float:
    """Print one line over a horizontal page: number, section, title, date, in one of the usual orders;
    return its foot.
    """
    base, right = margin + 10, sheet.long - margin
    number = head.number if head.number[0] == "A" else head.number_text
    strong, light = Type(Role.FOLIO, 20, Face.SANS_BOLD), Type(Role.FOLIO, 10.5, Face.SANS)
    title = Type(Role.MASTHEAD, chance.choice((18.0, 24.0)), Face.SERIF_BOLD)
    wide = {
        how: len(text) * how.size
        for text, how in ((number, strong), (head.date_text, light), (head.title, title))
    }
    if chance.random() < 0.5:
        u = margin + _put(sheet, number, margin, base - 20, strong) + 14
        _put(sheet, section, u, base - 15, Type(Role.SECTION, 15, Face.SANS_BOLD))
        _put(sheet, head.title, sheet.long / 2 - wide[title] / 2, base - title.size, title)
        _put(sheet, head.date_text, right - wide[light] * 0.8, base - 10.5, light)
    else:
        _put(sheet, head.title, margin, base - title.size, title)
        _put(sheet, head.date_text, sheet.long / 2 - wide[light] / 3, base - 10.5, light)
        _put(sheet, section, right - wide[strong] - 110, base - 15, Type(Role.SECTION, 15, Face.SANS_BOLD))
        _put(sheet, number, right - wide[strong], base - 20, strong)
    sheet.rule(margin, base + 8, sheet.long - 2 * margin, chance.choice((0.6, 1.5)))
    return base + 8 + 16


def masthead(sheet: Sheet, head: Head, chance: random.Random, margin: float) -> float:
    """Print the head of a front page of today: the title large, a line about the day below it; return its
    foot.
    """
    size = 64.0
    u = margin if chance.random() < 0.5 else (sheet.long - len(head.title) * size) / 2
    _put(sheet, head.title, u, margin, Type(Role.MASTHEAD, size, Face.SERIF_BOLD, ink="#b3261e"))
    v = margin + size + 16
    light = Type(Role.FOLIO, 10.5, Face.SANS)
    issue = f"第{chance.randint(3000, 25000)}期"
    told = (head.date_text, f"农历{dates.lunar_text(head.date)}", issue, "今日8版", f"第{head.number}版")
    room = sheet.long - 2 * margin
    for place, text in enumerate(told):
        _put(sheet, text, margin + place * room / len(told), v, light)
    sheet.rule(margin, v - 6, room, 1.2)
    sheet.rule(margin, v + 15, room, 0.6)
    return v + 32


def ear(sheet: Sheet, head: Head, chance: random.Random, wide: float, margin: float) -> float:
    """Print the boxed head in the upper left corner of a front page of the 1950s to 1980s; return its
    foot.
    """
    size = (wide - 24) / len(head.title)
    sheet.frame(margin, margin, wide, size + 84, 1.0)
    _put(sheet, head.title, margin + 12, margin + 10, Type(Role.MASTHEAD, size, Face.SERIF_BOLD))
    v = margin + size + 20
    day, week = head.date_text.split(" ")
    told = (
        f"{day} {week}",
        f"农历{dates.lunar_text(head.date)}",
        f"第{chance.randint(200, 9000)}号 今日四版",
    )
    for text in told:
        how = Type(Role.FOLIO, 9.5, Face.SANS)
        length = Compositor(text, how.face, how.size).line(10_000).length
        _put(sheet, text, margin + (wide - length) / 2, v, how)
        v += 19
    return margin + size + 84 + 12


def strip(sheet: Sheet, head: Head, margin: float) -> float:
    """Print a thin line over an inner page of the 1950s to 1980s: number, date, title; return its foot."""
    how = Type(Role.FOLIO, 9.5, Face.SANS)
    _put(sheet, head.number_text, margin, margin - 4, how)
    _put(sheet, head.date_text, margin + 90, margin - 4, how)
    right = sheet.long - margin - len(head.title) * 12
    _put(sheet, head.title, right, margin - 6, Type(Role.MASTHEAD, 12, Face.SERIF_BOLD))
    sheet.rule(margin, margin + 10, sheet.long - 2 * margin, 1.2)
    return margin + 22


def running(sheet: Sheet, head: Head, margin: float) -> float:
    """Print a line over an English page: number, title, date; return its foot."""
    how = Type(Role.FOLIO, 10.0, Face.SERIF)
    middle = Type(Role.MASTHEAD, 15.0, Face.SERIF_BOLD)
    _put(sheet, head.number, margin, margin - 4, how)
    title = Compositor(head.title, middle.face, middle.size).line(10_000)
    sheet.put(title, (sheet.long - title.length) / 2, margin - 9, middle)
    day = Compositor(head.date_text, how.face, how.size).line(10_000)
    sheet.put(day, sheet.long - margin - day.length, margin - 4, how)
    sheet.rule(margin, margin + 10, sheet.long - 2 * margin, 1.0)
    return margin + 24


def leftward(sheet: Sheet, head: Head, margin: float) -> None:
    """Print a line over a vertical page that is read from the right: title, date, number."""
    right, top = sheet.width - margin, margin - 26
    for text, role, size, share in (
        (head.title, Role.MASTHEAD, 13.0, 0.0),
        (head.date_text.replace(" ", ""), Role.FOLIO, 10.0, 0.4),
        (head.number_text, Role.FOLIO, 11.0, 0.93),
    ):
        how = Type(role, size, Face.SERIF_BOLD)
        set_line = Compositor(text, how.face, size, vertical=True).line(10_000)
        sheet.put_leftward(set_line, right - share * (sheet.width - 2 * margin), top, how)
    sheet.rule(margin - 8, margin, 0.9, sheet.deep - 2 * margin)


def pillar(sheet: Sheet, head: Head, chance: random.Random, long: float, margin: float) -> float:
    """Print the upright head in the upper right corner of a vertical front page; return the v where it
    ends.
    """
    size = (long - 20) / (len(head.title) + 0.5)
    sheet.frame(margin, margin, long, size + 78, 1.0)
    _put(sheet, head.title, margin + 10 + size / 4, margin + 10, Type(Role.MASTHEAD, size, Face.SERIF_BOLD))
    v = margin + size + 20
    day, week = head.date_text.split(" ")
    lunar = f"夏曆{dates.lunar_text(head.date).replace('腊', '臘').replace('闰', '閏')}"
    told = (day, f"{week} {lunar}", f"第{chinese(chance.randint(200, 9000))}號 {head.number_text}")
    for text in told:
        how = Type(Role.FOLIO, 9.5, Face.SERIF)
        _put(sheet, text, margin + 12, v, how)
        v += 17
    return margin + size + 78 + 12
