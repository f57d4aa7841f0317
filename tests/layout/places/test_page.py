"""Pages laid out by their places alone: columns, headlines, what stands around them, what is paid for."""

from collections.abc import Callable
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest

from baoguan.domain.article import Article, Role
from baoguan.domain.page import BlockRole
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out

Prose = Callable[[int, int], str]


def lines_of(article: Article) -> list[int]:
    return [line for part in article.paragraphs for line in part.source_lines]


def test_a_text_goes_on_in_the_next_column_whatever_the_order_of_the_source(sheet: Any, prose: Prose) -> None:
    sheet.line("水库昨日开闸放水", 100, 20, 30)
    text = prose(118, 1)
    first = sheet.column(text[:58], 20, 70)
    second = [sheet.line(text[58 + at : 70 + at], 160, 70 + at / 12 * 14) for at in range(0, 60, 12)]
    (article,) = sheet.layout().articles
    assert article.headline == "水库昨日开闸放水"
    assert [part.text for part in article.paragraphs] == [text]
    assert lines_of(article) == [*first, *second]
    assert article.paragraphs[0].joins[0].rule == "column-break"


def test_each_headline_has_the_columns_below_it(sheet: Any, prose: Prose) -> None:
    sheet.line("水库开闸放水", 20, 20, 19)
    left = sheet.column(prose(70, 1), 20, 60)
    sheet.line("桥梁昨日合龙", 160, 20, 19)
    right = sheet.column(prose(70, 2), 160, 60)
    one, other = sheet.layout().articles
    assert (one.headline, lines_of(one)) == ("水库开闸放水", left)
    assert (other.headline, lines_of(other)) == ("桥梁昨日合龙", right)


def test_kicker_headline_deck_and_byline_are_one_title_block(sheet: Any, prose: Prose) -> None:
    sheet.line("市水利局部署防汛", 50, 20, 16)
    sheet.line("水库昨日开闸放水", 40, 44, 30)
    sheet.line("沿线村庄提前转移", 60, 84, 14)
    sheet.line("本报记者 张伟", 75, 104, 10)
    sheet.column(prose(70, 1), 20, 130)
    sheet.column(prose(70, 2), 150, 130)
    (article,) = sheet.layout().articles
    assert [(head.role, head.text) for head in article.headings] == [
        (Role.KICKER, "市水利局部署防汛"),
        (Role.HEADLINE, "水库昨日开闸放水"),
        (Role.DECK, "沿线村庄提前转移"),
    ]
    assert article.bylines[0].names == ("张伟",)


def test_a_headline_on_two_lines_is_one_heading(sheet: Any, prose: Prose) -> None:
    first = sheet.line("水库昨日开闸", 30, 20, 24)
    second = sheet.line("沿线安然无恙", 30, 50, 24)
    sheet.column(prose(90, 1), 20, 90, 16)
    (article,) = sheet.layout().articles
    assert article.headings[0].text == "水库昨日开闸沿线安然无恙"
    assert article.headings[0].source_lines == (first, second)


def test_an_upright_headline_heads_the_text_beside_it(sheet: Any, prose: Prose) -> None:
    sheet.line("水库开闸放水", 40, 20, 24, vertical=True)
    text = sheet.column(prose(100, 1), 90, 20)
    (article,) = sheet.layout().articles
    assert (article.headline, lines_of(article)) == ("水库开闸放水", text)


def test_a_page_of_upright_lines_is_read_from_the_right(sheet: Any, prose: Prose) -> None:
    sheet.line("水庫開閘放水", 560, 40, 24, vertical=True)
    text = "　　" + prose(58, 1)
    right = [
        sheet.line(text[at : at + 12].lstrip("　"), 530 - at / 12 * 14, 20 + 20 * (at == 0), vertical=True)
        for at in range(0, 60, 12)
    ]
    (article,) = sheet.layout().articles
    assert (article.headline, lines_of(article)) == ("水庫開閘放水", right)


