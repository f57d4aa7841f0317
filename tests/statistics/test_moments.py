import datetime

import pytest

from baoguan.domain.statistic import Kind
from baoguan.statistics.extract import extract

ISSUE = datetime.date(2022, 10, 11)


def times(text: str) -> list[tuple[str, str | None]]:
    return [(one.raw, one.time_iso) for one in extract(text, ISSUE) if one.kind is not Kind.DATE]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021年产值300亿元,比2013年增长20%。", [("300亿元", "2021"), ("20%", "2021")]),
        ("产量由2010年的3万吨增加到2020年的5万吨。", [("3万吨", "2010"), ("5万吨", "2020")]),
        (
            "今年1至5月,亏损面由上年的14%上升到19%,积压手表40万只。",
            [("14%", "2021"), ("19%", "2022-01/2022-05"), ("40万只", "2022-01/2022-05")],
        ),
        ("上半年,用户由3200户增至4060户。", [("3200户", None), ("4060户", "2022-01/2022-06")]),
        (
            "自1978年至2017年,消费水平从184元提高到22902元,增长17倍。",
            [("184元", "1978"), ("22902元", "2017"), ("17倍", "1978/2017")],
        ),
        (
            "2019年、2020年和2021年产量分别为3、4和5万吨。",
            [("3", "2019"), ("4", "2020"), ("5万吨", "2021")],
        ),
        ("产量(2013年为3万吨)达5万吨。", [("3万吨", "2013"), ("5万吨", None)]),
        ("指数本月中旬为346,以2010年为100,米价每斤3元。", [("3元", "2022-10-11/2022-10-20")]),
        ("去年产量5万吨,相当于1990年的3倍。", [("5万吨", "2021"), ("3倍", "2021")]),
        ("员工200人建成于1998年。", [("200人", "1998")]),
        ("登山队8名队员7日登顶。", [("8名", "2022-10-07")]),
        ("汽油每升涨2角,自10月9日起实行。", [("2角", "2022-10-09/..")]),
        ("契税限12月底以前缴纳,每件收费4元。", [("4元", None)]),
        ("目前,公司有专利15件。", [("15件", "2022-10-11")]),
        ("截至目前,公司有专利15件。", [("15件", "../2022-10-11")]),
        ("2010年建厂,目前有员工30人。", [("30人", "2022-10-11")]),
        ("十月期纱每包173元。", [("173元", None)]),
        ("公司有员工30人。", [("30人", None)]),
    ],
)
def test_a_figure_holds_at_the_time_its_sentence_gives_it(
    text: str, wanted: list[tuple[str, str | None]]
) -> None:
    found = times(text)
    assert [one for one in found if one[0] in {raw for raw, _ in wanted}] == wanted


def test_the_words_of_the_time_are_told_as_printed() -> None:
    found = extract("１９９８年產值３億元", None)
    assert [one.time_text for one in found if one.kind is Kind.MONEY] == ["１９９８年"]
