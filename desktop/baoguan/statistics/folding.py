"""One spelling for the extractor to read, character for character, so that offsets stay true."""

import re
from functools import cache

from baoguan.statistics.tables import rows

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = str.maketrans(
    {
        "，": ",", "：": ":", "∶": ":", "﹕": ":", "﹪": "%", "　": " ", "\xa0": " ",
        "•": "·", "・": "·", "‧": "·", "∙": "·", "⋅": "·", "○": "〇", "Ｏ": "〇", "◯": "〇",
        "–": "—", "―": "—", "─": "—", "━": "—", "‐": "-", "‑": "-", "−": "-", "－": "-",
        "～": "~", "〜": "~", "∼": "~", "╱": "/", "弍": "二", "弎": "三",
    }
)  # fmt: skip
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_FORMAL_RUN = re.compile(
    r"[壹贰叁参肆伍陆柒捌玖拾佰仟零一二三四五六七八九十百千两万亿]{2,}|[壹贰叁肆伍柒捌玖](?=[元圆角点打又])|[佰仟](?=分之)"
    r"|(?<=分之)[壹贰叁肆柒捌玖]"
)
_ANY_FORMAL = re.compile(r"[壹贰叁参肆伍陆柒捌玖拾佰仟]")
_SOLDIERS = frozenset("军战空续海地")
_CERTAIN = re.compile(
    r"[壹贰叁肆柒捌玖佰仟]|^伍$|[伍陆][十百千万亿拾]|拾[一二三四五六七八九伍陆万亿百千两零]|[十百千拾][伍陆]|[伍陆参]{2}"
)


def _formal(match: re.Match[str]) -> str:
    """Fold a run of banker's digits; 陆, 伍, 参 and 拾 alone are ordinary words and stay."""
    run = match.group()
    if not _CERTAIN.search(run):
        return run
    soldiers = run[-1] in "陆伍" and match.string[match.end() : match.end() + 1] in _SOLDIERS
    kept = len(run) - 1 if soldiers else len(run)
    return run[:kept].translate(_FORMAL).replace("参", "三") + run[kept:]


@cache
def _table() -> dict[int, int | str]:
    variants = {ord(row[0]): row[1] for row in rows("variants.tsv")}
    return {**_FULL_WIDTH, **_SIGNS, **variants}


def fold(text: str) -> str:
    """Return ``text`` half-width, in simplified characters and plain digits: same length, same offsets."""
    folded = text.translate(_table())
    return _FORMAL_RUN.sub(_formal, folded) if _ANY_FORMAL.search(folded) else folded
