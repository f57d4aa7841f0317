import pytest

from baoguan.statistics.years import eras, read_year


@pytest.mark.parametrize("name", eras())
def test_each_era_counts_from_its_first_year(name: str) -> None:
    text = f"在{name}三年"
    found = read_year(text, len(text) - 2) if not name.endswith("民国") else read_year(text, 1)
    assert found is not None
    assert found.year == eras()[name].first + 2
    assert text[found.start : found.end] == f"{name}三年"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1998年", 1998, 1998),
        ("一九四八年", 1948, 1948),
        ("二〇〇四年度", 2004, 2004),
        ("1991—95年", 1991, 1995),
        ("2021/2022赛季", 2021, 2022),
        ("公元前221年", -220, -220),
        ("公元8年", 8, 8),
        ("民国元年", 1912, 1912),
    ],
)
def test_a_year_is_read_as_written(text: str, first: int, last: int) -> None:
    found = read_year(text, 0)
    assert found is not None
    assert (found.year, found.last_year, found.end) == (first, last, len(text))


@pytest.mark.parametrize("text", ["3000年", "1500年历史", "1998", "2000年来", "九百年"])
def test_what_is_no_year_is_left(text: str) -> None:
    assert read_year(text, 0) is None
