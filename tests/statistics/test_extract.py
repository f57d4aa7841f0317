import datetime
import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract
from baoguan.statistics.tables import rows

ISSUE = datetime.date(2022, 10, 11)
LINES = (Path(__file__).parent / "sentences.jsonl").read_text("utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]
NUMBERS = ("value", "low", "high")
WORDS = ("unit", "per", "relation", "direction", "change", "iso")
PIECES = st.sampled_from(
    list(
        "一二三五十百千万亿廿两几数半余多0123９．，,.·:—-至、年月日时元人个%％‰分之每比较同第上《》“（约超 \n"
    )
)
FORMS = st.sampled_from(
    [row[0] for name in ("units.tsv", "classifiers.tsv", "traps.tsv") for row in rows(name)]
    + [row[1] for row in rows("triggers.tsv")]
)


def record(statistic: Statistic) -> dict[str, object]:
    found: dict[str, object] = {"raw": statistic.raw, "kind": statistic.kind.value}
    found |= {name: getattr(statistic, name) for name in (*NUMBERS, *WORDS)}
    found["relation"] = None if statistic.relation == "=" else statistic.relation
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['date'][:4]}-line{at}" for at, case in enumerate(CASES, 1)]
)
def test_a_sentence_gives_exactly_its_statistics(case: dict) -> None:
    found = [
        record(statistic) for statistic in extract(case["text"], datetime.date.fromisoformat(case["date"]))
    ]
    expected = case["expected"]
    assert [line["raw"] for line in found] == [line["raw"] for line in expected]
    for got, wanted in zip(found, expected, strict=True):
        assert got == {
            name: pytest.approx(value, rel=1e-9) if name in NUMBERS else value
            for name, value in wanted.items()
        }


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES | FORMS, max_size=80).map("".join)))
@example("1" * 10_000)
@example("亿" * 10_000)
@example("亿万" * 5000)
@example("一" * 10_000 + "元")
@example("٣٤ अ १२ ๑๒ 🀄①②㈠㊀Ⅷ")
@example("1e99" + "亿" * 30)
@example("三分之零")
@example("0:0比0/0")
@example("民国九十九年十三月卅二日廿五时")
@example("9999年12月31日至0001年")
def test_any_text_gives_statistics_that_stand_in_it(text: str) -> None:
    end = 0
    for statistic in extract(text, ISSUE):
        assert end <= statistic.start < statistic.end <= len(text)
        assert text[statistic.start : statistic.end] == statistic.raw
        assert 0 <= statistic.full_start <= statistic.start
        assert statistic.end <= statistic.full_end <= len(text)
        assert statistic.sentence_start <= statistic.start < statistic.sentence_end <= len(text)
        end = statistic.end


@given(st.dates(datetime.date(1872, 4, 30), datetime.date(2100, 1, 1)), st.sampled_from(CASES))
@settings(max_examples=200, deadline=None)
def test_any_issue_date_changes_only_dates(issue: datetime.date, case: dict) -> None:
    with_date = [found.raw for found in extract("米价每石三十元,约二百人。", issue)]
    assert with_date == ["三十元", "二百人"]
    assert all(found.iso is None or len(found.iso) >= 4 for found in extract(case["text"], issue))


def test_without_an_issue_date_undated_months_have_no_iso() -> None:
    (found,) = extract("3月底完成。")
    assert (found.kind, found.iso) == (Kind.DATE, None)
    (found,) = extract("2021年3月完成。")
    assert found.iso == "2021-03"


def test_a_qualifier_outside_belongs_to_the_full_span_only() -> None:
    text = "总建筑面积约1.5万平方米以上。"
    (found,) = extract(text)
    assert found.raw == "1.5万平方米"
    assert text[found.full_start : found.full_end] == "约1.5万平方米以上"
    assert (found.qualifier, found.base_value, found.dimension) == ("约以上", 15000, "area")


def test_context_is_read_from_the_sentence() -> None:
    text = "2021年,北京高技术产业增加值占GDP的比重为27%,较2013年提高6.2个百分点。"
    share, step = (found for found in extract(text, ISSUE) if found.kind is not Kind.DATE)
    assert (share.time_text, share.time_iso, share.place) == ("2021年", "2021", "北京")
    assert (share.subject, share.measure) == ("北京高技术产业增加值", "占GDP的比重")
    assert (step.basis, step.direction, step.change, step.time_iso) == ("较2013年", "up", "increment", "2021")


def test_a_plan_and_an_example_are_no_actual_figures() -> None:
    plan = extract("到2025年,再生水利用率达到25%以上。", ISSUE)[-1]
    example_figure = extract("这好比卡车要送100件货。", ISSUE)[-1]
    actual = extract("再生水利用率达到25%。", ISSUE)[-1]
    assert (plan.status, example_figure.status, actual.status) == ("target", "hypothetical", "actual")


def test_that_year_is_the_year_last_named() -> None:
    text = "2012年,公司转向算力。当年最大一笔订单售出100多台。"
    dates = [found.iso for found in extract(text, ISSUE) if found.kind is Kind.DATE]
    assert dates == ["2012", "2012"]
