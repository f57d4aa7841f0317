"""Nothing printed is missed, and nothing else is found."""

import random
import unicodedata

import pytest
from opencc import OpenCC

from baoguan.domain.article import RUNNING_TEXT
from baoguan.domain.query import AnyOf, Question
from baoguan.domain.records import ArticleText
from baoguan.search.parse import parse
from baoguan.search.searcher import Searcher

_SUBSTRINGS = 2000
_TO_SIMPLIFIED = OpenCC("t2s")


def _plain(text: str) -> str:
    """Return text in one script, width and case without spaces: by other means than the program's folding."""
    text = _TO_SIMPLIFIED.convert(unicodedata.normalize("NFKC", text).lower())
    return "".join(text.replace("著", "着").split())


def _columns(article: ArticleText) -> list[str]:
    """Return the runs of print that a string may stand in."""
    printed = [
        (passage.role in RUNNING_TEXT, article.text[passage.start : passage.end])
        for passage in article.passages
    ]
    running = "".join(text for runs_on, text in printed if runs_on)
    return [_plain(running), *(_plain(text) for runs_on, text in printed if not runs_on)]


def _substrings(articles: tuple[ArticleText, ...]) -> list[tuple[ArticleText, str]]:
    draw = random.Random(20221012)
    found: list[tuple[ArticleText, str]] = []
    while len(found) < _SUBSTRINGS:
        article = draw.choice(articles)
        start = draw.randrange(len(article.text))
        string = article.text[start : start + draw.randint(1, 40)]
        if string.strip():
            found.append((article, string))
    return found


@pytest.mark.parametrize("script", ["as printed", "s2t", "s2tw"])
def test_any_substring_finds_its_article_and_no_other(
    script: str, sample_texts: tuple[ArticleText, ...], sample_searcher: Searcher
) -> None:
    columns = {article.id: _columns(article) for article in sample_texts}
    convert = (lambda text: text) if script == "as printed" else OpenCC(script).convert
    compared = 0
    for article, string in _substrings(sample_texts):
        query = convert(string)
        found = set(sample_searcher.found(Question(query)))
        assert article.id in found, query
        if isinstance(parse(query).tree, AnyOf):
            continue  # quotes around the whole of it: a phrase, which may stand without them
        words = [_plain(word) for word in string.split()]
        truth = {
            number
            for number, runs in columns.items()
            if all(any(word in run for run in runs) for word in words)
        }
        assert found == truth, query
        compared += 1
    assert compared > 0.95 * _SUBSTRINGS


def test_single_characters_in_traditional_form_are_found(
    sample_texts: tuple[ArticleText, ...], sample_searcher: Searcher
) -> None:
    for table in ("s2t", "s2tw", "s2hk"):
        convert = OpenCC(table).convert
        for article in sample_texts:
            for character in set(article.text) - {"\n", " "}:
                assert article.id in sample_searcher.found(Question(convert(character)))