def test_a_picture_has_its_caption_and_credit(sheet: Any, prose: Prose) -> None:
    sheet.line("水库昨日开闸放水", 20, 20, 24)
    sheet.column(prose(140, 1), 20, 60)
    region = sheet.picture(160, 60, 120, 80)
    sheet.line("图为昨日开闸的水库。", 160, 144, 9)
    sheet.line("李伟 摄", 240, 157, 9)
    more = sheet.column(prose(60, 2), 160, 180)
    (article,) = sheet.layout().articles
    (figure,) = article.figures
    assert (figure.caption, figure.credit, figure.region) == ("图为昨日开闸的水库。", "李伟 摄", region)
    assert lines_of(article)[-len(more) :] == more


def test_white_over_a_credited_caption_is_the_picture_of_a_scan(sheet: Any, prose: Prose) -> None:
    sheet.line("水库昨日开闸放水", 20, 20, 24)
    sheet.column(prose(200, 1), 20, 60)
    sheet.column(prose(40, 3), 160, 60)
    sheet.line("开闸的水库与桥梁建设", 160, 200, 10)
    sheet.line("李伟 摄", 240, 214, 10)
    (article,) = sheet.layout().articles
    (figure,) = article.figures
    assert (figure.caption, figure.credit) == ("开闸的水库与桥梁建设", "李伟 摄")
    assert figure.region is not None
    assert 110 < figure.region.top < 150
    assert figure.region.bottom < 200


def test_a_boxed_text_without_a_headline_is_an_inset(sheet: Any, prose: Prose) -> None:
    sheet.line("水库昨日开闸放水", 20, 20, 24)
    sheet.column(prose(330, 1), 20, 60)
    sheet.rule(155, 200, 130, 120)
    inset = sheet.column(prose(60, 4), 160, 206)
    sheet.column(prose(90, 2), 160, 60)
    (article,) = sheet.layout().articles
    assert [part.source_lines for part in article.paragraphs if part.role is Role.INSET] == [tuple(inset)]


def test_a_framed_display_is_one_advertisement(sheet: Any, prose: Prose) -> None:
    sheet.line("水库昨日开闸放水", 20, 20, 24)
    sheet.column(prose(330, 1), 20, 60)
    sheet.rule(160, 60, 200, 160)
    sheet.line("买眼镜到云帆", 190, 70, 24)
    sheet.line("全场九折起", 220, 120, 17)
    sheet.line("电话八三七五〇一八五", 210, 180, 11)
    article, paid = sheet.layout().articles
    assert (article.genre, paid.genre) == ("article", "advertisement")
    assert (paid.headline, len(paid.paragraphs)) == ("买眼镜到云帆", 2)


def test_what_the_source_calls_an_advertisement_is_one(sheet: Any, prose: Prose) -> None:
    sheet.line("水库昨日开闸放水", 20, 20, 24)
    sheet.column(prose(200, 1), 20, 60)
    sheet.line("本店新到布匹多种欢迎选购", 160, 60, role=BlockRole.ADVERTISEMENT)
    assert [article.genre for article in sheet.layout().articles] == ["article", "advertisement"]


def test_notices_between_rulings_stand_for_themselves(sheet: Any, prose: Prose) -> None:
    sheet.line("水库开闸", 30, 20, 24)
    sheet.column(prose(330, 1), 20, 60)
    for at, text in enumerate(("遗失声明：王某遗失工作证一个，作废。", "招租：临街门面一间，价格面议。")):
        top = 60 + 44 * at
        sheet.line(text[:12], 160, top)
        sheet.line(text[12:], 160, top + 14)
        sheet.rule(160, top + 32, 120, 0.5)
    layout = sheet.layout()
    assert [article.genre for article in layout.articles] == ["article", "notice", "notice"]
    assert layout.articles[2].text == "招租：临街门面一间，价格面议。"


def test_a_table_is_read_row_by_row(sheet: Any) -> None:
    sheet.line("主要农产品价格", 60, 20, 17)
    for row, cells in enumerate(
        (("品名", "今日", "昨日"), ("白菜", "1.20", "1.10"), ("萝卜", "0.80", "0.90"))
    ):
        for at, cell in enumerate(cells):
            sheet.line(cell, 20 + 90 * at, 50 + 18 * row)
    (article,) = sheet.layout().articles
    assert article.headline == "主要农产品价格"
    assert [part.text.replace(" ", "") for part in article.paragraphs] == [
        "品名今日昨日",
        "白菜1.201.10",
        "萝卜0.800.90",
    ]


