"""How the parts of a query are put into words: what is looked for, as a person would write it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from baoguan.domain.query import DateRange, Field, Near, NumberRange, Term
from baoguan.ui.models.question import filed_text
from baoguan.ui.models.question_text import Leaf
from baoguan.ui.models.wording import number_text

_UNITS = {"金额": "元", "百分比": "%"}


def leaf_text(leaf: Leaf, quoted: bool) -> str:
    """Return what a part of a query asks for; ``quoted`` tells a phrase from a word that is plainly typed."""
    match leaf:
        case Term():
            return _term_text(leaf, quoted)
        case Near(terms=terms, distance=distance, field=field):
            words = QCoreApplication.translate("Chips", "{terms} 相距 {count} 字以内")
            terms_text = QCoreApplication.translate("Chips", "、").join(terms)
            return _in_field(field, words.format(terms=terms_text, count=distance))
        case DateRange():
            return _dates_text(leaf)
        case NumberRange():
            return _numbers_text(leaf)
    return filed_text(leaf)


def _term_text(term: Term, quoted: bool) -> str:
    if term.wild:
        return _in_field(term.field, term.text, QCoreApplication.translate("Chips", "通配 {text}"))
    if quoted:
        phrase = QCoreApplication.translate("Chips", "“{text}”").format(text=term.text)
        return _in_field(term.field, phrase, QCoreApplication.translate("Chips", "短语 {text}"))
    return _in_field(term.field, term.text)


def _in_field(field: Field, text: str, kind: str = "{text}") -> str:
    """Return a text with its field's name before it; one that is looked for everywhere, with its kind."""
    if field is Field.ANY:
        return kind.format(text=text)
    name = {
        Field.TITLE: QCoreApplication.translate("Chips", "标题"),
        Field.BODY: QCoreApplication.translate("Chips", "正文"),
        Field.BYLINE: QCoreApplication.translate("Chips", "记者"),
        Field.SECTION: QCoreApplication.translate("Chips", "栏目"),
        Field.PAPER: QCoreApplication.translate("Chips", "报纸"),
        Field.PAGE: QCoreApplication.translate("Chips", "版"),
        Field.CAPTION: QCoreApplication.translate("Chips", "图"),
        Field.TAG: QCoreApplication.translate("Chips", "标签"),
        Field.NOTE: QCoreApplication.translate("Chips", "批注"),
    }[field]
    return QCoreApplication.translate("Chips", "{field}：{text}").format(field=name, text=text)


def _dates_text(days: DateRange) -> str:
    first, last = (str(day or "") for day in (days.first, days.last))
    if days.first == days.last:
        span = first
    elif days.first is None:
        span = QCoreApplication.translate("Chips", "至 {day}").format(day=last)
    elif days.last is None:
        span = QCoreApplication.translate("Chips", "{day} 起").format(day=first)
    else:
        span = _whole(days.first, days.last) or f"{first}–{last}"
    return QCoreApplication.translate("Chips", "日期 {span}").format(span=span)


def _numbers_text(numbers: NumberRange) -> str:
    name = {
        "金额": QCoreApplication.translate("Chips", "金额"),
        "百分比": QCoreApplication.translate("Chips", "百分比"),
        "数量": QCoreApplication.translate("Chips", "数量"),
    }.get(numbers.group, numbers.group)
    unit = _UNITS.get(numbers.group, "")
    low, high = (number_text(end) + unit if end is not None else "" for end in (numbers.low, numbers.high))
    if numbers.low == numbers.high:
        return f"{name} = {low}"
    if numbers.high is None:
        return f"{name} {'>' if numbers.low_open else '≥'} {low}"
    if numbers.low is None:
        return f"{name} {'<' if numbers.high_open else '≤'} {high}"
    return f"{name} {low}–{high}"


def _whole(first: date, last: date) -> str:
    """Return the year that two days enclose exactly; empty where they do not."""
    begins, ends = (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31)
    return str(first.year) if first.year == last.year and begins and ends else ""
