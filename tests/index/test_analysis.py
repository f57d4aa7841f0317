import subprocess
import sys

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import Facet, Field
from baoguan.domain.records import ArticleText, FiledArticle
from baoguan.index.analysis import WordField, entry, words
from baoguan.index.fold import fold_article
from baoguan.index.names import read_names
from baoguan.index.tree import Flag
from baoguan.index.vocabulary import Segmenter

ARTICLE = Article(
    (Heading("證券", Role.HEADLINE, 1),),
    (Byline("记者 刘畅", "记者", ("刘畅",), 2),),
    (Paragraph("项目。", Role.BODY, (3,)), Paragraph("落地", Role.BODY, (4,))),
    (Figure("车站"),),
    "双城",
)


def _filed(notes: tuple[str, ...] = (), tags: tuple[str, ...] = ()) -> FiledArticle:
    passages = ARTICLE.passages()
    text = ArticleText(
        ArticleId(1),
        PageId(1),
        "證券",
        "天津日报",
        None,
        "Ａ3",
        "双城",
        ("刘畅",),
        ARTICLE.text,
        fold_article(ARTICLE.text, passages).text,
        passages,
        notes,
        tags,
    )
    return FiledArticle(text, True, bool(notes), frozenset(), ())


def test_words_are_for_ranking_punctuation_is_not() -> None:
    assert list(words("知识产权,证券化(b1线)。")) == [
        "知识",
        "产权",
        "知识产权",
        "证券",
        "证券化",
        "b1",
    ]


def test_an_entry_tells_where_each_word_stands() -> None:
    assert entry(_filed(notes=("复核",))).words == {
        WordField.TITLE: ("证券",),
        WordField.BODY: ("双城", "记者", "刘畅", "项目", "落地", "复核"),
        WordField.CAPTION: ("车站",),
    }


def test_an_entry_holds_the_folded_text_of_each_field() -> None:
    found = entry(_filed(tags=("複核", "滨海")))
    assert found.texts == {
        Field.SECTION: "双城",
        Field.TITLE: "证券",
        Field.BYLINE: "记者刘畅",
        Field.BODY: "项目。落地",
        Field.CAPTION: "车站",
        Field.TAG: "复核\n滨海",
    }
    assert found.flags == {Flag.BESIDE, Flag.VARIANT, "+證", "~证"}
    assert found.filed[Facet.TAG] == ("複核", "滨海")
    assert found.filed[Facet.HOLDING] == ("figure",)
    assert found.filed[Facet.PAGE] == ("a3",)


def test_an_archives_names_are_words_of_its_entries() -> None:
    named = Segmenter(read_names("项目落地".encode()))
    assert "项目落地" not in entry(_filed()).words[WordField.BODY]
    assert "项目落地" in list(words("项目落地", named))


def test_segmenters_are_silent() -> None:
    code = (
        "from baoguan.index.analysis import words; from baoguan.index.vocabulary import divide;"
        "print(list(words('天津')), divide('天津')[1])"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    assert run.stdout.strip() == "['天津'] ['天津']"


def test_a_very_long_run_of_one_character_is_cut_in_good_time() -> None:
    assert "".join(words("知" * 20_000)).count("知") >= 20_000
