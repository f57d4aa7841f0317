import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit"),
    [
        ("失业者二百二十万。", "二百二十万", 2_200_000, "人"),
        ("五百五十万香港居民。", "五百五十万", 5_500_000, "人"),
        ("5575万农村贫困人口脱贫。", "5575万", 55_750_000, "人"),
        ("移动电话用户突破4000万。", "4000万", 40_000_000, "户"),
        ("学龄儿童四千九百万计。", "四千九百万", 49_000_000, "人"),
        ("毙敌三百余。", "三百余", 300, "人"),
        ("存款两千多。", "两千多", 2000, "CNY"),
        ("损失八十余亿。", "八十余亿", 8_000_000_000, "CNY"),
        ("物价指数为三四六。", "三四六", 346, None),
        ("以1950年为100。", "100", 100, None),
    ],
)
def test_a_unit_that_the_clause_implies_is_supplied(
    text: str, raw: str, value: float, unit: str | None
) -> None:
    found = extract(text)[-1]
    assert (found.raw, found.value, found.unit) == (raw, value, unit)


def test_prices_that_follow_a_price_need_no_unit() -> None:
    found = extract("金价昨开三百八十五万,最高见四百另二万,收盘三百九十一万五千。")
    assert [each.value for each in found if each.unit == "CNY"] == [3_850_000, 4_020_000, 3_915_000]


@pytest.mark.parametrize("text", ["十万火急。", "每万人拥有基站。", "三十万里长空。"])
def test_a_word_is_no_crowd(text: str) -> None:
    assert not [found for found in extract(text) if found.unit == "人"]
