"""A page's structure as JSON: sections, articles and figures, with the source lines of each."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import count

from baoguan.domain.article import Article, Decision, Figure, PageLayout, Paragraph, Role


def structure(scan_name: str, layout: PageLayout) -> dict[str, object]:
    """Return a page as JSON values; ids (a1, f1 …) count articles and figures in reading order."""
    numbers = count(1)
    articles = [_article(f"a{at}", article, numbers) for at, article in enumerate(layout.articles, 1)]
    under = _under(layout)
    return {
        "source": {"file": scan_name},
        "sections": [
            {
                "name": label.name,
                "source_line": label.source_line,
                "articles": [f"a{at}" for at in under[label.source_line]],
                **({"displaced": True} if label.displaced else {}),
            }
            for label in layout.sections
        ],
        "page_notes": [{"text": note.text, "source_line": note.source_line} for note in layout.page_notes],
        "articles": articles,
        "figures": _figures(layout.figures, numbers),
        "decisions": [_decision(decision) for decision in layout.decisions],
    }


def _under(layout: PageLayout) -> dict[int, list[int]]:
    """Return the numbers of the articles under each label, by its line; equal names: the nearest above."""
    by_name: dict[str, list[int]] = {}
    for label in layout.sections:
        by_name.setdefault(label.name, []).append(label.source_line)
    under: dict[int, list[int]] = {label.source_line: [] for label in layout.sections}
    for at, article in enumerate(layout.articles, 1):
        lines = by_name.get(article.section or "", [])
        if lines:
            under[lines[max(0, bisect(lines, _first_line(article)) - 1)]].append(at)
    return under


def _first_line(article: Article) -> int:
    lines = [heading.source_line for heading in article.headings]
    lines += [line for paragraph in article.paragraphs for line in paragraph.source_lines]
    return min(lines, default=0)


def _article(identifier: str, article: Article, numbers: Iterator[int]) -> dict[str, object]:
    running = [part for part in article.paragraphs if part.role not in (Role.SUBHEAD, Role.NOTE)]
    lead = next((part.text for part in running if part.role is Role.LEAD), None)
    return {
        "id": identifier,
        "section": article.section,
        "section_confidence": article.section_confidence,
        "headline": article.headline,
        "headline_block": [heading.text for heading in article.headings],
        "deck": next((heading.text for heading in article.headings if heading.role is Role.DECK), None),
        "headings": [
            {"text": heading.text, "role": heading.role.value, "source_line": heading.source_line}
            for heading in article.headings
        ],
        "bylines": [
            {
                "raw": byline.raw,
                "role": byline.role,
                "names": list(byline.names),
                "source_line": byline.source_line,
                "confidence": byline.confidence,
            }
            for byline in article.bylines
        ],
        "blocks": [_block(part) for part in article.paragraphs],
        "figures": _figures(article.figures, numbers),
        "subheads": [part.text for part in article.paragraphs if part.role is Role.SUBHEAD],
        "lead": lead,
        "paragraphs": [part.text for part in running],
    }


def _block(part: Paragraph) -> dict[str, object]:
    joined = [
        {
            "at": join.at,
            "before_line": join.before_line,
            "after_line": join.after_line,
            "rule": join.rule,
            "confidence": join.confidence,
        }
        for join in part.joins
    ]
    return {
        "text": part.text,
        "source_lines": list(part.source_lines),
        "role": part.role.value,
        **({"joined": joined} if joined else {}),
        "confidence": part.confidence,
    }


def _figures(figures: Sequence[Figure], numbers: Iterator[int]) -> list[dict[str, object]]:
    return [
        {
            "id": f"f{next(numbers)}",
            "caption": figure.caption,
            "source_line": figure.source_line,
            "credit": figure.credit,
            "confidence": figure.confidence,
        }
        for figure in figures
    ]


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "key": decision.key,
        "rule": decision.rule,
        "lines": list(decision.lines),
        "confidence": decision.confidence,
    }
