"""Lines that send the reader on to another page, or back: 下转第3版, 上接第一版, Continued on page 3."""

import re
from collections.abc import Sequence
from dataclasses import replace

from baoguan.domain.article import Article, Jump, Role
from baoguan.layout.printed_dates import value

_NUMBER = r"(?P<page>[A-Za-z]?\s?[0-9０-９]{1,3}|[〇零一二三四五六七八九十廿卅]{1,4})"
_CHINESE = re.compile(
    rf"[(（【▶►◀\s]*(?P<about>《[^》]{{2,40}}》|“[^”]{{2,40}}”)?[^\d第]{{0,8}}?(?P<way>[紧緊]?[下上][转轉接]|[转轉接]|[详詳][见見]|[续續][见見])\s*"
    rf"(?:本[报報])?(?:今日)?第?\s*{_NUMBER}\s*[版页頁張张]\s*(?P<after>[《“][^》”]{{2,40}}[》”])?[^。]{{0,8}}[)）】▶►◀\s]*"
)
_LATIN = re.compile(
    r"[(\[\s]*(?P<way>continued|cont['’]?d|turn|see|fortsetzung|suite|vervolg|zie)\b[ .]*"
    r"(?P<from>from|von|de la|van)?[^\d]{0,24}?(?:page|p\.|seite|pagina|bladzijde)?\s*"
    r"(?P<page>[A-Z]?\d{1,3}|one|two|three|four|five|six|seven|eight)\b[^.]{0,12}[)\].\s]*",
    re.IGNORECASE,
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_LONGEST = 44


def jump_of(text: str, line: int) -> Jump | None:
    """Return the reference to another page that a whole line is; its article is not known yet (0)."""
    if len(text) > _LONGEST:
        return None
    if match := _CHINESE.fullmatch(text):
        about = (match["about"] or match["after"] or "").strip("《》“”")
        onward = not match["way"].lstrip("紧緊").startswith(("上", "接"))
        return Jump(0, line, onward, _page(match["page"]), about)
    if match := _LATIN.fullmatch(text):
        return Jump(0, line, match["from"] is None, _page(match["page"]))
    return None


def jumps_of(articles: Sequence[Article]) -> tuple[Jump, ...]:
    """Return the references to other pages that stand in articles as lines of their own."""
    return tuple(
        replace(jump, article=at)
        for at, article in enumerate(articles)
        for paragraph in article.paragraphs
        if paragraph.role is Role.NOTE and (jump := jump_of(paragraph.text, paragraph.source_lines[0]))
    )


def _page(text: str) -> str:
    """Return the number of a page in digits where it is spelled, as printed otherwise."""
    bare = text.replace(" ", "").lower()
    if bare in _WORDS:
        return str(_WORDS.index(bare) + 1)
    return bare.upper() if bare.isascii() else str(value(bare))
