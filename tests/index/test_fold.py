import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.index.fold import _ODD, WALL, _origins, expansions, fold, fold_article, fold_text

PRINT = st.text(st.sampled_from("天津知識產權著…㎡ﬁ“”（）Ａb1 　\n\u00ad﹏") | st.characters())


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("知識產權", "知识产权"),
        ("裏裡里 爲為为 羣群 峯峰 著着", "里里里为为为群群峰峰着着"),
        ("瞭解", "了解"),
        ("ＡＢＣ１２３％", "abc123%"),
        ("⽅⾯⻋⻔", "方面车门"),
        ("①㎡㈱…ﬁ", "1m2(株)...fi"),
        ("“渤化集團”「渤化集團」", "“渤化集团”“渤化集团”"),
        ("‘双丰收’『雙豐收』 don’t", "‘双丰收'‘双丰收'don't"),
        ("京津冀医保　定点 互认\n范围", "京津冀医保定点互认范围"),
        ("AI  智能 GDP of\u00a02021 年", "ai智能gdp of 2021年"),
        ("知\u00ad识\u200b产\ufeff权\ufe00", "知识产权"),
        ("Straße", "strasse"),
    ],
)
def test_folding(printed: str, folded: str) -> None:
    assert fold(printed).text == folded


@given(PRINT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(PRINT, st.data())
def test_every_whole_range_maps_back_to_characters_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    place = folded.original_span(start, end)
    assert 0 <= place.start <= place.end <= len(text)
    wanted = folded.text[start:end]
    if folded.aligned(start, end) and wanted.strip(" ") == wanted:
        assert fold_text(text[place.start : place.end]) == wanted


def test_the_end_of_folded_text_is_the_end_of_the_original() -> None:
    folded = fold("产权 ")
    assert folded.original_span(2, 2) == (3, 3)
    assert folded.original_span(0, 2) == (0, 2)


def test_no_character_of_unicode_folds_to_several_unknown_to_expansions() -> None:
    known = expansions().characters
    several = {chr(code) for code in range(sys.maxunicode + 1) if len(fold_text(chr(code))) > 1}
    assert several == known


def test_a_part_of_a_character_is_not_a_whole_range() -> None:
    folded = fold("80㎡的膜")
    assert folded.text == "80m2的膜"
    assert folded.aligned(2, 4)
    assert not folded.aligned(2, 3)
    assert not folded.aligned(3, 5)
    assert expansions().may_split("m")
    assert not expansions().may_split("膜")


def test_walls_stand_where_print_does_not_run_on() -> None:
    article = Article(
        (
            Heading("建一流强区", Role.KICKER, 1),
            Heading("全国首单", Role.HEADLINE, 2),
            Heading("落地", Role.HEADLINE, 3),
        ),
        (Byline("■ 记者 刘畅", "记者", ("刘畅",), 4),),
        (
            Paragraph("近日,", Role.LEAD, (5,)),
            Paragraph("开通预审", Role.SUBHEAD, (6,)),
            Paragraph("据了解", Role.BODY, (7,)),
        ),
        (Figure("建设中的B1线。", "记者 摄"),),
        "区域热点",
    )
    folded = fold_article(article.text, article.passages())
    assert folded.text.split(WALL) == [
        "区域热点",
        "建一流强区",
        "全国首单落地",
        "■记者刘畅",
        "近日,开通预审据了解",
        "建设中的b1线。",
        "记者摄",
    ]
    for passage in article.passages():
        start = folded.origin.index(passage.start)
        assert folded.text[start] == fold_text(article.text[passage.start])
    assert len(folded.origin) == len(folded.text) + 1


@given(st.lists(st.tuples(st.sampled_from(Role), PRINT), min_size=1, max_size=6))
def test_every_offset_of_an_article_is_that_of_a_character_folding_to_it(
    parts: list[tuple[Role, str]],
) -> None:
    paragraphs = tuple(Paragraph(text, role, (1,)) for role, text in parts)
    article = Article((), (), paragraphs)
    folded = fold_article(article.text, article.passages())
    for character, place in zip(folded.text, folded.origin, strict=False):
        original = article.text[place]
        if character == WALL:
            assert original == "\n"
        elif character == " ":
            assert original.isspace()
        else:
            assert character in fold_text(original)


@given(PRINT | st.text(st.sampled_from("产 權a1\u3000\n㎡½\u200b\ufe0fﬁ，"), max_size=12))
def test_offsets_by_runs_are_those_of_every_character(text: str) -> None:
    origin = fold(text).origin
    assert list(origin) == [*_origins(text, 0), len(text)]
    assert origin[0:2] == tuple(list(origin)[0:2])


def test_a_character_that_is_not_odd_folds_to_one() -> None:
    plain = [chr(code) for code in range(sys.maxunicode + 1) if not _ODD.match(chr(code))]
    assert len(plain) > 20_000
    assert [character for character in plain if len(fold_text(f"字{character}字")) != 3] == []
