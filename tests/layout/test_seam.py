"""The likelier continuation has the higher score."""

import pytest

from baoguan.index import vocabulary
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
        ("九月以來,他們", "已經試種三千畝", "近日,農場的工人"),
        ("九月以来,全区试种", "了三千亩水稻", "农场的工人告诉记者"),
    ],
)
def test_the_right_continuation_scores_higher(tail: str, right: str, wrong: str) -> None:
    seams = Seams([tail, right, wrong], vocabulary)
    assert seams.score(tail, right) > seams.score(tail, wrong)


def test_words_the_page_uses_elsewhere_count() -> None:
    cut = ("这项融资由渤", "化集团牵头")
    assert Seams(["渤化集团和渤化永利"], vocabulary).score(*cut) > Seams([], vocabulary).score(*cut)


def test_traditional_and_simplified_text_are_judged_alike() -> None:
    seams = Seams([], vocabulary)
    assert seams.score("記者獲悉,這個團隊", "還將試種水稻") == seams.score(
        "记者获悉,这个团队", "还将试种水稻"
    )
    assert seams.score("試種三千畝", "據農場負責人") == seams.score("试种三千亩", "据农场负责人")


def test_nothing_says_nothing() -> None:
    assert Seams([], vocabulary).score("", "正文") == Seams([], vocabulary).score("正文", "") == 0.0


def test_what_only_a_control_character_says_is_nothing() -> None:
    assert Seams([], vocabulary).score("\u200b", "\u200b") == 0.0
