"""Noun phrases beside a number, on words: the name of a figure before it, what is counted after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from baoguan.statistics.words import Word, group

_NOMINAL = frozenset({"noun", "head", "modifier", "either", "place", "other"})
_CERTAIN = frozenset({"noun", "head", "place", "modifier", "either"})
_COMPARED = frozenset({"比", "较", "高于", "低于", "多于", "少于", "超过", "超", "领先", "落后"})
_FINAL = frozenset(
    "人员者家户队站厂校院所店馆城市县村路桥线船机车品物器具材料书报画片药病率量额值价费款金税息债券股权证"
    "业科技学院系部局处室会社团党军兵师生童童妇民农工商客众友员长官法令案件事故址墓塔楼房屋门窗床桌椅箱"
    "树木林果菜粮米面麦豆棉油肉鱼虾蛋奶茶酒糖盐水电气煤炭钢铁铜矿石砂土地田园区域段层面点洞井渠坝堤港"
    "湾岛山河湖海江道管缆网台座架套型版本卷册册集篇幅曲剧戏影歌舞赛场次项目标题课程位岗职责任务"
)
_WITHIN = frozenset({"在", "于"})
_SUPERLATIVE = frozenset({"最高", "最低", "最大", "最小", "最快", "最长", "最短"})
_BEHIND = frozenset({"以上", "以下", "左右", "上下", "以内", "之内", "之多", "有余", "余"})
_COUNTED = _FINAL | frozenset("马牛羊猪鸡鸭鹅犬枪炮屋房墙")
_BODIES = frozenset("市省县区镇乡村国州厂矿场院校司团局部门站线馆所会社桥港行队号园楼店路厅处组委")
_LONGEST = 20
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``low`` up to ``high`` of a sentence; empty where both are equal."""

    words: Sequence[Word]
    low: int
    high: int

    def __bool__(self) -> bool:
        return self.low < self.high and self.words[self.high - 1].end - self.words[self.low].start >= 2

    @property
    def span(self) -> tuple[int, int]:
        """Where the phrase stands in the text."""
        return self.words[self.low].start, self.words[self.high - 1].end

    @property
    def last(self) -> Word:
        """The last word."""
        return self.words[self.high - 1]

    def kinds(self) -> set[str]:
        """Return the classes of its words."""
        return {word.kind for word in self.words[self.low : self.high]}


def before(words: Sequence[Word], at: int) -> Phrase:
    """Return the noun phrase that words such as 达到 or 同比增长 lead to the number at word ``at``."""
    high = at
    if high > 1 and words[high - 1].form in _WITHIN and words[high - 2].kind in _NOMINAL:
        high -= 1
    while high > 0 and _leads(words, high - 1):
        high -= 1
    phrase = _back(words, high)
    start = phrase.low - 1
    if start >= 0 and words[start].form in _COMPARED and (phrase or high < at):
        return before(words, start)
    return phrase


def compared(words: Sequence[Word], at: int) -> bool:
    """Whether a number is reached from a word of comparison within its clause: 比上年增长."""
    while at > 0 and (_leads(words, at - 1) or words[at - 1].kind in _NOMINAL):
        at -= 1
    return at > 0 and words[at - 1].form in _COMPARED


