"""What readers said of numbers, as texts move and as it is said more than once of one place."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from baoguan.annotate.anchor import describe, find
from baoguan.domain.annotation import Amendment, Annotation
from baoguan.domain.article import Article, PageLayout, Paragraph, Role, Span
from baoguan.domain.ids import AnnotationId, ArticleId, PageId, SourceId
from baoguan.domain.page import Imprint, PageScan
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind, Statistic
from baoguan.store.amendments import amendment_of, amendment_values
from baoguan.store.catalogue import Catalogue
from baoguan.store.sheets import Said, Sheet, Source

_TEXT = "全市今年共生产面粉35万吨，比去年增长12%。"
_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_ARTICLE, _PAGE = ArticleId(1), PageId(1)
_WORDS = some.text(some.sampled_from("甲乙35万吨，。增长12%"), max_size=40)
_ALL = StatisticFilter(kinds=frozenset(Kind))


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    made = Catalogue.open(tmp_path_factory.mktemp("amendments"))
    layout, sheets = _printed(_TEXT)
    source = Source(SourceId("0" * 64), "a.txt", 1, "utf-8")
    made.filing.add(source, Imprint("天津日报", date(2022, 10, 12)), layout, sheets)
    yield made
    made.close()


def _printed(text: str) -> tuple[PageLayout, list[Sheet]]:
    article = Article((), (), (Paragraph(text, Role.BODY, (1,), (), 1.0),), (), None, 1.0)
    return PageLayout((), (article,)), [Sheet(article, "", _numbers(text), "rules")]


def _numbers(text: str) -> tuple[Statistic, ...]:
    """Return what plain rules read: every 35万吨 and every 12%."""
    found = []
    for raw, kind in (("35万吨", Kind.MASS), ("12%", Kind.PERCENT)):
        start = text.find(raw)
        while start >= 0:
            end = start + len(raw)
            found.append(
                Statistic(
                    raw, start, end, kind, start, end, value=1.0, sentence_start=0, sentence_end=len(text)
                )
            )
            start = text.find(raw, end)
    return tuple(sorted(found, key=lambda one: one.start))


def _said(number: int, start: int, end: int, value: float | None) -> Annotation:
    """Return what the reader of a number says of a span of the text: a value, or that it is nothing."""
    wide = Span(max(0, start - 1), min(len(_TEXT), end + 1))
    amended = Statistic(
        _TEXT[start:end], start, end, Kind.MASS, *wide, value=value, sentence_start=0, sentence_end=len(_TEXT)
    )
    when = _NOW + timedelta(seconds=number)
    target = describe(_TEXT, Span(start, end))
    amendment = Amendment(None if value is None else amended)
    return Annotation(AnnotationId(f"{number:036}"), _ARTICLE, target, when, when, amendment=amendment)


def _laid_out(catalogue: Catalogue, text: str) -> None:
    layout, sheets = _printed(text)
    catalogue.filing.lay_out_again(_PAGE, PageScan((), ""), layout, sheets, Said(), find)


def _cleared(catalogue: Catalogue) -> None:
    for annotation in catalogue.annotations.of():
        catalogue.annotations.remove(annotation.id, find)
    _laid_out(catalogue, _TEXT)


_SPANS = some.tuples(some.integers(0, len(_TEXT) - 1), some.integers(1, 6)).map(
    lambda one: (one[0], min(len(_TEXT), sum(one)))
)
_SAYINGS = some.lists(some.tuples(_SPANS, some.none() | some.just(7.0)), max_size=4)
_RELAXED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@_RELAXED
@given(_SAYINGS, _WORDS, _WORDS, some.permutations(range(4)))
def test_whatever_is_said_in_whatever_text_stands_on_its_words(
    catalogue: Catalogue,
    sayings: list[tuple[tuple[int, int], float | None]],
    before: str,
    after: str,
    order: list[int],
) -> None:
    _cleared(catalogue)
    said = [_said(number, *span, value) for number, (span, value) in enumerate(sayings)]
    for annotation in said:
        catalogue.annotations.put(annotation, find)
    text = before + _TEXT[5:] + after
    _laid_out(catalogue, text)
    spans = {one.id: find(text, one.target) for one in said}
    shown = catalogue.statistics.list(_ALL)
    for record in shown:
        number = record.statistic
        assert text[number.start : number.end] == number.raw
        assert 0 <= number.sentence_start <= number.full_start <= number.start
        assert number.end <= number.full_end <= number.sentence_end <= len(text)
        assert not record.rejected
        if record.amended:
            assert spans[record.amended] == Span(number.start, number.end)
    places = sorted((one.statistic.start, one.statistic.end) for one in shown)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    placed = [Span(*span) for span in spans.values() if span is not None]
    untouched = [
        one for one in _numbers(text) if not any(one.start < end and start < one.end for start, end in placed)
    ]
    assert [one.statistic for one in shown if not one.amended] == untouched
    for number in order:
        if number < len(said):
            catalogue.annotations.remove(said[number].id, find)
    assert tuple(one.statistic for one in catalogue.statistics.list(_ALL)) == _numbers(text)


def test_a_correction_keeps_its_number_while_others_change(catalogue: Catalogue) -> None:
    _cleared(catalogue)
    catalogue.annotations.put(_said(0, 9, 13, 36.0), find)
    first = catalogue.statistics.said_by(AnnotationId(f"{0:036}"))
    assert first is not None
    catalogue.annotations.put(_said(1, 18, 21, 13.0), find)
    _laid_out(catalogue, "新的开头，" + _TEXT)
    catalogue.annotations.remove(AnnotationId(f"{1:036}"), find)
    again = catalogue.statistics.said_by(AnnotationId(f"{0:036}"))
    assert again is not None
    assert (again.id, again.statistic.start) == (first.id, first.statistic.start + 5)


def test_what_a_later_program_said_of_a_number_is_read_without_what_is_not_known() -> None:
    said = _said(0, 9, 13, 36.0).amendment
    values = amendment_values(said)
    assert values is not None
    assert amendment_of(values) == said
    values["statistic"] |= {"colour": "red"}
    del values["statistic"]["confidence"]
    assert amendment_of(values) == said
    assert amendment_of(amendment_values(Amendment(None))) == Amendment(None)
    assert amendment_of(amendment_values(None)) is None
