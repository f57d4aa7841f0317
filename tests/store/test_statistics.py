"""What the catalogue says of statistics, against a plain reading of the same records."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import delete, insert, update

from baoguan.domain.ids import ArticleId, PageId, StatisticId
from baoguan.domain.interval import days_of
from baoguan.domain.records import (
    MeasureGroup,
    NameCount,
    NamedColumn,
    StatisticColumn,
    StatisticFilter,
    StatisticRecord,
)
from baoguan.domain.statistic import Kind, Statistic
from baoguan.store import schema
from baoguan.store.catalogue import Catalogue
from baoguan.store.revisions import next_revision
from baoguan.store.statistic_rows import statistic_values

_ISSUES = [("申报", date(1947, 3, 5)), ("天津日报", date(2022, 10, 12)), ("天津日报", None)]
_ARTICLES = [(1, "建成 B1 线", False), (2, "a％b_c", False), (3, "第三篇", False), (1, "removed", True)]
"""Issue, headline, and whether it was removed; each on a page of its own."""
_UNITS = {
    "t": ("mass", 1000.0, 0.0),
    "斤": ("mass", 0.5, 0.0),
    "m2": ("area", 1.0, 0.0),
    "亩": ("area", 2000 / 3, 0.0),
    "%": ("share", 0.01, 0.0),
    "℃": ("temperature", 1.0, 0.0),
    "℉": ("temperature", 5 / 9, -160 / 9),
    "件": ("件", 1.0, 0.0),
}
_BESIDE = {Kind.DATE, Kind.ORDINAL, Kind.RANK}
_NAMES = ("", "总投资", "总产量", "渤化集团", "a_b", "A_B", "％", "🀄")
_TIMES = (
    None,
    "2022",
    "2022-09",
    "2022-10-12",
    "2019/2021",
    "../2022-09-23",
    "2021-06/..",
    "1947-03-05T16:00",
    "XXXX",
)


@dataclass(frozen=True)
class _Shelf:
    catalogue: Catalogue

    def fill(self, statistics: list[tuple[int, Statistic]]) -> list[StatisticRecord]:
        """Hold these statistics, each in its article, and no others; return the records to be expected."""
        with self.catalogue.database.writing() as connection:
            connection.execute(delete(schema.statistic))
            rows = [
                statistic_values(one, ArticleId(article)) | {"id": number}
                for number, (article, one) in enumerate(statistics, start=1)
            ]
            if rows:
                connection.execute(insert(schema.statistic), rows)
            revision = next_revision(connection)
            connection.execute(
                update(schema.article).where(schema.article.c.id == 1).values(revision=revision)
            )
        return [
            _record(number, article, one)
            for number, (article, one) in enumerate(statistics, start=1)
            if not _ARTICLES[article - 1][2]
        ]


def _record(number: int, article: int, one: Statistic) -> StatisticRecord:
    issue, headline, _ = _ARTICLES[article - 1]
    title, day = _ISSUES[issue - 1]
    text = _text(article)
    return StatisticRecord(
        StatisticId(number), ArticleId(article), PageId(article), headline, title, day,
        text[one.sentence_start : one.sentence_end], one, str(article),
    )  # fmt: skip


def _text(article: int) -> str:
    return f"第{article}篇：" + "甲乙丙丁" * 20


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Shelf]:
    catalogue = Catalogue.open(tmp_path_factory.mktemp("shelf"))
    now = datetime.now(UTC)
    with catalogue.database.writing() as connection:
        for number, (title, day) in enumerate(_ISSUES, start=1):
            if number < 3:
                connection.execute(insert(schema.title).values(id=number, name=title))
            values = {"id": number, "title_id": min(number, 2), "date": day, "inferred": []}
            connection.execute(insert(schema.issue).values(values))
        connection.execute(
            insert(schema.source).values(sha256="0" * 64, name="a", size=1, encoding="utf-8", added_at=now)
        )
        for number, (issue, headline, removed) in enumerate(_ARTICLES, start=1):
            page = {"id": number, "issue_id": issue, "source_sha256": "0" * 64, "sequence": number}
            connection.execute(insert(schema.page).values(page | {"number": None, "notes": []}))
            article = {"id": number, "page_id": number, "first_line": 1, "sequence": 1, "folded": ""}
            article |= {"section_confidence": 1.0, "headline": headline, "text": _text(number)}
            article |= {"revision": number, "deleted_at": now if removed else None}
            connection.execute(insert(schema.article).values(article))
    yield _Shelf(catalogue)
    catalogue.close()


_NUMBERS = some.integers(-50, 50).map(float) | some.sampled_from((0.1, 0.3, 1e12, 33.4))


@some.composite
def _statistics(draw: some.DrawFn) -> Statistic:
    start = draw(some.integers(0, 60))
    unit = draw(some.none() | some.sampled_from(sorted(_UNITS)))
    dimension, factor, shift = _UNITS[unit] if unit else (None, 1.0, 0.0)
    low, high = sorted((draw(_NUMBERS), draw(_NUMBERS)))
    form = draw(some.sampled_from(("value", "range", "none")))
    value, low, high = {"value": (low, None, None), "range": (None, low, high), "none": (None, None, None)}[
        form
    ]
    base = [None if one is None else one * factor + shift for one in (value, low, high)]
    return Statistic(
        raw=draw(some.sampled_from(("3件", "约5%", "＿_％"))), start=start, end=start + 2,
        kind=draw(some.sampled_from(Kind)), full_start=start, full_end=start + 2,
        value=value, low=low, high=high, unit=unit, dimension=dimension,
        base_value=base[0], base_low=base[1], base_high=base[2],
        time_iso=draw(some.sampled_from(_TIMES)),
        subject=draw(some.sampled_from(_NAMES)), measure=draw(some.sampled_from(_NAMES)),
        place=draw(some.sampled_from(_NAMES)), sentence_start=start // 2, sentence_end=start + 9,
    )  # fmt: skip


_SHELVES = some.lists(some.tuples(some.integers(1, len(_ARTICLES)), _statistics()), max_size=25)
_DAYS = some.none() | some.sampled_from(
    (date(1947, 3, 5), date(2019, 1, 1), date(2021, 12, 31), date(2022, 9, 1), date(2022, 10, 12))
)
_FILTERS = some.builds(
    StatisticFilter,
    page=some.none() | some.integers(1, 5).map(PageId),
    article=some.none() | some.integers(1, 5).map(ArticleId),
    kinds=some.just(frozenset()) | some.frozensets(some.sampled_from(Kind)),
    text=some.sampled_from(("", "", "％", "_", "A_B", "投资", "篇", "件", "\0", "\ud800")),
    unit=some.none() | some.sampled_from((*sorted(_UNITS), "担")),
    low=some.none() | _NUMBERS,
    high=some.none() | _NUMBERS,
    since=_DAYS,
    until=_DAYS,
    place=some.sampled_from(("", "", *_NAMES)),
    measure=some.sampled_from(("", "", *_NAMES)),
    subject=some.sampled_from(("", "", *_NAMES)),
    dimension=some.none() | some.sampled_from(("mass", "share", "件", "none")),
    title=some.sampled_from(("", "", "", "申报", "天津日报", "无此报")),
    rejected=some.booleans(),
)
_RELAXED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def _wanted(records: list[StatisticRecord], wanted: StatisticFilter) -> list[StatisticRecord]:
    if wanted.rejected:
        return []
    return [record for record in records if _lets_through(wanted, record)]


def _lets_through(wanted: StatisticFilter, record: StatisticRecord) -> bool:
    one = record.statistic
    names = ("place", "measure", "subject")
    return (
        wanted.page in (None, record.page)
        and wanted.article in (None, record.article)
        and (one.kind in wanted.kinds if wanted.kinds else one.kind not in _BESIDE)
        and all(getattr(wanted, name) in ("", getattr(one, name)) for name in names)
        and wanted.dimension in (None, one.dimension)
        and wanted.title in ("", record.title)
        and _holds_text(wanted.text, record)
        and _bounded(wanted, one)
        and _timed(wanted, record)
    )


def _holds_text(text: str, record: StatisticRecord) -> bool:
    one = record.statistic
    texts = (one.raw, one.unit or "", one.measure, one.subject, one.place, record.headline)
    return any(text.lower() in each.lower() for each in texts)


def _bounded(wanted: StatisticFilter, one: Statistic) -> bool:
    low, high, unit = wanted.low, wanted.high, wanted.unit
    if low is None and high is None:
        return unit in (None, one.unit)
    least = one.value if one.value is not None else one.low
    most = one.value if one.value is not None else one.high
    if least is None or most is None:
        return False
    if unit is not None and unit != one.unit:
        if unit not in _UNITS or _UNITS[unit][0] != one.dimension or one.unit is None:
            return False
        (_, factor, shift), (_, other, zero) = _UNITS[one.unit], _UNITS[unit]
        least, most = ((each * factor + shift - zero) / other for each in (least, most))
    near = 1e-6
    return (low is None or most >= low - near) and (high is None or least <= high + near)


def _timed(wanted: StatisticFilter, record: StatisticRecord) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    first, last = days_of(record.statistic.time_iso or "")
    if first is None and last is None:
        if record.date is None:
            return False
        first = last = record.date
    after = wanted.since is None or last is None or last >= wanted.since
    return after and (wanted.until is None or first is None or first <= wanted.until)


def _has_scale(records: list[StatisticRecord], unit: str | None) -> bool:
    """Return whether the catalogue can know the unit: °F only from two values, others from one but nought."""
    values = {one.statistic.value for one in records if one.statistic.unit == unit} - {None}
    return len(values) > 1 if unit == "℉" else bool(values - {0.0})


def _key(sort: StatisticColumn, record: StatisticRecord) -> tuple[bool, Any]:
    """Return whether the cell is empty, and what it is sorted by."""
    one = record.statistic
    if sort == "value":
        value = one.base_value if one.base_value is not None else one.base_low
        return value is None, (one.dimension or "", value)
    if sort == "time":
        first, last = days_of(one.time_iso or "")
        return (first or last) is None, (first or last, last or date.min)
    if sort in ("headline", "date"):
        return getattr(record, sort) is None, getattr(record, sort)
    return getattr(one, sort) in (None, ""), getattr(one, sort)


@_RELAXED
@given(_SHELVES, _FILTERS)
def test_a_filter_lets_through_what_it_says(
    shelf: _Shelf, statistics: list[tuple[int, Statistic]], wanted: StatisticFilter
) -> None:
    records = shelf.fill(statistics)
    bounded = wanted.low is not None or wanted.high is not None
    if bounded and wanted.unit in _UNITS and not _has_scale(records, wanted.unit):
        wanted = replace(wanted, unit=None)
    expected = sorted(_wanted(records, wanted), key=lambda one: (one.article, one.statistic.start, one.id))
    assert shelf.catalogue.statistics.count(wanted) == len(expected)
    assert shelf.catalogue.statistics.list(wanted) == tuple(expected)


@_RELAXED
@given(
    _SHELVES,
    some.sampled_from(get_args(StatisticColumn)),
    some.booleans(),
    some.integers(0, 9),
    some.integers(0, 9),
)
def test_any_column_is_sorted_empty_last_and_each_row_has_its_place(
    shelf: _Shelf,
    statistics: list[tuple[int, Statistic]],
    sort: StatisticColumn,
    descending: bool,
    offset: int,
    limit: int,
) -> None:
    wanted = StatisticFilter(kinds=frozenset(Kind))
    records = shelf.fill(statistics)
    listed = shelf.catalogue.statistics.list(wanted, sort, descending)
    assert Counter(one.id for one in listed) == Counter(one.id for one in records)
    empty = [_key(sort, one)[0] for one in listed]
    assert empty == sorted(empty)
    keys = [_key(sort, one)[1] for one in listed if not _key(sort, one)[0]]
    assert keys == sorted(keys, reverse=descending)
    assert (
        shelf.catalogue.statistics.list(wanted, sort, descending, limit, offset)
        == listed[offset : offset + limit]
    )
    for place, one in enumerate(listed):
        assert shelf.catalogue.statistics.position(wanted, sort, descending, one.id) == place
    assert shelf.catalogue.statistics.position(wanted, sort, descending, StatisticId(999)) is None


@_RELAXED
@given(
    _SHELVES,
    _FILTERS,
    some.sampled_from(get_args(NamedColumn)),
    some.sampled_from(("", "总", "a_", "％", "\ud800")),
)
def test_names_are_suggested_most_frequent_first(
    shelf: _Shelf,
    statistics: list[tuple[int, Statistic]],
    wanted: StatisticFilter,
    column: NamedColumn,
    prefix: str,
) -> None:
    wanted = replace(wanted, unit=None)
    records = _wanted(shelf.fill(statistics), wanted)
    names = [one.title if column == "title" else getattr(one.statistic, column) for one in records]
    counts = Counter(name for name in names if name and name.lower().startswith(prefix))
    expected = sorted(counts.items(), key=lambda one: (-one[1], one[0].encode()))
    found = shelf.catalogue.statistics.values(wanted, column, prefix, 3)
    assert found == tuple(NameCount(*one) for one in expected[:3])


@_RELAXED
@given(_SHELVES, _FILTERS)
def test_measures_are_grouped_by_dimension_with_their_bounds(
    shelf: _Shelf, statistics: list[tuple[int, Statistic]], wanted: StatisticFilter
) -> None:
    wanted = replace(wanted, unit=None)
    found: dict[tuple[str, str | None], list[StatisticRecord]] = defaultdict(list)
    for one in _wanted(shelf.fill(statistics), wanted):
        if one.statistic.measure:
            found[one.statistic.measure, one.statistic.dimension].append(one)
    groups = shelf.catalogue.statistics.groups(wanted)
    assert {(one.measure, one.dimension): one for one in groups} == {
        key: _group(key, records) for key, records in found.items()
    }
    counts = [group.statistics for group in groups]
    assert counts == sorted(counts, reverse=True)
    assert shelf.catalogue.statistics.groups_count(wanted) == len(groups)
    assert shelf.catalogue.statistics.groups(wanted, 2, 1) == groups[1:3]


def _group(key: tuple[str, str | None], records: list[StatisticRecord]) -> MeasureGroup:
    numbers = [one.statistic for one in records]
    low = [n.base_value if n.base_value is not None else n.base_low for n in numbers]
    high = [n.base_value if n.base_value is not None else n.base_high for n in numbers]
    spans = [(days_of(one.statistic.time_iso or ""), one.date) for one in records]
    first = [first or last or day for (first, last), day in spans]
    final = [last or first or day for (first, last), day in spans]
    return MeasureGroup(
        *key, len(records), len({one.article for one in records}),
        min((one for one in low if one is not None), default=None),
        max((one for one in high if one is not None), default=None),
        min((one for one in first if one is not None), default=None),
        max((one for one in final if one is not None), default=None),
    )  # fmt: skip


def test_what_changes_is_asked_anew(shelf: _Shelf, tmp_path: Path) -> None:
    one = Statistic("3件", 0, 2, Kind.COUNT, 0, 2, value=3.0, unit="件", measure="总产量")
    shelf.fill([(1, one)])
    statistics = shelf.catalogue.statistics
    assert (statistics.count(), len(statistics.list()), statistics.groups_count()) == (1, 1, 1)
    shelf.fill([(1, one), (2, replace(one, measure="总投资"))])
    assert (statistics.count(), len(statistics.list()), statistics.groups_count()) == (2, 2, 2)
