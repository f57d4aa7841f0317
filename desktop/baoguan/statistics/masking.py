"""Blank out what looks like a number and is none, so that the rules never see it."""

import re
from collections.abc import Iterable

from baoguan.statistics.lexicon import counted_before, traps

BLANK = "\ufffc"
"""Object replacement character: in no dictionary, neither digit nor punctuation."""

_TITLE = re.compile(r"《[^《》\n]{0,80}》|〈[^〈〉\n]{0,80}〉|〔\d{4}〕|[\[［]\d{4}[\]］]")
_SLOGAN = re.compile(
    r"(?<![\d+])\d{1,9}(?:[+×]\d{1,9})+|(?<=[“‘「『\"])[一二三四五六七八九十两][个项条大]\w{1,4}(?=[”’」』\"])"
    r"|(?<=[“‘「『\"])[一二三四五六七八九两双]\w[一二三四五六七八九两双]\w(?=[”’」』\"])"
)
_ADDRESS = re.compile(
    r"(?<![\d-])\d{1,6}(?:-\d{1,6}){0,4}(?:号线|号楼|号院|号门|单元|室(?!内|外)|[幢栋门层](?=\d)|号)"
)
_PHONE = re.compile(
    r"(?:电话|热线|手机|传真|邮编|邮政编码|QQ|微信|帐号|账号|编号|证号)[::号]{0,2} ?[\d\-—() ]{4,24}"
)
_LINK = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?<![\w.])[a-z0-9._-]{1,64}@[\w.]{1,64}",
    re.ASCII | re.IGNORECASE,
)
_STREET = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:大街|大道|马路|经路|纬路|号路|胡同|标段|分局|小区|单元|中学|小学|医院|中院|产业|时间)"
)
_NUMERAL = "零〇一二两三四五六七八九十百千万亿廿卅卌"
_DIGITS = "〇一二三四五六七八九"
_COINS, _CHANGE = "元圆块角亩", "角分毛厘"
_PATTERNS = (
    (_TITLE, "《〈〔[［"), (_SLOGAN, "+×“‘「『\""), (_ADDRESS, "号室单幢栋门层"),
    (_PHONE, "话线机真编码Q信号"), (_LINK, "@:w"), (_STREET, "街道路胡标分小单中医产时"),
)  # fmt: skip
"""Each with characters of which it holds at least one."""


def trap_spans(text: str) -> list[tuple[int, int]]:
    """Return where the traps of a folded text stand, sorted; one may overlap the next."""
    letters = set(text)
    near = (pattern for pattern, held in _PATTERNS if not letters.isdisjoint(held))
    spans = [match.span() for pattern in near for match in pattern.finditer(text)]
    words = (
        (start, end)
        for start, end in traps().spans(text)
        if not (_inside_numeral(text, start) or _decimal(text, end) or _counts(text, start, end))
    )
    return sorted([*spans, *words])


def _inside_numeral(text: str, start: int) -> bool:
    """Whether a word begins in the middle of a numeral: 十分 in 六十分, but not 一起 in 王五一起."""
    if start == 0 or text[start] not in _NUMERAL:
        return start > 0 and text[start] in "多余几" and text[start - 1] in _NUMERAL + "0123456789"
    name = text[start] == "一" and text[start - 1] in "三四五六七八九"
    return text[start - 1] in _NUMERAL + "0123456789几数" and not name


def _counts(text: str, start: int, end: int) -> bool:
    """Whether what stands around a word makes it a number after all: 三角五分, 五元三角, 三比一战胜."""
    following = text[end : end + 1]
    if following and following in counted_before().get(text[start:end], ""):
        return True
    before = text[start - 1 : start]
    if before == "比":
        return text[start - 2 : start - 1] in _DIGITS and text[start] in _DIGITS
    change = text[start] in _DIGITS and text[start + 1 : start + 2] in _CHANGE
    return bool(before) and before in _COINS and change


def _decimal(text: str, end: int) -> bool:
    """Whether the point that ends a word goes on as a decimal: 一点 in 增长一点五倍."""
    return text[end - 1] == "点" and end < len(text) and text[end] in _DIGITS


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with each span replaced by as many blanks."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            kept.append(text[at : max(at, start)])
            kept.append(BLANK * (end - max(at, start)))
            at = end
    return "".join(kept) + text[at:]
