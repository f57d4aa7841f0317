"""Which words go on from the words before them, and which begin a paragraph: the closed classes of grammar.

Words are in simplified characters. Weights are nats, chosen by cutting paragraphs at random places.
"""

from typing import NamedTuple


class _Class(NamedTuple):
    """How much a first word tells that a text goes on; ``leans``: the more after a content word."""

    weight: float
    leans: bool
    words: str


_PARTICLES = _Class(
    1.2,
    True,
    "的 了 着 过 地 得 们 等 等等 之 所 似的 一样 般 一般 而言 来说 来讲 的话 吗 呢 吧 啊",
)
_ADVERBS = _Class(
    1.3,
    True,
    "已 已经 也 都 就 还 又 将 均 仍 才 再 更 最 很 非常 十分 较 太 越 便 却 即 正 正在 不 没 没有 未 "
    "仅 曾 曾经 一直 即将 立即 不断 逐步 进一步 更加 共同 相互 能 能够 不能 会 不会 可 可以 可能 要 "
    "应 应当 必须 需 需要 有望",
)
_VERBS = _Class(
    1.3,
    True,
    "是 不是 有 共 共有 让 使 被 把 给 向 于 用 往 到 至 全部 同比 环比 成为 进行 完成 实现 开展 提供 "
    "达 达到 超过 说 表示 介绍 认为",
)
_LOCATIVES = _Class(
    0.9,
    True,
    "后 里 中 上 下 内 外 间 前 时 起 来 处 旁 边 多 余 以上 以下 以内 以外 以来 以后 以前 之间 之后 "
    "之前 之中 之一 之上 之下 之外 之内 期间 左右 上下 前后 内外 方面 当中 时候 过程 之际",
)
_MEASURES = _Class(
    1.0,
    False,
    "个 名 位 项 家 件 条 次 倍 台 辆 米 吨 届 岁 点 度 号 座 套 种 批 场 张 支 部 份 栋 幅 户 亩 斤 "
    "公里 公斤 平方米 立方米 元 万元 亿元 年 月 日 天 小时 分钟 周年 人 人次 层 组 款 段 笔 只 头 页 "
    "句 副 株 盏 块 片 根 颗 棵 架 艘 列 趟 班 门 轮",
)
_LINKS = _Class(-0.3, True, "和 与 及 以及 或 或者 跟 同 并 并且 而 且 而且 甚至 乃至 还是 则")
_PREPOSITIONS = _Class(
    -0.9,
    False,
    "在 从 对 对于 为 为了 以 由 按 按照 根据 据 通过 随着 经 经过 自 当 围绕 针对 作为 关于 除 除了 "
    "因 因为 由于 凭借 依托 沿着 顺着 面对",
)
_PRONOUNS = _Class(
    -0.1,
    False,
    "我 你 他 她 它 我们 你们 他们 她们 它们 自己 大家 这 那 该 这些 那些 这个 那个 这里 那里 这种 其 "
    "其中 此 本 各 每 每个 某 谁 什么 怎么 如何 有的 有人 许多 很多",
)
_CONNECTIVES = _Class(
    -0.8,
    False,
    "但 但是 因此 所以 如果 虽然 然而 不过 另外 此外 同时 于是 即使 尽管 只要 无论 不仅 首先 其次 "
    "最后 最终 接着 随后 总之 可是 只是 为此 对此 因而",
)
_TIMES = _Class(
    -0.8,
    False,
    "今天 昨天 明天 今年 去年 明年 前年 近日 日前 昨日 今日 目前 当前 如今 现在 近年来 未来 最近 上午 "
    "下午 晚上 清晨 凌晨 前不久 当天 当日 当时 后来 此前 本月 上月 下月 春天 夏天 秋天 冬天",
)
_NUMBER = _Class(-0.5, False, "")
_QUOTATION = _Class(-2.0, False, "")
_SINGLE = _Class(0.5, False, "")
_CONTENT = _Class(0.2, False, "")
_CLOSED = {
    word: closed
    for closed in (
        _TIMES,
        _CONNECTIVES,
        _PRONOUNS,
        _PREPOSITIONS,
        _LINKS,
        _MEASURES,
        _LOCATIVES,
        _VERBS,
        _ADVERBS,
        _PARTICLES,
    )
    for word in closed.words.split()
}
_PAUSES = frozenset(",、;")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两第几数半.%")
_LEANING = 1.3
_COUNTED = 0.4
_UNCOUNTED = -0.6
_SUBJECT = -1.5
_CLAUSE_END = 1.0


def going_on(last: str, first: str, second: str) -> float:
    """Return evidence, in nats, that two words go on after another rather than begin a paragraph.

    ``second`` is empty where the text ends after the first.
    """
    found = _class_of(first)
    if found.leans and _class_of(last) in (_CONTENT, _SINGLE) and last[-1].isalnum():
        return found.weight + _LEANING
    evidence = found.weight
    if last[-1] in _NUMERALS:
        evidence += _COUNTED if found is _MEASURES else _UNCOUNTED if found is _CONTENT else 0.0
    if _class_of(last) is _ADVERBS and _is_subject(found, second):
        evidence += _SUBJECT
    if found in (_CONTENT, _SINGLE) and second[:1] in _PAUSES:
        evidence += _CLAUSE_END
    return evidence


def _is_subject(first: _Class, second: str) -> bool:
    """Tell whether a clause begins that cannot be an adverb's: its subject stands before its verb."""
    return first in (_PRONOUNS, _TIMES, _CONNECTIVES) or (
        first is _CONTENT and _CLOSED.get(second) in (_ADVERBS, _VERBS, _PREPOSITIONS, _CONNECTIVES)
    )


def _class_of(word: str) -> _Class:
    if word in _CLOSED:
        return _CLOSED[word]
    if word[0] in _NUMERALS:
        return _NUMBER
    if word[0] in "\"'《【":
        return _QUOTATION
    return _SINGLE if len(word) == 1 and word.isalnum() else _CONTENT
