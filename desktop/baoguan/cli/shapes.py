"""What the sub-commands print as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from baoguan.domain.annotation import Anchored
from baoguan.domain.article import Span
from baoguan.domain.chart import Comparison
from baoguan.domain.page import Region
from baoguan.domain.query import Concordance, Hit, Results, Spread
from baoguan.domain.records import ArticleRecord, MeasureGroup, PagePrint
from baoguan.export.statistic_columns import shape

Shape = dict[str, Any]


def results_shape(results: Results) -> Shape:
    """Return total, receipt, mistakes and hits."""
    return {
        "query": results.query.text,
        "total": results.total,
        "seconds": round(results.seconds, 6),
        "receipt": asdict(results.receipt),
        "mistakes": [
            {"start": mistake.at.start, "end": mistake.at.end, "zh": mistake.zh, "en": mistake.en}
            for mistake in results.query.mistakes
        ],
        "hits": [_hit(hit) for hit in results.hits],
    }


def spread_shape(spread: Spread) -> Shape:
    """Return the counts of each facet, most first, and the months with their articles and issues."""
    return {
        "facets": {facet.value: dict(counts) for facet, counts in spread.counts.items()},
        "months": [asdict(bar) for bar in spread.months],
        "undated": spread.undated,
    }


def lines_shape(concordance: Concordance) -> Shape:
    """Return each hit in its line, how many articles were read for it, and of how many."""
    return {
        "read": concordance.read,
        "total": concordance.total,
        "lines": [
            {
                "article": line.article,
                "headline": line.headline,
                "title": line.title,
                "date": line.date.isoformat() if line.date else None,
                "before": line.before,
                "hit": line.hit,
                "after": line.after,
                "start": line.span.start,
                "end": line.span.end,
            }
            for line in concordance.lines
        ],
    }


def _hit(hit: Hit) -> Shape:
    return {
        "article": hit.article,
        "headline": hit.headline,
        "title": hit.title,
        "date": hit.date.isoformat() if hit.date else None,
        "page": hit.page,
        "section": hit.section,
        "score": round(hit.score, 6),
        "snippets": [
            {"text": snippet.text, "marks": [list(mark) for mark in snippet.marks], "start": snippet.start}
            for snippet in hit.snippets
        ],
    }


def article_shape(record: ArticleRecord, annotations: tuple[Anchored, ...]) -> Shape:
    """Return an article with everything printed with it and its annotations."""
    article, page = record.article, record.page
    return {
        "article": record.id,
        "title": page.issue.title,
        "date": page.issue.date.isoformat() if page.issue.date else None,
        "inferred": sorted(page.issue.inferred),
        "page": page.number or str(page.sequence),
        "source": {"sha256": page.source, "name": page.source_name},
        "section": article.section,
        "headline": article.headline,
        "headline_block": [heading.text for heading in article.headings],
        "bylines": [asdict(byline) for byline in article.bylines],
        "blocks": [asdict(paragraph) for paragraph in article.paragraphs],
        "figures": [asdict(figure) for figure in article.figures],
        "text": article.text,
        "annotations": [_annotation(one) for one in annotations],
    }


def places_shape(page_print: PagePrint | None, places: Sequence[tuple[Span, Region]]) -> Shape | None:
    """Return the size of a page and where the lines of an article are on it; None where nobody knows."""
    if page_print is None:
        return None
    return {
        "width": page_print.width,
        "height": page_print.height,
        "lines": [{"span": list(span), "region": asdict(region)} for span, region in places],
    }


def _annotation(one: Anchored) -> Shape:
    annotation = one.annotation
    return {
        "id": annotation.id,
        "span": list(one.span) if one.span else None,
        "quote": annotation.target.exact,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "modified": annotation.modified.isoformat(),
        "amendment": asdict(annotation.amendment) if annotation.amendment else None,
    }


def group_shape(group: MeasureGroup) -> Shape:
    """Return the statistics of one measure."""
    days = {"since": group.since, "until": group.until}
    return asdict(group) | {name: day.isoformat() if day else None for name, day in days.items()}


def comparison_shape(comparison: Comparison) -> Shape:
    """Return a measure with what is told of each subject and time, conflicts marked, each with its source."""
    return {
        "measure": comparison.measure,
        "unit": comparison.unit,
        "left_out": comparison.left_out,
        "told": [
            {
                "subject": told.subject,
                "place": told.place,
                "time": told.time,
                "conflict": told.conflict,
                "statistics": [shape(record) for record in told.records],
            }
            for told in comparison.told
        ],
    }
