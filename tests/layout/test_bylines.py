"""Bylines in the forms newspapers print them, and lines that only look like one."""

import pytest

from baoguan.layout.bylines import byline_of, bylines_inside, has_dateline, name_byline


@pytest.mark.parametrize(
    ("line", "role", "names"),
    [
        ("■ 本报记者 刘畅", "本报记者", ["刘畅"]),
        ("■本报记者刘畅袁诚", "本报记者", ["刘畅", "袁诚"]),
        ("本报记者 陈晓东 通讯员 吴敏", "本报记者、通讯员", ["陈晓东", "吴敏"]),
        ("(本报记者 石磊)", "本报记者", ["石磊"]),
        ("记者 张 三", "记者", ["张三"]),
        ("本报记者张伟报道", "本报记者", ["张伟"]),
        ("特约记者 王小明", "特约记者", ["王小明"]),
        ("见习记者 孙丽 本报记者 周涛", "见习记者、本报记者", ["孙丽", "周涛"]),
        ("本报驻沪记者 何玲", "本报驻沪记者", ["何玲"]),
        ("津云新闻记者 段玮", "津云新闻记者", ["段玮"]),
        ("本报记者 阿依古丽·买买提", "本报记者", ["阿依古丽·买买提"]),
        ("文/图 本报记者 赵磊", "文/图、本报记者", ["赵磊"]),
        ("文/张伟 图/李娜", "文、图", ["张伟", "李娜"]),
        ("摄影:李娜", "摄影", ["李娜"]),
        ("新华社记者 丁林 摄", "新华社记者、摄", ["丁林"]),
        ("□ 欧阳建国", "", ["欧阳建国"]),
        ("本報記者 陳東明", "本報記者", ["陳東明"]),
        ("本报讯", "本报", []),
        ("新华社北京10月1日电", "新华社", []),
        ("本报讯（记者 余勇）", "记者", ["余勇"]),
    ],
)
def test_a_line_that_is_a_byline(line: str, role: str, names: list[str]) -> None:
    byline = byline_of(line, 7)
    assert byline is not None
    assert (byline.raw, byline.role, list(byline.names), byline.source_line) == (line, role, names, 7)


@pytest.mark.parametrize(
    "line",
    [
        "记者节快乐",
        "记者走进车间",
        "文学的春天",
        "文明城市 人人参与",
        "图书馆开放",
        "编辑部的故事",
        "作者为天津大学教授",
        "摄影大赛开幕",
        "区域热点",
        "据新华社电",
        "记者从市住建局获悉,今年全市加装电梯300部。",
        "记",
        "",
    ],
)
def test_a_line_that_is_none(line: str) -> None:
    assert byline_of(line, 1) is None


@pytest.mark.parametrize(
    ("text", "raw", "names"),
    [
        ("本报讯(记者 张伟)昨日,水库开闸。", "本报讯(记者 张伟)", ["张伟"]),
        ("新华社北京10月1日电(记者李明、王华)国家", "新华社北京10月1日电(记者李明、王华)", ["李明", "王华"]),
        ("本报讯 记者李娜报道:昨日", "本报讯 记者李娜报道", ["李娜"]),
        ("本报记者张伟报道:今天上午", "本报记者张伟报道", ["张伟"]),
        ("【本報訊】本市電車公司", "【本報訊】", []),
        ("(中央社南京十日電)國府", "(中央社南京十日電)", []),
        ("路透社伦敦五日电 此间", "路透社伦敦五日电", []),
    ],
)
def test_a_byline_at_the_head_of_a_paragraph(text: str, raw: str, names: list[str]) -> None:
    found = bylines_inside(text, (4, 6))
    assert [(byline.raw, list(byline.names), byline.source_line) for byline in found] == [(raw, names, 4)]
    assert text.startswith(raw)


def test_a_byline_in_brackets_ends_a_paragraph() -> None:
    text = "全部可以完成。(本报记者 王磊 赵静)"
    assert [byline.names for byline in bylines_inside(text, (4, 6))] == [("王磊", "赵静")]
    assert bylines_inside(text, (4, 6))[0].source_line == 6
    assert [byline.names for byline in bylines_inside("很受欢迎。(陆文)", (3,))] == [("陆文",)]
    assert bylines_inside("产品包括三类(见附表)", (3,)) == []


def test_datelines_begin_reports() -> None:
    assert has_dateline("新华社广州3月2日电 广东省今天启动")
    assert not has_dateline("本报记者走进车间,看见")


def test_a_bare_name_needs_a_surname() -> None:
    assert name_byline("秦 少安", 5) is not None
    assert name_byline("结语", 5) is None