def test_cells_that_a_scan_shows_too_large_are_in_their_table(sheet: Any, prose: Prose) -> None:
    sheet.column(prose(240, 1), 20, 250, 30)
    cells = [
        [sheet.line(text, 20 + 70 * column, 20 + 30 * row, 10 + 3.6 * (column % 2))]
        for row in range(6)
        for column, text in enumerate(("柳溪", "12", "86", "9"))
    ]
    table = next(article for article in sheet.layout().articles if "柳溪" in article.text)
    assert lines_of(table) == [number for cell in cells for number in cell]


def test_the_head_of_the_page_is_in_no_article(sheet: Any, prose: Prose) -> None:
    head = [sheet.line("清源日报", 20, 10, 20), sheet.line("2003年5月18日 星期日", 300, 16, 10)]
    head.append(sheet.line("第2版", 700, 14, 14))
    sheet.rule(20, 40, 760, 1)
    sheet.line("水库昨日开闸放水", 20, 60, 24)
    sheet.column(prose(120, 1), 20, 100)
    layout = sheet.layout()
    assert sorted(note.source_line for note in layout.page_notes) == head
    assert [article.headline for article in layout.articles] == ["水库昨日开闸放水"]


def test_a_reader_may_say_that_a_column_does_not_go_on(sheet: Any, prose: Prose) -> None:
    sheet.line("水库昨日开闸放水", 20, 20, 24)
    sheet.column(prose(46, 1), 20, 60)
    lower = sheet.column(prose(46, 2), 20, 60 + 9 * 14)
    scan = sheet.scan()
    unsure = [choice for choice in lay_out(scan, vocabulary).decisions if choice.lines[-1] == lower[0]]
    assert len(lay_out(scan, vocabulary).articles) == 1
    assert len(lay_out(scan, vocabulary, frozenset({unsure[0].key})).articles) == 2


def test_words_of_a_latin_text_are_words(sheet: Any) -> None:
    sheet.line("ACCIDENT AT HARWICK", 20, 20, 20)
    for at, text in enumerate(
        ("The steamer arrived at Oak-", "hampton on Tuesday with", "541 tons of cattle.")
    ):
        sheet.line(text, 20, 60 + 14 * at)
    (article,) = sheet.layout().articles
    assert (
        article.paragraphs[0].text == "The steamer arrived at Oakhampton on Tuesday with 541 tons of cattle."
    )


@pytest.mark.parametrize(
    ("kind", "order", "alike"),
    [("broadsheet", 0.99, 0.95), ("dense", 0.99, 0.95), ("vertical", 0.99, 0.95), ("mixed", 0.97, 0.9)],
)
def test_composed_pages_are_read_in_order_and_apart(
    newsroom: ModuleType, kind: str, order: float, alike: float
) -> None:
    page = newsroom.page(2, kind)
    layout = lay_out(newsroom.page_scan(page), vocabulary)
    told = {line: at for at, article in enumerate(layout.articles) for line in lines_of(article)}
    read = [line for article in layout.articles for line in lines_of(article)]
    after = dict(pairwise(read))
    running = [
        at
        for at, (line, following) in enumerate(pairwise(page.lines), 1)
        if line.article == following.article and {line.role, following.role} <= {"lead", "body"}
    ]
    assert sum(after.get(at) == at + 1 for at in running) >= order * len(running)
    assert sum(told.get(at) == told.get(at + 1) for at in running) >= alike * len(running)
    wanted = {story.headline for story in page.stories if story.genre == "article"}
    assert len(wanted & {article.headline for article in layout.articles}) >= 0.9 * len(wanted)


def test_any_order_of_the_source_gives_the_same_articles(newsroom: ModuleType) -> None:
    page = newsroom.page(3, "simple")
    texts = {
        tuple(
            sorted(
                article.text
                for article in lay_out(newsroom.page_scan(page, shuffled=seed), vocabulary).articles
            )
        )
        for seed in (None, 1, 2)
    }
    assert len(texts) == 1
