from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.query import Bar
from baoguan.ui.models.months import (
    columns_between,
    gather,
    labels,
    month_of,
    number_of,
    span_text,
)


@st.composite
def histories(draw: st.DrawFn, longest: int = 1800) -> tuple[Bar, ...]:
    """Months in a row, some without an issue."""
    start = draw(st.integers(1700 * 12, 2020 * 12))
    counts = draw(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 31)), min_size=1, max_size=longest))
    return tuple(Bar(month_of(start + place), *count) for place, count in enumerate(counts))


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_have_places_in_order(year: int, month: int) -> None:
    name = date(year, month, 1).isoformat()[:7]
    assert month_of(number_of(name)) == name
    assert number_of(month_of(number_of(name) + 1)) == number_of(name) + 1


@given(histories(), st.integers(1, 400))
def test_gathering_loses_nothing_and_fits(bars: tuple[Bar, ...], most: int) -> None:
    columns = gather(bars, most)
    assert sum(column.articles for column in columns) == sum(bar.articles for bar in bars)
    assert sum(column.issues for column in columns) == sum(bar.issues for bar in bars)
    centuries = {bar.month[:2] for bar in bars}
    assert len(columns) <= max(most, len(centuries))
    ends = [number_of(month) for column in columns for month in (column.first, column.last)]
    assert ends == sorted(ends)
    assert all(one + 1 == other for one, other in zip(ends[1::2], ends[2::2], strict=False))
    assert columns[0].first <= bars[0].month
    assert columns[-1].last >= bars[-1].month


def test_thirty_years_become_years_where_room_is_narrow() -> None:
    bars = [Bar(month_of(1980 * 12 + place), 1, 4) for place in range(360)]
    assert [column.first for column in gather(bars, 86)][:2] == ["1980-01", "1981-01"]
    assert len(gather(bars, 86)) == 30
    assert len(gather(bars, 400)) == 360
    assert gather(bars, 10)[0].last == "1984-12"


def test_no_issue_is_not_the_same_as_no_article() -> None:
    gap, silent, told = gather([Bar("1998-01", 0, 0), Bar("1998-02", 0, 4), Bar("1998-03", 6, 3)], 9)
    assert gap.per_issue is None
    assert silent.per_issue == 0
    assert told.per_issue == 2


@given(histories(600), st.integers(1, 300), st.floats(40, 2000), st.floats(3, 12))
def test_labels_never_touch_and_stay_within(
    bars: tuple[Bar, ...], most: int, width: float, character: float
) -> None:
    def measure(text: str) -> float:
        return len(text) * character

    placed = labels(gather(bars, most), width, measure)
    for one, other in pairwise(placed):
        assert one.left + measure(one.text) < other.left
        assert one.text < other.text
    assert all(label.left >= 0 and label.left + measure(label.text) <= width + 1e-6 for label in placed)


def test_labels_are_months_where_they_fit_and_years_where_not() -> None:
    bars = [Bar(month_of(1998 * 12 + place), 1, 4) for place in range(36)]
    columns = gather(bars, 99)
    assert [label.text for label in labels(columns, 240, lambda text: 6.0 * len(text))] == [
        "1998",
        "1999",
        "2000",
    ]
    wide = labels(columns, 900, lambda text: 6.0 * len(text))
    assert [label.text for label in wide][:2] == ["1998-01", "1998-04"]


@given(histories(100), st.integers(1, 100))
def test_columns_between_share_a_month_with_the_span(bars: tuple[Bar, ...], most: int) -> None:
    columns = gather(bars, most)
    between = columns_between(columns, bars[0].month, bars[-1].month)
    assert between == range(len(columns))
    assert columns_between(columns, None, None) == range(len(columns))
    assert columns_between(columns, month_of(number_of(columns[-1].last) + 1), None) == range(0)
    place = len(columns) // 2
    assert columns_between(columns, columns[place].first, columns[place].last) == range(place, place + 1)


def test_spans_are_told_in_few_figures() -> None:
    assert span_text("1998-03", "1998-03") == "1998-03"
    assert span_text("1998-01", "1998-12") == "1998"
    assert span_text("1995-01", "1999-12") == "1995–1999"
    assert span_text("1998-03", "1999-02") == "1998-03 – 1999-02"
