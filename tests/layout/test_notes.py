"""Lines about the page itself."""

import pytest

from baoguan.layout.notes import is_jump, is_note, picture_credit


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("本版图片均由受访者提供", "由受访者提供"),
        ("本版照片除署名外均由港务集团提供", "由港务集团提供"),
        ("本版摄影 本报记者 王磊", "本报记者 王磊"),
        ("本版图片均为资料图片。", "资料图片"),
        ("責任編輯 王蕾", ""),
        ("责任编辑 王蕾 版式 刘洋 校对 何静", ""),
        ("本版编辑:王蕾", ""),
        ("本版编辑：王蕾　　美编：刘洋", ""),
        ("责任编辑王蕾", ""),
        ("本版图片（除署名外）均由受访者提供。", "由受访者提供"),
        ("新闻热线:022-12345678", ""),
        ("宁河日报 2003年5月18日 星期日 第二版", ""),
        ("2022年10月12日 星期三 A3版", ""),
    ],
)
def test_a_page_note_and_the_credit_it_gives(line: str, credit: str) -> None:
    assert is_note(line)
    assert picture_credit(line) == credit


@pytest.mark.parametrize(
    "line",
    [
        "2022年10月12日,全市召开动员会。",
        "编辑部的故事",
        "设计新颖的农机受到欢迎",
        "校对机发明之后",
        "设计 让生活更美好",
        "本版图书推荐",
        "本报讯",
    ],
)
def test_a_line_that_is_no_page_note(line: str) -> None:
    assert not is_note(line)


@pytest.mark.parametrize("line", ["(下转第三版)", "▶▶下转A4版", "(上接第1版)", "【紧接第一版】", "详见五版"])
def test_a_jump_line(line: str) -> None:
    assert is_jump(line)


@pytest.mark.parametrize("line", ["上接天线的安装方法", "转型升级之路", "下转弯时应当减速慢行,注意行人。"])
def test_a_line_that_is_no_jump_line(line: str) -> None:
    assert not is_jump(line)
