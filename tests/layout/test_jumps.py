"""Lines that send the reader to another page and back."""

from types import ModuleType

import pytest

from baoguan.index import vocabulary
from baoguan.layout.jumps import jump_of
from baoguan.layout.page import lay_out


@pytest.mark.parametrize(
    ("text", "onward", "page", "about"),
    [
        ("（下转第3版）", True, "3", ""),
        ("(上接第一版)", False, "1", ""),
        ("（下轉第二版）", True, "2", ""),
        ("▶下转A2版", True, "A2", ""),
        ("（紧接第一版）", False, "1", ""),
        ("（上接第一版《全市大会召开》）", False, "1", "全市大会召开"),
        ("详见第8版", True, "8", ""),
        ("(Continued on page 3)", True, "3", ""),
        ("Continued from page one.", False, "1", ""),
        ("Fortsetzung auf Seite 4", True, "4", ""),
    ],
)
def test_a_reference_says_which_way_and_where(text: str, onward: bool, page: str, about: str) -> None:
    jump = jump_of(text, 7)
    assert jump is not None
    assert (jump.onward, jump.page, jump.about, jump.source_line) == (onward, page, about, 7)


@pytest.mark.parametrize("text", ["这里讲的是第3版的内容", "昨日，列车转向第三站台", "See you on Monday", ""])
def test_text_is_no_reference(text: str) -> None:
    assert jump_of(text, 1) is None


def test_the_references_of_an_issue_belong_to_their_articles(newsroom: ModuleType) -> None:
    for page in newsroom.issue(4, "broadsheet", 2):
        layout = lay_out(newsroom.page_scan(page), vocabulary)
        assert sorted((jump.onward, jump.page) for jump in layout.jumps) == sorted(
            (jump.onward, jump.page) for jump in page.jumps
        )
        for jump in layout.jumps:
            printed = next(each for each in page.jumps if each.onward == jump.onward)
            assert layout.articles[jump.article].headline == page.story(printed.article).headline
