"""What the layout was unsure of in an article, in words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from baoguan.domain.article import Article, Decision
from baoguan.domain.records import DecisionRecord

_SURE = 0.8


def source_lines(article: Article) -> frozenset[int]:
    """Return the lines of the source that an article was read from."""
    return frozenset(_lines(article)) - {0}


def _lines(article: Article) -> Iterator[int]:
    yield from (heading.source_line for heading in article.headings)
    yield from (byline.source_line for byline in article.bylines)
    yield from (figure.source_line for figure in article.figures)
    for paragraph in article.paragraphs:
        yield from paragraph.source_lines


def unsure(article: Article, decisions: Iterable[DecisionRecord]) -> tuple[DecisionRecord, ...]:
    """Return the decisions about an article's lines that are unsure or that a reader rejected."""
    lines = source_lines(article)
    return tuple(record for record in doubtful(decisions) if not lines.isdisjoint(record.decision.lines))


def doubtful(decisions: Iterable[DecisionRecord]) -> tuple[DecisionRecord, ...]:
    """Return the decisions that are unsure or that a reader rejected, the least sure first."""
    found = (one for one in decisions if one.rejected or one.decision.confidence < _SURE)
    return tuple(sorted(found, key=lambda one: (one.decision.confidence, one.decision.lines)))


def decision_text(decision: Decision) -> str:
    """Return what was decided, in a few words."""
    words = {
        "join": QCoreApplication.translate("Decision", "断开的两段接成一段"),
        "column": QCoreApplication.translate("Decision", "一栏接到另一栏"),
        "stop": QCoreApplication.translate("Decision", "断开的两段各自成段"),
        "inset": QCoreApplication.translate("Decision", "一段作为插入的文字"),
        "caption": QCoreApplication.translate("Decision", "一行作为图片说明"),
        "section": QCoreApplication.translate("Decision", "文章归入栏目"),
        "section-displaced": QCoreApplication.translate("Decision", "栏目名移到它的文章前"),
        "label": QCoreApplication.translate("Decision", "一行作为栏目名"),
        "title-block": QCoreApplication.translate("Decision", "两行标题合为一题"),
        "headline": QCoreApplication.translate("Decision", "标题起一篇新文章"),
        "subhead": QCoreApplication.translate("Decision", "标题作为文中小标题"),
        "heading": QCoreApplication.translate("Decision", "一行短文作为标题"),
        "byline-name": QCoreApplication.translate("Decision", "一个人名作为署名"),
        "byline-above": QCoreApplication.translate("Decision", "署名归上一篇"),
        "byline-below": QCoreApplication.translate("Decision", "署名归下一篇"),
    }.get(decision.rule, decision.rule)
    return QCoreApplication.translate("Decision", "{what}（原件第 {lines} 行，把握 {sure}）").format(
        what=words, lines="、".join(map(str, decision.lines)), sure=f"{decision.confidence:.0%}"
    )


def lines_text(lines: Iterable[int], others: Iterable[int] = ()) -> str:
    """Return line numbers as ranges (``3、7–9``); a range may span empty lines, but none of ``others``."""
    taken = sorted(others)
    ranges: list[list[int]] = []
    for line in sorted(lines):
        if ranges and bisect_left(taken, ranges[-1][1]) == bisect_left(taken, line):
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return "、".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)
