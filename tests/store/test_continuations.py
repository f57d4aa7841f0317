"""Articles that go on on another page, joined by what the pages say."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Article, Heading, Jump, PageLayout, Paragraph, Role
from baoguan.domain.ids import ArticleId, PageId, SourceId
from baoguan.domain.page import Imprint, PageScan
from baoguan.store.catalogue import Catalogue
from baoguan.store.prints import Printing
from baoguan.store.sheets import Said, Sheet, Source

_ISSUE = ("天津日报", date(2022, 10, 12))


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(tmp_path)
    yield opened
    opened.close()


def _article(headline: str, line: int) -> Article:
    heading = Heading(headline, Role.HEADLINE, line)
    return Article((heading,), (), (Paragraph("正文。", Role.BODY, (line + 1,)),))


def _layout(headlines: tuple[str, ...], jumps: tuple[Jump, ...]) -> tuple[PageLayout, list[Sheet]]:
    articles = tuple(_article(headline, 10 * place + 1) for place, headline in enumerate(headlines))
    sheets = [Sheet(article, article.text, (), "rules") for article in articles]
    return PageLayout((), articles, jumps=jumps), sheets


def _file(
    catalogue: Catalogue, sequence: int, headlines: tuple[str, ...], *jumps: Jump, number: str | None = None
) -> tuple[ArticleId, ...]:
    source = Source(SourceId(f"{sequence:064}"), f"{sequence}.pdf", 1, "")
    layout, sheets = _layout(headlines, jumps)
    imprint = Imprint(*_ISSUE, sequence, number)
    page = catalogue.filing.add(source, imprint, layout, sheets, Printing(PageScan((), "")))
    return tuple(record.id for record in catalogue.pages.page(page).articles)


def _onward(article: int, page: str, about: str = "", name: str = "") -> Jump:
    return Jump(article, 0 if name else 10 * article + 2, True, page, about, name)


def _back(article: int, page: str, about: str = "") -> Jump:
    return Jump(article, 10 * article + 2, False, page, about)


def test_pages_that_name_each_other_are_joined(catalogue: Catalogue) -> None:
    one, two = _file(catalogue, 1, ("全市经济工作会议召开", "另一篇"), _onward(0, "3"))
    assert catalogue.continuations.parts(one) == (one,)
    (three,) = _file(catalogue, 2, ("别的",))
    rest, last = _file(catalogue, 3, ("紧抓机遇再出发", "广告"), _back(0, "1"))
    assert catalogue.continuations.parts(one) == (one, rest)
    assert catalogue.continuations.parts(rest) == (one, rest)
    for alone in (two, three, last):
        assert catalogue.continuations.parts(alone) == (alone,)


def test_one_page_that_names_the_other_joins_what_is_called_alike(catalogue: Catalogue) -> None:
    one, two = _file(
        catalogue, 1, ("全市经济工作会议召开", "养老服务中心启用"), _onward(0, "02"), _onward(1, "02")
    )
    rest, other = _file(catalogue, 2, ("养老服务中心正式启用", "全市经济工作会议闭幕"))
    assert catalogue.continuations.parts(one) == (one, other)
    assert catalogue.continuations.parts(two) == (two, rest)


def test_what_a_jump_calls_its_article_counts(catalogue: Catalogue) -> None:
    (one,) = _file(catalogue, 1, ("一个很长的主题",))
    rest, _ = _file(catalogue, 2, ("全无关系", "更无关系"), _back(0, "1", "一个很长的主题"))
    assert catalogue.continuations.parts(one) == (one, rest)


def test_printed_numbers_are_what_jumps_name(catalogue: Catalogue) -> None:
    (one,) = _file(catalogue, 1, ("头版头条",), _onward(0, "b1"), number="A1")
    _file(catalogue, 2, ("头版头条",), number="A2")
    (rest,) = _file(catalogue, 3, ("头版头条",), number="B1")
    assert catalogue.continuations.parts(one) == (one, rest)


def test_a_source_that_names_its_articles_needs_no_line(catalogue: Catalogue) -> None:
    (one,) = _file(catalogue, 1, ("甲",), _onward(0, "", name="DIVL7"))
    (two,) = _file(catalogue, 2, ("乙",), _onward(0, "", name="DIVL7"))
    (three,) = _file(catalogue, 3, ("丙",), _onward(0, "", name="DIVL7"))
    assert catalogue.continuations.parts(two) == (one, two, three)


def test_nothing_alike_is_not_joined(catalogue: Catalogue) -> None:
    (one,) = _file(catalogue, 1, ("全市经济工作会议召开",), _onward(0, "2"))
    (two,) = _file(catalogue, 2, ("龋齿高发",))
    assert catalogue.continuations.parts(one) == (one,)
    assert catalogue.continuations.parts(two) == (two,)


def test_what_is_removed_or_laid_out_otherwise_is_joined_no_more(catalogue: Catalogue) -> None:
    (one,) = _file(catalogue, 1, ("会议召开",), _onward(0, "2"))
    (two,) = _file(catalogue, 2, ("会议召开",), _back(0, "1"))
    page = PageId(2)
    catalogue.filing.remove([page])
    assert catalogue.continuations.parts(one) == (one,)
    catalogue.filing.restore([page])
    assert catalogue.continuations.parts(one) == (one, two)
    layout, sheets = _layout(("毫不相干",), ())
    catalogue.filing.lay_out_again(page, PageScan((), ""), layout, sheets, Said(), lambda text, target: None)
    assert catalogue.continuations.parts(one) == (one,)


_TOLD = st.tuples(st.integers(0, 2), st.booleans(), st.integers(1, 4), st.sampled_from(["", "x", "y"]))


@given(pages=st.lists(st.lists(_TOLD, max_size=4), min_size=2, max_size=4))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_pages_say_no_article_is_in_two(
    tmp_path_factory: pytest.TempPathFactory, pages: list[list[tuple[int, bool, int, str]]]
) -> None:
    catalogue = Catalogue.open(tmp_path_factory.mktemp("any"))
    articles: list[ArticleId] = []
    for sequence, told in enumerate(pages, 1):
        jumps = [
            Jump(article, 0 if name else 10 * article + 2, onward, str(page), name=name)
            for article, onward, page, name in told
        ]
        articles += _file(catalogue, sequence, ("甲", "乙", "丙"), *jumps)
    parts = [catalogue.continuations.parts(article) for article in articles]
    for article, found in zip(articles, parts, strict=True):
        assert found.count(article) == 1
        assert all(catalogue.continuations.parts(other) == found for other in found)
    catalogue.close()