def _leads(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.kind == "of":
        return at > 0 and words[at - 1].kind in {"date", "link"}
    if word.form in _SUPERLATIVE or word.form in group("currency"):
        return True
    return word.kind in {"link", "blank", "date"} or word.form == ":"


def _back(words: Sequence[Word], high: int) -> Phrase:
    low = high
    names = group("modifier")
    while low > 0:
        kind, form = words[low - 1].kind, words[low - 1].form
        inner = kind == "link" and form in names and low < high and words[low].kind in {"head", "modifier"}
        if kind not in _NOMINAL and kind != "of" and not inner:
            break
        low -= 1
    while high > low and words[high - 1].kind == "of":
        high -= 1
    while low < high and words[low].kind in {"of", "link"}:
        low += 1
    return Phrase(words, low, high)


def after(words: Sequence[Word], at: int) -> Phrase:
    """Return the noun phrase that begins at word ``at``: 项|高价值专利, ended before a verb or a mark."""
    while at < len(words) and words[at].form in _BEHIND:
        at += 1
    high = at
    while high < len(words) and words[high].kind in _NOMINAL:
        high += 1
    if high - at == 1 and high < len(words) and words[high].kind == "of" and words[at].kind == "other":
        return after(words, high + 1)
    return _ended(words, at, high)


def _ended(words: Sequence[Word], low: int, high: int) -> Phrase:
    """Drop from the end what is no noun: a verb that might be one, unknown characters after a noun."""
    closed = high == len(words) or words[high].kind in {"mark", "of"}
    while high - low > 1 and words[high - 1].form.isascii():
        high -= 1
    while high - low > 1 and words[high - 1].kind == "either" and words[high - 2].kind != "either":
        high -= 1
        closed = True
    last = next((at for at in range(high - 1, low - 1, -1) if words[at].kind in _CERTAIN), low - 1)
    if last == high - 1:
        return Phrase(words, low, high)
    tail = high - 1 - last
    if words[high - 1].form in _FINAL or (closed and tail <= _SHORT):
        return Phrase(words, low, high) if words[high - 1].end - words[low].start <= _LONGEST else empty(low)
    return Phrase(words, low, last + 1) if last >= low else empty(low)


def is_body(word: Word) -> bool:
    """Whether a word ends the name of a place, an office, a firm: someone whose figures are told."""
    return word.kind == "place" or word.form[-1] in _BODIES


def empty(at: int) -> Phrase:
    """Return a phrase without words."""
    return Phrase((), at, at)


def relative(words: Sequence[Word], at: int) -> Phrase:
    """Return what a clause of description after the number ends in: 名|参加演习的官兵."""
    for of in range(at, min(at + _LONGEST, len(words))):
        if words[of].kind in {"mark", "blank"}:
            break
        if words[of].kind == "of":
            return after(words, of + 1)
    return empty(at)


def event(words: Sequence[Word], at: int) -> Phrase:
    """Return the word for what befell the people counted: 人|死亡."""
    found = at < len(words) and words[at].form in group("event")
    return Phrase(words, at, at + 1) if found else empty(at)


def befallen(words: Sequence[Word], at: int) -> Phrase:
    """Return the word for what befell or was done, right before its number: 受伤|11460人, 毁屋|三百余间."""
    while at > 0 and words[at - 1].kind == "link":
        at -= 1
    if at == 0:
        return empty(at)
    word = words[at - 1]
    if word.form in group("event"):
        return Phrase(words, at - 1, at)
    return empty(at)


def single(words: Sequence[Word], at: int) -> Phrase:
    """Return the one character that names what is counted, with a verb or mark before it: 马|二百匹."""
    while at > 0 and words[at - 1].kind == "link":
        at -= 1
    noun = at > 0 and words[at - 1].kind == "other" and words[at - 1].form in _COUNTED
    apart = at < 2 or words[at - 2].kind in {"verb", "mark", "blank", "link"}
    return Phrase(words, at - 1, at) if noun and apart else empty(at)


def named(phrase: Phrase) -> tuple[Phrase, Phrase]:
    """Split the phrase before a number into whose figure it is and the figure's name; either may be empty."""
    words = phrase.words
    of = next((at for at in range(phrase.high - 1, phrase.low, -1) if words[at].kind == "of"), None)
    if of is not None:
        return Phrase(words, phrase.low, of), Phrase(words, of + 1, phrase.high)
    if phrase.last.kind == "head":
        low = phrase.high - 1
        names = group("modifier")
        while low > phrase.low and (
            words[low - 1].kind in {"head", "modifier", "either"} or words[low - 1].form in names
        ):
            low -= 1
        return Phrase(words, phrase.low, low), Phrase(words, low, phrase.high)
    for at in range(phrase.low + 1, phrase.high - 1):
        if words[at].kind == "either" and is_body(words[at - 1]):
            return Phrase(words, phrase.low, at), Phrase(words, at + 1, phrase.high)
    low = phrase.low
    if words[low].kind == "place" and low + 1 < phrase.high:
        while low + 1 < phrase.high and words[low].kind == "place":
            low += 1
        return Phrase(words, phrase.low, low), Phrase(words, low, phrase.high)
    return empty(phrase.low), phrase
