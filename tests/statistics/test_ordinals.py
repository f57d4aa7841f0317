import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "raw", "kind", "value"),
    [
        ("第23届运动会。", "第23届", "ordinal", 23),
        ("第三万名旅客。", "第三万名", "rank", 30_000),
        ("居全省第三。", "第三", "rank", 3),
        ("获金牌居次,日本第三。", "第三", "rank", 3),
        ("前三名选手。", "前三名", "rank", 3),
        ("建校60周年庆典。", "60周年", "ordinal", 60),
    ],
)
def test_places_in_a_series_are_kinds_of_their_own(text: str, raw: str, kind: str, value: int) -> None:
    found = extract(text)[-1]
    assert (found.raw, found.kind, found.value) == (raw, kind, value)


@pytest.mark.parametrize(
    "text", ["本报第3版。", "我第七旅死守。", "第一学区。", "第二产业。", "市立第一医院。"]
)
def test_names_with_a_number_are_none(text: str) -> None:
    assert not extract(text)
