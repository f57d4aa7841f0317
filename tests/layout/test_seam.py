"""The likelier continuation has the higher score."""

import pytest

from baoguan.layout.seam import Seams


@pytest.mark.parametrize(
    ("tail", "right", "wrong"),
    [
        ("我们会及时发现问", "题,提醒企业修改", "书店每周举办讲座"),
        ("墙上长满了爬山", "虎。2016年,区里", "书店开业那天,七十四岁"),
        ("推进知识产权证券化、不断", "拓宽多元化融资渠道", "知识产权不仅是企业"),
        ("累计受理案件41", "20件,其中一半", "近日,本市发布"),
        ("使用mRN", "A技术的疫苗", "近日,本市发布"),
        ("近年來各戲院散場均在十一時以", "後,觀眾歸途", "【本報訊】本市"),
    ],
)
def test_the_right_continuation_scores_higher(tail: str, right: str, wrong: str) -> None:
    seams = Seams([tail, right, wrong])
    assert seams.score(tail, right) > seams.score(tail, wrong)


def test_words_the_page_uses_elsewhere_count() -> None:
    assert Seams(["渤化集团和渤化永利"]).score("这项融资由渤", "化集团牵头") > Seams([]).score(
        "这项融资由渤", "化集团牵头"
    )


def test_nothing_says_nothing() -> None:
    assert Seams([]).score("", "正文") == Seams([]).score("正文", "") == 0.0
