"""Longer periods that have a name of their own: 九十年代初, 本世纪前五年, “十四五”期间."""

import re

from baoguan.statistics.written import CN, NUM, TO, Written, number

_ORDER = r"([一二三四五六七八九]|十[一二三四五六七八九]?|[一二]十[一二三四五六七八九]?)五"
_WHEN = r"期间|时期|末期|期末|初期|后期|前期"
_FEW = "[一二两三四]"
_PLAN = re.compile(
    rf"[“‘\"「『]{_ORDER}[”’\"」』](?:计划|规划)?(?:的)?({_WHEN}|末|初|以来|时(?!代|候)|[头前后]{_FEW}年)"
    rf"|{_ORDER}(?:计划|规划)?({_WHEN})"
    rf"|第([一二三四五六七八九十]{{1,3}})个(?:国民经济)?五年(?:计划|规划)(?:的)?({_WHEN}|末|以来|[头前后]{_FEW}年)"
    rf"|[“‘\"「『]{_ORDER}[”’\"」』](?=(?:至|到|、|和)[“‘\"「『][一二三四五六七八九十]{{1,3}}五[”’\"」』](?:期间|时期))"
)
_TENS = rf"[1-9]0|[{CN}]十|[{CN}]{{2}}|[一二三四五六七八九]"
_DECADE = re.compile(
    rf"(?:(?:(?P<before>公元前)?(?P<century>{NUM})|(?P<this>[上本]))(?:个)?世纪"
    rf"(?:(?:(?P<ten0>{_TENS})(?:年代)?(?:{TO}|、|和)?)?(?P<ten>[1-9]0|[一二三四五六七八九]十)年代)?"
    rf"|(?:(?P<full0>[12]\d\d0)(?:年代)?{TO})?(?P<full>[12]\d\d0|[一二][〇零一二三四五六七八九]{{2}}[〇零])年代"
    rf"|(?:(?P<short0>[1-9]0|[二三四五六七八九](?:十(?:年代)?)?)(?:{TO}|、|和)?)?(?P<short>[1-9]0|[二三四五六七八九]十)年代)"
    r"(?P<part>初期?|末期?|中后期|中期|中叶|后期|前期|早期|晚期|末叶|前半叶|上半叶|后半叶|下半叶|初叶|[前头]\d年|[前头][一二两三四五]年)?"
)
_PARTS = {
    "初": (0, 4),
    "早": (0, 4),
    "中期": (3, 7),
    "中叶": (4, 6),
    "中后期": (4, 10),
    "末": (7, 10),
    "晚": (7, 10),
}
_PARTS |= {"后": (5, 10), "下": (5, 10), "前": (0, 5), "上": (0, 5)}


def read_plan(text: str, at: int) -> Written | None:
    """Read “十四五”期间 as the years of that plan; only from the third do they follow each other."""
    match = _PLAN.match(text, at)
    order = number(match[1] or match[3] or match[5] or match[7]) if match else -1
    if not match or not 1 <= order <= 20:
        return None
    part, end = match[2] or match[4] or match[6] or "期间", match.end()
    first = {1: 1953, 2: 1958}.get(order, 1966 + (order - 3) * 5)
    last = first + 4
    if "末" in part:
        return Written(at, end, year=last, edge="年末")
    if part[-1] == "年":
        count = number(part[1].replace("两", "二"))
        first, last = (last - count + 1, last) if part[0] == "后" else (first, first + count - 1)
    elif part[0] in "初前":
        last = first + 1
    elif part[0] == "后":
        first = last - 1
    return Written(at, end - len(part) if part == "以来" else end, year=first, last_year=last)


def read_decade(text: str, at: int) -> Written | None:
    """Read a decade, some decades or a century, and 初, 中叶, 末 of it, as years."""
    match = _DECADE.match(text, at)
    if not match:
        return None
    ten, ten0 = match["ten"] or match["short"], match["ten0"] or match["short0"]
    span = 10 if ten or match["full"] else 100
    if match["full"]:
        first, start = number(match["full"]), number(match["full0"] or match["full"])
    else:
        base = _century(match)
        first = base + (_tens(ten) if ten else 0)
        start = base + _tens(ten0) if ten0 else first
    century = {"上": -1, "本": 0}.get(match["this"] or "")
    if start > first or not -3000 < first < 2200:
        return None
    if century == 0 and span == 100 and match["part"] == "末":
        return Written(at, match.end(), year=first + 100, edge="年末", century=century)
    low, high = _part(match["part"] or "", span)
    year = start if start < first else first + low
    return Written(at, match.end(), year=year, last_year=first + high, century=century)


def _century(match: re.Match[str]) -> int:
    """Return the year before a century's first; 本世纪 and 上世纪 are counted from 2000 here."""
    if not match["century"]:
        return 2000 if match["this"] == "本" else 1900
    century = number(match["century"])
    return -century * 100 + 1 if match["before"] else (century - 1) * 100


def _tens(written: str) -> int:
    """Return 90 for 九十, 90 and the 九 of 八九十年代."""
    value = number(written)
    return value * 10 if 0 < value < 10 else value


def _part(word: str, span: int) -> tuple[int, int]:
    """Return the first and last year that 初, 中叶 or 前五年 means, counted from the start of its span."""
    if word.endswith("年"):
        first = span == 100
        return first, number(word[1].replace("两", "二")) - 1 + first
    low, high = _PARTS.get(word) or _PARTS.get(word[:1]) or (0, 10)
    return low * span // 10, high * span // 10 - 1
