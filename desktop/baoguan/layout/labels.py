"""Which headings are column labels."""

import re
from collections.abc import Sequence

from baoguan.layout.choices import Choices
from baoguan.layout.units import Unit

_LONGEST_LABEL = 6
_LONGEST_KNOWN = 9
_KNOWN = re.compile(
    r"新闻|新聞|要闻|要聞|速递|速遞|观察|觀察|故事|热点|熱點|聚焦|视点|視點|专栏|專欄|专题|專題|简讯|簡訊|短波|天地|之窗|周刊|副刊|评论|評論|"
    r"论坛|論壇|连线|現場|现场|快讯|快訊|动态|動態|一览|一覽|广角|廣角|视界|風采|风采|纵横|縱橫|传真|傳真|集锦|文摘|社論|社论|時評|时评|專載|专载|"
    r"電訊|电讯|本埠|外埠|國內|国内|国际|國際|導讀|导读|特刊|專刊|专刊|小言|雜俎|来信|來信|信箱|热线|调查|访谈|访談|在线|日历|资讯|快递|播报|点击|扫描|"
    r"零距离|直通车|大家谈|会客厅|面对面|第一线|文苑|随笔|随筆|漫谈|经济|體育|体育|文化|教育|社会|社會|天下|民生|财经|法治|健康|科技|区域|城事"
)
_BRIEFS = re.compile(
    r"速递|速遞|简讯|簡訊|短波|快讯|快訊|集锦|点击|一览|一覽|播报|短讯|短訊|动态|動態|传真|傳真|快递|资讯|要闻简报|扫描"
)
_NOT_A_LABEL = re.compile(r"[\s,，。:：;；!！?？、%％\d——“”]")


def is_label(unit: Unit, following: Unit) -> bool:
    """Tell whether a heading, followed by another, is a column label and not part of that title block."""
    text = unit.text
    if _NOT_A_LABEL.search(text.strip("【】[]「」■□●◆▲★·•— ")) or len(text) < 2:
        return False
    if unit.level and following.level and unit.level > following.level:
        return False
    return len(text) <= _LONGEST_LABEL or is_known(text)


def is_known(text: str) -> bool:
    """Tell whether a short heading has a word that column labels are made of."""
    return len(text) <= _LONGEST_KNOWN and _KNOWN.search(text) is not None


def of_briefs(text: str) -> bool:
    """Tell whether a label names a column of short articles."""
    return _BRIEFS.search(text) is not None


def leading_labels(run: Sequence[Unit], choices: Choices) -> int:
    """Return how many headings at the beginning of a run of headings are labels: never all of them."""
    count = 0
    while count < len(run) - 1 and is_label(run[count], run[count + 1]):
        if not choices.holds("label", (run[count].line,), 0.9 if is_known(run[count].text) else 0.75):
            break
        count += 1
    return count
