"""Which paragraphs are captions, and where their credit begins."""

import re
from collections.abc import Sequence
from dataclasses import replace

from baoguan.layout.choices import Choices
from baoguan.layout.lines import Habits
from baoguan.layout.marks import breaks_off, ends_sentence, starts_inside
from baoguan.layout.names import credited
from baoguan.layout.seam import Seams
from baoguan.layout.units import Kind, Unit

_SHORT = 50
_BETWEEN = 30
_LONGEST = 200
_GAP = 3
_SAYS_SO = re.compile(
    r"[左右上下中](?:[上下左右])?[图圖][一二三四五六]?(?:为|為|[:：,，])|(?:上|下|左|右|本|题|題|组)?[图圖][一二三四五六七八九\d①-⑩]*\s*(?:为|為|[:：])|[图圖][①-⑩]|"
    r"资料(?:图|照片)|資料(?:圖|照片)"
)
_POINTERS = tuple("▲▼△▽↑↓←→")
_CREDIT = re.compile(
    r"(?<=[。!！?？…”』」)）\s\u3000])[(（]?(?:[^。!！?？…,，;；]{2,30}[\s\u3000]*(?:摄影报道|攝影報導|摄影|攝影|供图|供圖|制图|製圖|绘图|提供|摄|攝|图|圖)|"
    r"(?:摄影|攝影|图片来源|图源|来源|摄|攝)[:：/／ ][^。,，]{2,24}|资料图片|资料照片|資料照片|"
    r"(?:新华社|新華社|中新社|本报|人民视觉)[^。,，]{0,20}[发發])[)）。]?$"
)
_LONE_CREDIT = re.compile(
    r"(?:摄影报道|攝影報導|摄影|攝影|供图|供圖|提供|制图|製圖|绘图|摄|攝|[\s\u3000][作绘繪画畫]|[发發])[)）]?$|"
    r"^[\u3400-\u9fff]{2,4}[作绘繪画畫]$|^(?:摄影|攝影|图片来源|资料图片|资料照片|資料照片|新华社|新華社)|"
    r"\b(?:photo(?:graph)?s?\b.{0,20}\bby|courtesy of|drawn by)\b|©",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"(?:摄影报道|摄影|攝影|供图|供圖|摄|攝|发|資料照片|资料照片|资料图片)[)）。]?$")


def find_captions(units: Sequence[Unit], habits: Habits, seams: Seams, choices: Choices) -> list[Unit]:
    """Return the units with captions turned into figures, and images joined with their captions."""
    found: list[Unit] = []
    for at, unit in enumerate(units):
        before = found[-1] if found else None
        if unit.kind is Kind.BYLINE and before and before.kind is Kind.FIGURE and _is_photographers(unit):
            lines = (*before.lines, *unit.lines)
            found[-1] = replace(before, credit=before.credit + unit.text, lines=lines)
        elif unit.kind is Kind.TEXT and unit.text and _is_caption(units, at, before, habits, seams, choices):
            figure = _figure(unit)
            if before and _is_bare(before):
                found[-1] = replace(figure, gap=before.gap, image=True)
            else:
                found.append(figure)
        else:
            found.append(unit)
    return found


def says_caption(text: str) -> bool:
    """Tell whether a text says itself that it is a caption: 图为…, ▲…."""
    return _SAYS_SO.match(text) is not None or text.startswith(_POINTERS)


def is_credit(text: str) -> bool:
    """Tell whether a short line is nothing but the credit of a picture."""
    return len(text) <= 30 and not text.endswith(("。", "，", ",")) and _LONE_CREDIT.search(text) is not None


def _is_caption(
    units: Sequence[Unit], at: int, before: Unit | None, habits: Habits, seams: Seams, choices: Choices
) -> bool:
    unit = units[at]
    after_image = before is not None and _is_bare(before)
    pointed = unit.text.startswith(_POINTERS) and (after_image or ends_sentence(unit.text))
    if (pointed or _SAYS_SO.match(unit.text)) and len(unit.text) <= _LONGEST:
        return choices.holds("caption", unit.lines, 0.95)
    if _TAKEN.search(unit.text) and _CREDIT.search(unit.text) and len(unit.text) <= _LONGEST:
        return choices.holds("caption", unit.lines, 0.95 if after_image or unit.gap >= _GAP else 0.85)
    if len(unit.text) <= _BETWEEN and _parts_headline_and_byline(units, at):
        return choices.holds("caption", unit.lines, 0.75)
    if not after_image and unit.gap < (_GAP if at else 2 * _GAP):
        return False
    if len(unit.text) > _SHORT or starts_inside(unit.text) or breaks_off(unit.text) or unit.balance.closed:
        return False
    if _heads_a_text(units, at, habits) or _goes_on_from(units, at, seams):
        return False
    return choices.holds("caption", unit.lines, 0.9 if after_image else 0.85)


def _parts_headline_and_byline(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a sentence stands where only a picture's caption does: between headline and byline."""
    if at == 0 or at + 2 >= len(units) or not ends_sentence(units[at].text):
        return False
    around = (units[at - 1].kind, units[at + 1].kind, units[at + 2].kind)
    return around == (Kind.HEADING, Kind.BYLINE, Kind.TEXT)


def _is_bare(unit: Unit) -> bool:
    """Tell whether a unit is an image that has no caption yet."""
    return unit.kind is Kind.FIGURE and unit.image and not unit.text and not unit.credit


def _heads_a_text(units: Sequence[Unit], at: int, habits: Habits) -> bool:
    """Tell whether a short line without a full stop is rather a heading of plain text."""
    unit = units[at]
    if (
        habits.marked
        or ends_sentence(unit.text)
        or len(unit.text) > 30
        or "," in unit.text
        or "，" in unit.text
    ):
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    image = at > 0 and units[at - 1].kind is Kind.FIGURE
    return not image and following is not None and following.kind in (Kind.TEXT, Kind.BYLINE)


def _goes_on_from(units: Sequence[Unit], at: int, seams: Seams) -> bool:
    """Tell whether a short paragraph is rather the rest of the paragraph cut off before it."""
    open_unit = next(
        (units[back] for back in range(at - 1, max(-1, at - 3), -1) if units[back].kind is Kind.TEXT), None
    )
    if (
        open_unit is None
        or units[at - 1].kind in (Kind.HEADING, Kind.BYLINE)
        or ends_sentence(open_unit.text)
    ):
        return False
    following = units[at + 1] if at + 1 < len(units) and units[at + 1].kind is Kind.TEXT else None
    here = seams.score(open_unit.text, units[at].text)
    if following is None:
        return here > 0.5
    if following.balance.closed and open_unit.balance.opened:
        return False
    return here > seams.score(open_unit.text, following.text) + 0.5


def _is_photographers(unit: Unit) -> bool:
    return _TAKEN.search(unit.text) is not None or unit.text.startswith(("摄", "攝"))


def _figure(unit: Unit) -> Unit:
    """Return the figure a caption stands for; its credit is cut off the caption where it plainly ends it."""
    match = _CREDIT.search(unit.text)
    at = len(unit.text)
    if match and match.start() >= 4 and _is_credit(match[0]):
        at = match.start()
    caption, credit = unit.text[:at].rstrip(" \t\u3000"), unit.text[at:].lstrip(" \t\u3000")
    return replace(unit, kind=Kind.FIGURE, text=caption, credit=credit)


def _is_credit(text: str) -> bool:
    bare = text.strip("()（）。 \u3000")
    return credited(bare) is not None or bool(
        re.search(r"(?:供图|供圖|提供|资料图片|资料照片|图片来源|摄影|摄|攝|[发發]$)", bare)
    )
