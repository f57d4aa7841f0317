"""Extract the statistics of a whole article."""

import datetime
from dataclasses import replace

from baoguan.domain.article import Article, Role
from baoguan.domain.statistic import Statistic
from baoguan.statistics.anchor import Anchor
from baoguan.statistics.extract import extract_anchored
from baoguan.statistics.story import Story

_WITHOUT_NUMBERS = frozenset({Role.SECTION, Role.BYLINE, Role.CREDIT})


def extract_article(article: Article, issue_date: datetime.date | None) -> tuple[Statistic, ...]:
    """Return the statistics of headings, paragraphs and captions, with offsets in ``Article.text``."""
    text = article.text
    anchor, story = Anchor(issue_date), Story()
    found: list[Statistic] = []
    for role, start, end in article.passages():
        if role not in _WITHOUT_NUMBERS:
            read = extract_anchored(text[start:end], anchor, story)
            found.extend(shifted(statistic, start) for statistic in read)
    return tuple(found)


def shifted(statistic: Statistic, by: int) -> Statistic:
    """Return a statistic with every offset moved by ``by`` code points."""
    return replace(
        statistic,
        start=statistic.start + by,
        end=statistic.end + by,
        full_start=statistic.full_start + by,
        full_end=statistic.full_end + by,
        sentence_start=statistic.sentence_start + by,
        sentence_end=statistic.sentence_end + by,
    )
