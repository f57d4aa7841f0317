"""A sentence cut into the words of ``about.tsv`` and what lies between them."""

import re
import string
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from baoguan.statistics.lexicon import units
from baoguan.statistics.masking import BLANK
from baoguan.statistics.tables import rows

Class = Literal[
    "link", "function", "trend", "prep", "and", "loc", "verb", "either", "head", "modifier", "noun", "place",
    "of", "share", "blank", "date", "mark", "other",
]  # fmt: skip
_MARKS = ",;:。！？!?()（）“”‘’[]【】「」『』〔〕〈〉" + string.whitespace
_QUOTED = re.compile(r"“[^“”,;:。！？!?\n\ufffc]{1,12}”(?=\w)")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,20}")
_EACH = re.compile(r"(?:平均)?每(?:隔)?")
_EACH_SOME = re.compile(r"(?:平均)?每[一二三四五六七八九十百千万两0-9]{1,4}")
_WORTH = re.compile(r"GDP|国内生产总值|工业增加值|工业产值|产值|增加值")
DATED = "\ufffb"
"""Stands for a character of a date, as BLANK does for one of a number."""
_BLANK = re.compile(f"{BLANK}+|{DATED}+")
_ASIDE = re.compile(r"\([^()\n\ufffb\ufffc]{0,30}\)")
_ONE = frozenset("一两几某各这那该本此多数首")
_SPECIAL = frozenset(
    f"{BLANK}{DATED}每平一两几某各这那该本此多数首" + string.ascii_letters + string.digits + _MARKS
)
_OTHER: Class = "other"
_ALONE = (1,)
_VERBAL = frozenset({"verb", "either"})
_LEADING = "这那该本此首"
_STRONG = frozenset("在被把与和及了或从由将为是有达共占至到比较的")
"""Words of one character that part two unknown names; others may belong to a name (思腾合力)."""
_SURNAMES = frozenset("许费计谈解应支安包钱常陶施曾向易于江汪陈程开延余项连沙华成时方关全文平高白明")
"""Words of one character that open unknown names too."""
_OUTER = frozenset("上中下前后")
_POINTED = frozenset("轮车店厂校院团队班馆社行县市省村镇乡站港桥楼船机所会局部场矿路线段片剧书案药刊区")
"""Nouns that are classifiers too: 该轮."""
_MEASURES = frozenset("率量额费价")
_NOUNS = frozenset({"noun", "verb", "either", "other", "modifier", "head", "trend"})
_LOOSE = frozenset({"link", "function", "verb", "trend", "prep", "loc", "other"})
"""Classes whose words of one character may be part of an unknown name."""
_NAME = 6
_SKIPPED = "()"
_SEATS = frozenset("省市县区镇乡村旗州")
_COUNTIES = frozenset("市县旗州带")
_HEADS = frozenset({"省长", "市长", "县长", "区长", "镇长", "乡长", "村长"})
_AROUND = frozenset({"一带"})
_SEATED_ENDS = _SEATS | _AROUND
_SEATED = 2
"""Characters of the name of a county at least; one more is taken too."""
_SINGLE: dict[str, Class] = {"的": "of", "之": "of", "占": "share", "、": "and"}


class Word(NamedTuple):
    """A stretch of a sentence; ``start`` and ``end`` are code points of the text it was cut from."""

    start: int
    end: int
    form: str
    kind: Class


@cache
def place_names() -> frozenset[str]:
    """Return the names of places as a set."""
    return frozenset(row[0] for row in rows("places.tsv"))


def is_place(word: Word) -> bool:
    """Whether a word names a place: one of the dictionary, or an unknown county (名山县)."""
    named = word.kind == "place" and word.end - word.start > _SEATED and word.form[-1] in _COUNTIES
    return word.form in place_names() or (named and word.form not in group("owner"))


@cache
def countries() -> frozenset[str]:
    """Return the names of countries and continents."""
    return frozenset(row[0] for row in rows("places.tsv") if len(row) > 1)


@cache
def group(name: str) -> frozenset[str]:
    """Return the words of one class of ``about.tsv``."""
    return frozenset(row[1] for row in rows("about.tsv") if row[0] == name)


