"""How a figure moved: up or down, the step or the level reached, and what it is compared with."""

import re

from baoguan.domain.statistic import Change, Direction, Kind
from baoguan.statistics.lexicon import trigger_pattern, triggers
from baoguan.statistics.reading import Reading

_NEAR = 12
_ADJACENT = 3
"""How far from its number 增 alone is still a verb; farther it belongs to a word (增程型)."""
_WINDOW = 30
_BEFORE_STEP = (
    r"(?=[各均又再约将仅只][增涨升跌降减]|偏|增|提|上[升涨浮]|下[降跌滑浮]|减|加|扩|回升|回落|跌|涨|降|升|退|缩|收窄|翻|递"
    r"|高|低|多|少|快|慢|省|节|抬|贵|贱)"
)
_BASIS = re.compile(
    r"同比|环比|年均|[与同和][^,;。\n]{1,14}相比|比上年同期|比去年同期|较上年同期|较去年同期|与(?:去年|上年)同期相比"
    rf"|(?:(?<![可相对占])比(?![例重值率赛价])|较)[^,;。\n]{{1,14}}?{_BEFORE_STEP}"
)
_LEVEL_VERB = re.compile(
    r"(?:达到|达|为|至|到)(?:约|近|了)?(?:\d{2,4}年的|[〇零一二三四五六七八九]{2,4}年的)?$"
)
_YEAR_OF = re.compile(r"(?:\d{2,4}|[〇零一二三四五六七八九]{2,4})年的")
_NO_MOVE = re.compile(r"[值雨水雪设派补选](?!\d)|率(?!先)")
_STEPS: dict[str, Direction] = {"高": "up", "快": "up", "多": "up", "低": "down", "慢": "down", "少": "down"}
_BEYOND = re.compile("高于|低于")
_COMPARED = re.compile(r"[比较]")
_STEPPED = frozenset(
    {
        Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MULTIPLE, Kind.COUNT, Kind.MONEY, Kind.FRACTION
    }
)  # fmt: skip
_SHARES = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MULTIPLE})
_STILL = frozenset({Kind.ORDINAL, Kind.RANK, Kind.DATE})
_EXTREMES = (
    "最高",
    "最低",
    "提高",
    "至少",
    "最少",
    "最多",
    "至多",
    "很多",
    "较多",
    "许多",
    "不少",
    "减少",
    "缺少",
)
_RATES = frozenset({"增速", "增幅", "降幅", "涨幅", "跌幅"})
_DIRECTIONS: tuple[Direction, Direction] = ("up", "down")
_NUMBERS = re.compile(r"[%元个倍人吨]")


def read_movement(before: str, after: str, reading: Reading) -> tuple[Direction | None, Change | None]:
    """Return whether the figure went up or down, and whether it is the step or the level reached."""
    if reading.kind in _STILL:
        return None, None
    if reading.kind is Kind.PERCENTAGE_POINTS and (beyond := _BEYOND.search(before)):
        return ("up" if beyond.group() == "高于" else "down"), "increment"
    stepped = reading.kind in _STEPPED or _COMPARED.search(before) is not None
    if before[-1:] in _STEPS and stepped and not before.endswith(_EXTREMES):
        return _STEPS[before[-1:]], "increment"
    found = max(_moves(before[-_NEAR:]), default=None)
    if found:
        _, _, direction, word = found
        reached = bool(_LEVEL_VERB.search(before)) and word not in _RATES
        return direction, "level" if triggers(direction)[word] == "level" or reached else "increment"
    if reading.kind in _SHARES and after.startswith("的"):
        for direction in _DIRECTIONS:
            if trigger_pattern(direction).search(after[:8]):
                return direction, "increment"
    return None, None


def _moves(near: str) -> list[tuple[int, int, Direction, str]]:
    """Return the words of movement before a number: where each ends, its length, direction and itself."""
    found: list[tuple[int, int, Direction, str]] = []
    for direction in _DIRECTIONS:
        for match in trigger_pattern(direction).finditer(near):
            rest = near[match.end() :]
            moved = not (_NO_MOVE.match(rest) or near[: match.start()].endswith(("每", "最", "入", "出")))
            close = len(match.group()) > 1 or len(rest) <= _ADJACENT
            if moved and close and "的" not in _YEAR_OF.sub("", rest):
                found.append((match.end(), match.end() - match.start(), direction, match.group()))
    return found


def read_basis(text: str, reading: Reading, direction: Direction | None) -> tuple[int, int] | None:
    """Return where the text says what a moved figure is compared with: 同比, 环比, 较2013年."""
    if direction is None:
        return None
    start = max(0, reading.start - _WINDOW)
    start = max(text.rfind(mark, start, reading.start) + 1 or start for mark in ";。\n")
    matches = list(_BASIS.finditer(text, _compared(text, start, reading.start), reading.start))
    return matches[-1].span() if matches else None


def _compared(text: str, start: int, end: int) -> int:
    """Return where the number's clause begins, or the one before if no number parts them (与2010年相比,…)."""
    comma = text.rfind(",", start, end)
    if comma < 0:
        return start
    earlier = text.rfind(",", start, comma) + 1 or start
    clause = text[earlier:comma]
    return earlier if clause.endswith("相比") or not _NUMBERS.search(clause) else comma + 1
