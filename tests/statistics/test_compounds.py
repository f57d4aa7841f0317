import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit"),
    [
        ("每石二十元零九角。", "二十元零九角", 20.9, "CNY"),
        ("零售一元另八分。", "一元另八分", 1.08, "CNY"),
        ("收十五元二。", "十五元二", 15.2, "CNY"),
        ("每斤四角四分。", "四角四分", 0.44, "CNY"),
        ("最低零下十四度二。", "零下十四度二", -14.2, "℃"),
        ("跳远七公尺廿五。", "七公尺廿五", 7.25, "m"),
        ("身高一米九二。", "一米九二", 1.92, "m"),
        ("以十三秒一夺魁。", "十三秒一", 13.1, "s"),
        ("以12秒91平世界纪录。", "12秒91", 12.91, "s"),
        ("成绩二分零三秒六。", "二分零三秒六", 123.6, "s"),
        ("成绩14分59秒88。", "14分59秒88", 899.88, "s"),
        ("有地二亩八分。", "二亩八分", 2.8, "亩"),
        ("产谷五石二斗。", "五石二斗", 5.2, "石"),
        ("小麦二市斗五升。", "二市斗五升", 2.5, "斗"),
        ("黄金六十二两五钱。", "六十二两五钱", 62.5, "两"),
        ("男占五成八。", "五成八", 58, "%"),
        ("缩短四小时又半。", "四小时又半", 4.5, "hour"),
        ("历时一年零三个月。", "一年零三个月", 1.25, "year"),
        ("赶制十一双半。", "十一双半", 11.5, "双"),
        ("两个半小时到达。", "两个半小时", 2.5, "hour"),
    ],
)
def test_parts_and_decimals_of_a_unit_are_one_value(text: str, raw: str, value: float, unit: str) -> None:
    (found,) = extract(text)
    assert (found.raw, found.value, found.unit) == (raw, pytest.approx(value), unit)


@pytest.mark.parametrize(("text", "raws"), [("3米、5米。", ["3米", "5米"]), ("三元五人。", ["三元", "五人"])])
def test_numbers_side_by_side_stay_two(text: str, raws: list[str]) -> None:
    assert [found.raw for found in extract(text)] == raws


@pytest.mark.parametrize(
    ("text", "value"),
    [("每斤一块三毛八。", 1.38), ("售价七元八角五。", 7.85), ("两块五毛钱。", 2.5), ("五块六毛四分。", 5.64)],
)
def test_small_change_is_added(text: str, value: float) -> None:
    assert [(one.value, one.unit) for one in extract(text)] == [(value, "CNY")]
