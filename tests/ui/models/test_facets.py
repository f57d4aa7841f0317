from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from baoguan.domain.query import Facet, Filed, Spread
from baoguan.domain.statistic import Kind
from baoguan.ui.models.facet_names import facet_text, kind_text, value_text
from baoguan.ui.models.facets import (
    CHECKED,
    FACETS,
    SHOWN,
    FacetsModel,
    Rest,
    Tally,
    ValuesModel,
    branches,
    ranking,
)
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD

_VALUES = {
    Facet.YEAR: st.integers(1990, 2010).map(str),
    Facet.MONTH: st.builds("{}-{:02}".format, st.integers(1990, 2010), st.integers(1, 12)),
    Facet.KIND: st.sampled_from([kind.value for kind in Kind]),
    Facet.HOLDING: st.sampled_from(["figure", "annotation"]),
}


@st.composite
def asked(draw: st.DrawFn) -> tuple[Spread, tuple[Filed, ...]]:
    """A spread, and values chosen, some of which it does not hold."""
    counts = {}
    filters = []
    for facet in (*FACETS, Facet.MONTH):
        values = _VALUES.get(facet, st.text("甲乙丙丁", min_size=1, max_size=3))
        found = draw(st.dictionaries(values, st.integers(0, 50), max_size=20))
        by_time = facet in (Facet.YEAR, Facet.MONTH)
        order = sorted(found.items(), key=lambda pair: pair if by_time else (-pair[1], pair[0]))
        counts[facet] = tuple(order)
        filters += [Filed(facet, value) for value in draw(st.lists(values, max_size=3, unique=True))]
    return Spread(counts, ()), tuple(filters)


@given(asked())
def test_what_is_chosen_is_always_shown_and_stands_first(question: tuple[Spread, tuple[Filed, ...]]) -> None:
    spread, filters = question
    rows = [row for branch in branches(spread, filters) for row in branch.rows]
    shown = [row.filed for row in rows if isinstance(row, Tally)]
    assert set(filters) <= set(shown)
    assert len(shown) == len(set(shown))
    for branch in branches(spread, filters):
        own = [row for row in branch.rows if isinstance(row, Tally) and row.filed.facet is branch.facet]
        marks = [row.chosen for row in own]
        assert marks == sorted(marks, reverse=True)
        assert marks.count(False) <= SHOWN
        assert branch.chosen == sum(row.chosen for row in branch.rows if isinstance(row, Tally))


@given(asked())
def test_nothing_is_filed_under_a_value_only_where_it_is_chosen(
    question: tuple[Spread, tuple[Filed, ...]],
) -> None:
    spread, filters = question
    for facet in FACETS:
        for tally in ranking(spread, filters, facet).tallies():
            assert tally.articles == dict(spread.counts[facet]).get(tally.filed.value, 0)
            assert 0 <= tally.articles <= tally.fullest or not tally.articles
            assert tally.articles or tally.chosen
            assert tally.chosen == (tally.filed in filters)


@given(asked())
def test_the_rest_is_led_to_and_the_fullest_are_shown(question: tuple[Spread, tuple[Filed, ...]]) -> None:
    spread, filters = question
    for branch in branches(spread, filters):
        everything = ranking(spread, filters, branch.facet).tallies()
        own = [row for row in branch.rows if isinstance(row, Tally) and row.filed.facet is branch.facet]
        rest = [row for row in branch.rows if isinstance(row, Rest)]
        assert rest == ([Rest(branch.facet, len(everything))] if len(own) < len(everything) else [])
        hidden = [tally.articles for tally in everything if tally not in own]
        assert not hidden or max(hidden) <= min(row.articles for row in own if not row.chosen)


@given(asked())
def test_months_stand_below_their_chosen_year(question: tuple[Spread, tuple[Filed, ...]]) -> None:
    spread, filters = question
    years = next((branch for branch in branches(spread, filters) if branch.facet is Facet.YEAR), None)
    if years is None:
        return
    chosen = {filed.value for filed in filters if filed.facet is Facet.YEAR}
    above = ""
    for row in years.rows:
        if isinstance(row, Tally) and row.filed.facet is Facet.YEAR:
            above = row.filed.value
        elif isinstance(row, Tally):
            assert row.filed.value[:4] == above if row.filed.value[:4] in chosen else row.chosen


def test_a_month_filter_without_any_year_can_still_be_taken_away() -> None:
    (years,) = branches(Spread({Facet.YEAR: ()}, ()), (Filed(Facet.MONTH, "1998-03"),))
    assert [row.filed.value for row in years.rows] == ["1998-03"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=asked(), second=asked())
def test_the_tree_keeps_qts_rules(tested, first, second) -> None:
    model = FacetsModel()
    tested(model)
    for spread, filters in (first, second, (first[0], second[1])):
        model.show(branches(spread, filters))
        for filed in filters:
            found = model.find(None, filed)
            assert found.data(RECORD).filed == filed
            assert found.data(CHECKED) == Qt.CheckState.Checked.value
            assert found.parent().data(DISPLAY) == facet_text(found.parent().data(RECORD).facet)


def test_counts_change_in_place() -> None:
    counts = {Facet.TITLE: (("天津日报", 7), ("今晚报", 2))}
    model = FacetsModel()
    model.show(branches(Spread(counts, ()), ()))
    kept = model.index(1, 0, model.index(0, 0))
    counts = {Facet.TITLE: (("天津日报", 5), ("今晚报", 1))}
    model.show(branches(Spread(counts, ()), ()))
    assert kept.data(RECORD).articles == 1
    assert kept.data(ACCESSIBLE) == "今晚报，1 篇"


def shown(model: ValuesModel) -> list[str]:
    return [model.tally(row).name for row in range(model.rowCount())]


def test_a_list_is_narrowed_by_what_its_names_hold(tested) -> None:
    spread = Spread({Facet.BYLINE: (("Reuters", 9), ("刘畅", 3), ("刘诚", 2))}, ())
    model = ValuesModel()
    tested(model)
    model.show(ranking(spread, (Filed(Facet.BYLINE, "刘诚"),), Facet.BYLINE))
    assert shown(model) == ["刘诚", "Reuters", "刘畅"]
    model.narrow(" reu")
    assert shown(model) == ["Reuters"]
    model.narrow("刘")
    assert model.index(0, 0).data(ACCESSIBLE) == "刘诚，2 篇，已选"
    assert model.row_of(Filed(Facet.BYLINE, "刘畅")) == 1
    assert model.row_of(Filed(Facet.SECTION, "刘畅")) == model.row_of(Filed(Facet.BYLINE, "Reuters")) == -1
    model.narrow("无")
    assert model.rowCount() == 0


@pytest.mark.parametrize("facet", Facet)
def test_every_facet_has_a_name_of_its_own(facet: Facet) -> None:
    assert Counter(map(facet_text, Facet))[facet_text(facet)] == 1


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind_text(kind) for kind in Kind}) == len(Kind)
    assert value_text(Filed(Facet.KIND, "money")) == "金额"
    assert value_text(Filed(Facet.KIND, "unheard-of")) == "unheard-of"
    assert value_text(Filed(Facet.HOLDING, "figure")) == "图片"
    assert value_text(Filed(Facet.TITLE, "")) == "报纸不详"
    assert value_text(Filed(Facet.MONTH, "1998-03")) == "1998-03"
