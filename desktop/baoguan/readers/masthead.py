"""The line of a page that says whose it is: 宁河日报 2003年5月18日 星期日 第二版."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from baoguan.domain.page import BLANK, Block, Imprint

_DIGITS = {char: str(at % 10) for at, char in enumerate("〇一二三四五六七八九零")} | {"○": "0"}
_NUMBER = r"[0-9〇○零一二三四五六七八九十廿卅]"
_LINE = re.compile(
    r"[*《]*(?P<title>[\u3400-\u9fff]{1,8}[报報])?[》\s]*"
    rf"(?:(?:中[华華])?(?P<republic>民[国國])\s*)?(?P<year>{_NUMBER}{{1,4}})\s*年\s*(?P<month>{_NUMBER}{{1,3}})\s*月\s*(?P<day>{_NUMBER}{{1,4}})\s*日\s*"
    r"(?P<weekday>(?:星期|禮拜|礼拜)[一二三四五六日天])?\s*"
    rf"(?:第?\s*(?P<number>[A-Z]?[0-9]{{1,3}}|{_NUMBER}{{1,3}})\s*[版张張])?\s*[\u3400-\u9fff]{{0,8}}\**"
)


def with_masthead(imprint: Imprint, blocks: Iterable[Block]) -> Imprint:
    """Return an imprint with what a masthead line prints, where the imprint itself says nothing.

    A date with neither weekday nor page number is one only where the page begins with it.
    """
    for first, block in _first_marked(blocks):
        text = block.text.strip(BLANK)
        match = _LINE.fullmatch(text) if len(text) <= 60 else None
        if match and (first or match["weekday"] or match["number"]):
            return replace(
                imprint,
                title=imprint.title or match["title"],
                date=imprint.date or _date(match),
                number=imprint.number or match["number"],
            )
    return imprint


def _first_marked(blocks: Iterable[Block]) -> Iterator[tuple[bool, Block]]:
    printed = (block for block in blocks if block.text.strip(BLANK))
    return ((at == 0, block) for at, block in enumerate(printed))


def _date(line: re.Match[str]) -> date | None:
    """Return the date a line prints; a year of the Republic counts from 1912."""
    try:
        year = _value(line["year"]) + 1911 if line["republic"] else int(_digits(line["year"]))
        return date(year, _value(line["month"]), _value(line["day"])) if year > 999 else None
    except ValueError:
        return None


def _digits(text: str) -> str:
    return "".join(_DIGITS.get(char, char) for char in text)


def _value(text: str) -> int:
    """Return the value of a number up to 99, in digits or as 二十八; raise ValueError otherwise."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    if not ten:
        return int(_digits(text))
    return 10 * int(_DIGITS.get(tens, tens) or 1) + int(_DIGITS.get(ones, ones) or 0)