@cache
def _classes() -> tuple[dict[str, Class], dict[str, tuple[int, ...]]]:
    """Return the class of every word and, by first character, how long words are, longest first."""
    known: dict[str, Class] = {}
    order: tuple[tuple[str, Class], ...] = (
        ("event", "verb"), ("verb", "verb"), ("noun", "noun"), ("modifier", "modifier"), ("either", "either"),
        ("function", "function"), ("link", "link"), ("governing", "prep"), ("within", "loc"),
        ("belonging", "of"), ("and", "and"), ("trend", "trend"), ("owner", "place"), ("head", "head"),
    )  # fmt: skip
    for name, kind in order:
        known |= dict.fromkeys(group(name), kind)
    known |= {row[0]: "place" for row in rows("places.tsv")}
    lengths: dict[str, set[int]] = {}
    for form in known:
        lengths.setdefault(form[0], set()).add(len(form))
    return known, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def cut(text: str, start: int, end: int) -> list[Word]:
    """Cut ``text[start:end]`` into words, longest first from the left; blanked numbers are one word each."""
    words = list(_cut(text, start, end))
    at = 0
    while at < len(words):
        _, _, form, kind = words[at]
        opens = (kind == "other" or form in _SURNAMES) and len(form) == 1 and form not in _SPECIAL
        stop = _name_end(words, at) if opens else at
        for inner in range(at, stop):
            words[inner] = words[inner]._replace(kind="other")
        at = max(stop, at + 1)
    words = _seated(words)
    first, sharing = "", False
    for at, (_, _, form, kind) in enumerate(words):
        named = at and kind == "share" and _named_so(words, at)
        if named or (sharing and kind == "verb" and len(form) == 1):
            words[at] = words[at]._replace(kind="other")
        if at and (form in _MEASURES or first in _OUTER):
            _joined(words, at)
        first, sharing = form, words[at].kind == "share"
    return words


def _seated(words: list[Word]) -> list[Word]:
    """Join the unknown name of a county, town or village to its last character: 名|山|县."""
    if _SEATED_ENDS.isdisjoint([word[2] for word in words]):
        return words
    joined: list[Word] = []
    for word in words:
        joined.append(word)
        if not (word.form in _SEATS and word.kind == "other") and word.form not in _AROUND:
            continue
        low = len(joined) - 1
        while low and _unnamed(joined[low - 1]) and len(joined) - low <= _SEATED + 2:
            low -= 1
        if _SEATED <= len(joined) - 1 - low <= _SEATED + 1:
            form = "".join(part.form for part in joined[low:])
            joined[low:] = [Word(joined[low].start, word.end, form, "place")]
    return joined


def _unnamed(word: Word) -> bool:
    return word.kind == "other" and len(word.form) == 1 and word.form not in _SEATS


def _named_so(words: list[Word], at: int) -> bool:
    """Whether 占 is part of a person's name: 马占山, 赵占魁."""
    before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else words[at]
    return before.form in group("surname") and after.kind == "other" and len(after.form) == 1


def _joined(words: list[Word], at: int) -> None:
    """Give the word ``at`` and the one before it the classes they have together: 上|田, 发生|率."""
    first, second = words[at - 1], words[at]
    if second.kind not in _NOUNS and second.form not in _MEASURES:
        return
    if first.form in _OUTER and (at == 1 or words[at - 2].kind == "mark"):
        words[at - 1] = first._replace(kind="other")
    elif second.form in _MEASURES and second.kind in _LOOSE and first.kind in _NOUNS:
        words[at] = second._replace(kind="head")
        if first.kind == "verb":
            words[at - 1] = first._replace(kind="either")


def _name_end(words: list[Word], at: int) -> int:
    """Return where an unknown name ends that words of one character seem to cut: 许海峰, 延中实业."""
    first = words[at]
    opens = at == 0 or words[at - 1].kind in {"mark", "date", "blank"}
    if first.kind != "other" and not (first.form in _SURNAMES and opens):
        return at
    last = at
    for stop in range(at + 1, min(at + _NAME, len(words))):
        word = words[stop]
        if len(word.form) != 1 or word.form in _STRONG or word.kind not in _LOOSE:
            break
        if word.kind == "other" and word.form not in group("goods"):
            last = stop
    whole = last > at and (first.kind == "other" or last > at + 1)
    return last + 1 if whole else at


