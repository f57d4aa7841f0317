"""What a number counts: the noun phrase after it, or the word for what befell those counted."""

from collections.abc import Sequence

from baoguan.statistics.chunks import NOMINAL
from baoguan.statistics.words import Word, group

_CERTAIN = NOMINAL - {"other"}
_FINAL = frozenset(
    "人员者家户队站厂校院所店馆城市县村路桥线船机车品物器具材料书报画片药病率量额值价费款金税息债券股权证"
    "业科技学院系部局处室会社团党军兵师生童童妇民农工商客众友员长官法令案件事故址墓塔楼房屋门窗床桌椅箱"
    "树木林果菜粮米面麦豆棉油肉鱼虾蛋奶茶酒糖盐水电气煤炭钢铁铜矿石砂土地田园区域段层面点洞井渠坝堤港"
    "湾岛山河湖海江道管缆网台座架套型版本卷册册集篇幅曲剧戏影歌舞赛场次项目标题课程位岗职责任务"
)
"""Characters that end nouns."""
_BEHIND = frozenset({"以上", "以下", "左右", "上下", "以内", "之内", "之多", "有余", "余"})
_SINGLE = frozenset("省市县区国村乡镇厂校院店矿州站户船车马牛羊猪鸡鱼树井坝桥屋房团师旅军")
"""Words of one character that are counted with 个 or 余 alone: 十余|县."""
_LONGEST = 20
_WINDOW = 24
_SHORT = 4
Words = tuple[int, int] | None


def after(words: Sequence[Word], at: int) -> Words:
    """Return the words of the noun phrase that begins at word ``at``: 项|高价值专利, ended before a verb."""
    while at < len(words):
        high = at
        while high < len(words) and words[high].kind in NOMINAL:
            high += 1
        leads = (
            high - at == 1 and words[at].kind == "other" and high < len(words) and words[high].kind == "of"
        )
        if words[at].form in _BEHIND:
            at += 1
        elif leads:
            at = high + 1
        else:
            return _ended(words, at, high)
    return None


def relative(words: Sequence[Word], at: int) -> Words:
    """Return what a clause of description after the number ends in: 名|参加演习的官兵."""
    for of in range(at, min(at + _WINDOW, len(words))):
        if words[of].kind in {"mark", "blank"}:
            return None
        if words[of].kind == "of":
            return after(words, of + 1)
    return None


def event(words: Sequence[Word], at: int) -> Words:
    """Return the word for what befell the people counted: 人|死亡."""
    found = at < len(words) and words[at].form in group("event") and len(words[at].form) > 1
    return (at, at + 1) if found else None


def single(words: Sequence[Word], at: int) -> Words:
    """Return the one character that is counted: 十余|县|被淹."""
    if at >= len(words) or words[at].kind != "other" or words[at].form not in _SINGLE:
        return None
    apart = at + 1 == len(words) or words[at + 1].kind not in {"other", "noun", "head", "modifier"}
    return (at, at + 1) if apart else None


def _ended(words: Sequence[Word], low: int, high: int) -> Words:
    """Drop from the end what is no noun: a verb that might be one, unknown characters after a noun."""
    closed = high == len(words) or words[high].kind in {"mark", "of", "and"}
    while high - low > 1 and words[high - 1].form.isascii():
        high -= 1
    while high - low > 1 and words[high - 1].kind == "either" and words[high - 2].kind != "either":
        high -= 1
        closed = True
    last = next((at for at in range(high - 1, low - 1, -1) if words[at].kind in _CERTAIN), low - 1)
    tail = high - 1 - last
    if tail and words[high - 1].form not in _FINAL and not (closed and tail <= _SHORT):
        high = last + 1
    size = words[high - 1].end - words[low].start if high > low else 0
    return (low, high) if size >= 2 and (size <= _LONGEST or not tail) else None
