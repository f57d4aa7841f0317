import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "relation", "full"),
    [
        ("约30人。", "~", "约30人"),
        ("超过30人。", ">", "超过30人"),
        ("不到三成。", "<", "不到三成"),
        ("至少30人。", ">=", "至少30人"),
        ("60岁及以上。", ">=", "60岁及以上"),
        ("每户限购二百斤。", "<=", "限购二百斤"),
        ("三日内平抑。", "<=", "三日内"),
        ("售价5288元起,预订。", ">=", "5288元起"),
        ("人均收入300元。", "mean", "300元"),
        ("占总数的七成强。", ">", "七成强"),
        ("仅及三分之一弱。", "<", "三分之一弱"),
        ("每班四十人弱。", "<", "四十人弱"),
        ("气温最高三十度。", "=", "三十度"),
        ("超过计划百分之卅五。", "=", "百分之卅五"),
        ("入超一亿元。", "=", "一亿元"),
    ],
)
def test_words_around_a_number_give_its_relation(text: str, relation: str, full: str) -> None:
    (found,) = extract(text)
    assert (found.relation, text[found.full_start : found.full_end]) == (relation, full)