def _cut(text: str, at: int, end: int) -> Iterator[Word]:
    known, lengths = _classes()
    while at < end:
        char = text[at]
        form, kind = _special(text, at) if char in _SPECIAL else ("", _OTHER)
        if form == _SKIPPED:
            at = text.index(")", at) + 1
            continue
        if not form:
            for length in lengths.get(char, _ALONE):
                form = text[at : at + length]
                if form in known:
                    break
            else:
                form = char
            kind = known.get(form) or _SINGLE.get(form, _OTHER)
            if kind == "place" and _led(text, at, form):
                form, kind = form[0], known[form[0]]
            if form in _HEADS and _placed(text, at + 1):
                form, kind = form[0], _OTHER
            if kind in _VERBAL:
                form, kind = _derived(text, at, form, kind)
        stop = min(at + len(form), end)
        yield Word(at, stop, form, kind)
        at = stop


def _placed(text: str, at: int) -> bool:
    """Whether the name of a place of two characters or more begins at ``at``: 宜宾市|长宁."""
    lengths = _classes()[1].get(text[at : at + 1], ())
    return any(text[at : at + size] in place_names() for size in lengths if size > 1)


def _led(text: str, at: int, form: str) -> bool:
    """Whether what looks like a place is a preposition before another one: 从|江苏, not 从江."""
    small = _classes()[0].get(form[0]) in {"prep", "and"}
    return small and len(form) == _SEATED and _placed(text, at + 1)


def _derived(text: str, at: int, form: str, kind: Class) -> tuple[str, Class]:
    """Return 到场者 as one noun and 加工成 as one verb."""
    following = text[at + len(form) : at + len(form) + 1]
    if following == "者":
        return form + following, "noun"
    if following and following in "到至" and text[at + len(form) + 1 : at + len(form) + 2] == BLANK:
        return form + following, "link"
    if kind == "either" and following and following in "成出了":
        return form + following, "verb"
    return form, kind


def _each(text: str, at: int) -> int:
    """Return where a denominator ends (每担, 每百斤), ``at`` if none begins there."""
    for each in (_EACH.match(text, at), _EACH_SOME.match(text, at)):
        unit = next(units().at(text, each.end()), None) if each else None
        if each and unit:
            end = each.end() + len(unit.form)
            worth = _WORTH.match(text, end)
            return worth.end() if worth else end
    return at


def _special(text: str, at: int) -> tuple[str, Class]:
    """Return a word that no dictionary holds: a blank, a mark, a quoted name, a denominator, 一家."""
    char = text[at]
    if char in _MARKS:
        if char == "(" and _ASIDE.match(text, at):
            return _SKIPPED, "mark"
        quoted = _QUOTED.match(text, at) if char == "“" else None
        return (quoted.group(), "noun") if quoted else (char, "mark")
    if blank := _BLANK.match(text, at):
        return blank.group(), "date" if char == DATED else "blank"
    if latin := _LATIN.match(text, at):
        return latin.group(), "noun"
    if char in "每平" and (each := _each(text, at)) > at:
        return text[at:each], "link"
    return _one_of(text, at) if char in _ONE else ("", "other")


def _one_of(text: str, at: int) -> tuple[str, Class]:
    """Return 一家, 该厂, 各校: a pointer with the classifier or noun after it."""
    unit = next(units().at(text, at + 1), None)
    if not unit or not unit.classifier or len(unit.form) != 1 or "loose" in unit.flags:
        return "", "other"
    known, lengths = _classes()
    if any(text[at + 1 : at + 1 + size] in known for size in lengths.get(text[at + 1], ()) if size > 1):
        return "", "other"
    form = text[at : at + 2]
    if form[0] in "该本各" and form[1] in _POINTED:
        return form, "place"
    return form, "modifier" if form[0] in _LEADING else "function"
