"""Captions by what they say and where they stand; credits cut off where they plainly end them."""

import pytest

from baoguan.domain.article import Article, Figure
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.readers.markdown import read_markdown

BODY = (
    "昨天上午,和平里小区的电梯正式投入使用,住在六楼的居民第一次不用爬楼回家,"
    "社区还请来律师为邻里调解费用分摊的难题。"
)


def article(middle: str) -> Article:
    text = f"## 老旧小区加装电梯提速\n\n{BODY}{middle}{BODY}\n"
    return lay_out(read_markdown(text, "utf-8"), vocabulary).articles[0]


@pytest.mark.parametrize(
    ("middle", "caption", "credit"),
    [
        ("\n\n\n\n居民乘坐新电梯。\n\n", "居民乘坐新电梯。", ""),
        ("\n\n![](1.jpg)\n\n居民乘坐新电梯\n\n", "居民乘坐新电梯", ""),
        ("\n\n![居民乘坐新电梯](1.jpg)\n\n", "居民乘坐新电梯", ""),
        ("\n\n图为居民乘坐新电梯。周涛 摄\n\n", "图为居民乘坐新电梯。", "周涛 摄"),
        ("\n\n▲居民乘坐新电梯。 本报记者 周涛 摄\n\n", "▲居民乘坐新电梯。", "本报记者 周涛 摄"),
        (
            "\n\n![](1.jpg)\n\n居民乘坐新电梯。\n\n本报记者 周涛 摄\n\n",
            "居民乘坐新电梯。",
            "本报记者 周涛 摄",
        ),
        ("\n\n图为居民乘坐新电梯！（周涛　摄）\n\n", "图为居民乘坐新电梯！", "（周涛　摄）"),
        ("\n\n![](1.jpg)\n\n居民乘坐新电梯。新华社发\n\n", "居民乘坐新电梯。", "新华社发"),
        ("\n\n![](1.jpg)\n\n", "", ""),
    ],
)
def test_a_figure_between_two_paragraphs(middle: str, caption: str, credit: str) -> None:
    found = article(middle)
    assert [(figure.caption, figure.credit) for figure in found.figures] == [(caption, credit)]
    assert [part.text for part in found.paragraphs] == [BODY, BODY]


def test_a_long_paragraph_after_a_dropped_image_is_text() -> None:
    found = article(f"\n\n\n\n{BODY}{BODY}\n\n")
    assert found.figures == ()
    assert len(found.paragraphs) == 3


def test_the_rest_of_a_cut_paragraph_after_a_dropped_image_is_no_caption() -> None:
    text = f"## 老旧小区加装电梯提速\n\n{BODY}\n\n意见分歧最大的是一楼的住\n\n\n\n户。\n\n{BODY}\n"
    found = lay_out(read_markdown(text, "utf-8"), vocabulary).articles[0]
    assert found.figures == ()
    assert found.paragraphs[1].text == "意见分歧最大的是一楼的住户。"


def test_pictures_before_the_first_headline_belong_to_it() -> None:
    text = f"![](1.jpg)\n\n居民乘坐新电梯。\n\n## 老旧小区加装电梯提速\n\n{BODY}\n"
    layout = lay_out(read_markdown(text, "utf-8"), vocabulary)
    assert layout.figures == ()
    assert layout.articles[0].figures[0].caption == "居民乘坐新电梯。"


def test_the_pages_credit_is_given_to_figures_without_one() -> None:
    text = (
        f"## 老旧小区加装电梯提速\n\n![](1.jpg)\n\n居民乘坐新电梯。\n\n{BODY}\n\n"
        "图为施工现场。周涛 摄\n\n本版图片除署名外均由受访者提供\n"
    )
    layout = lay_out(read_markdown(text, "utf-8"), vocabulary)
    assert layout.articles[0].figures == (
        Figure("居民乘坐新电梯。", "由受访者提供", 5, 0.95),
        Figure("图为施工现场。", "周涛 摄", 9, 0.85),
    )
