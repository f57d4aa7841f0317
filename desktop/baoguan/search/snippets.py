"""Pieces of an article around its hits."""

from collections import Counter
from collections.abc import Iterable, Sequence

from baoguan.domain.article import RUNNING_TEXT, Span
from baoguan.domain.query import Snippet
from baoguan.domain.records import ArticleText
from baoguan.search.ground import Subject
from baoguan.search.match import Matcher

_WIDTH = 60
_MOST = 3


def snippets(subject: Subject, matcher: Matcher, numbers: Iterable[Span] = ()) -> tuple[Snippet, ...]:
    """Return up to three pieces of about 60 characters with a hit in the middle, in order of place.

    ``numbers`` are hits too. Different strings come before repetitions of one. Hits in notes and tags
    follow those in print; where there is no hit to show (a date was asked for), the article's opening
    is returned.
    """
    article = subject.article
    marks = matcher.marks(subject, numbers)
    printed: list[Snippet] = []
    for mark in _by_interest(article.text, marks):
        if len(printed) < _MOST and not any(_shows(snippet, mark) for snippet in printed):
            printed.append(_printed(article, mark, marks))
    printed.sort(key=lambda snippet: snippet.start)
    beside = [_around(text, 0, len(text), found[0], found) for text, found in matcher.marks_beside(subject)]
    noted = [Snippet(snippet.text, snippet.marks, -1, None) for snippet in beside]
    return tuple((printed + noted)[:_MOST]) or _opening(article)


def _by_interest(text: str, marks: Sequence[Span]) -> list[Span]:
    """Return the marks with each string's first place first, long strings before short ones."""
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int, Span]] = []
    for mark in marks:
        string = text[mark.start : mark.end]
        ranked.append((seen[string], mark.start - mark.end, mark))
        seen[string] += 1
    return [mark for _, _, mark in sorted(ranked)]


def _shows(snippet: Snippet, mark: Span) -> bool:
    return snippet.start <= mark.start and mark.end <= snippet.start + len(snippet.text)


def _printed(article: ArticleText, mark: Span, marks: Sequence[Span]) -> Snippet:
    """Return the piece around a mark; it stays within the passages that the mark stands in."""
    held = [each for each in article.passages if each.start < mark.end and mark.start < each.end]
    around = _around(article.text, held[0].start, held[-1].end, mark, marks)
    # A line break within a hit is shown as the space it is on the page.
    return Snippet(around.text.replace("\n", " "), around.marks, around.start, held[0].role)


def _around(text: str, first: int, last: int, mark: Span, marks: Sequence[Span]) -> Snippet:
    before = max(0, _WIDTH - (mark.end - mark.start)) // 2
    start = max(first, mark.start - before)
    end = min(last, max(mark.end, start + _WIDTH))
    start = max(first, min(start, end - _WIDTH))
    shown = [each for each in marks if start <= each.start and each.end <= end]
    return Snippet(
        text[start:end], tuple(Span(each.start - start, each.end - start) for each in shown), start, None
    )


def _opening(article: ArticleText) -> tuple[Snippet, ...]:
    for passage in article.passages:
        if passage.role in RUNNING_TEXT:
            end = min(passage.end, passage.start + _WIDTH)
            return (Snippet(article.text[passage.start : end], (), passage.start, passage.role),)
    return ()
