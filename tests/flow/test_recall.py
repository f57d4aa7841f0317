"""Random strings of the sample page, in either script, find exactly the articles they are printed in."""

import random
import re

import pytest
from opencc import OpenCC

from baoguan.app.archive import Archive
from baoguan.domain.article import RUNNING_TEXT, Passage
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Question

_QUERIES = 2000


def _strings(archive: Archive) -> dict[ArticleId, list[str]]:
    """Return what stands together in each article: its running text as one, every other part by itself."""
    found: dict[ArticleId, list[str]] = {}
    for record in archive.page(archive.pages()[0].id).articles:
        text = record.article.text

        def printed(passage: Passage, text: str = text) -> str:
            return text[passage.start : passage.end]

        passages = record.article.passages()
        running = "".join(printed(passage) for passage in passages if passage.role in RUNNING_TEXT)
        apart = [printed(passage) for passage in passages if passage.role not in RUNNING_TEXT]
        found[record.id] = [running, *apart]
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).lower()


@pytest.mark.parametrize("script", [None, "s2t", "s2tw", "s2hk"])
def test_random_strings_find_their_articles_and_no_others(
    sample_archive: Archive, script: str | None
) -> None:
    chance = random.Random(2022)
    strings = _strings(sample_archive)
    everything = {number: [_plain(part) for part in parts] for number, parts in strings.items()}
    every = [part for parts in strings.values() for part in parts]
    convert = OpenCC(script).convert if script else str
    wrong = []
    for _ in range(_QUERIES):
        part = chance.choices(every, weights=[len(part) for part in every])[0]
        length = min(len(part), chance.choice([1, 1, 2, 2, 3, 4, 5, 6, 8, 12, 20, 40, 200]))
        start = chance.randrange(len(part) - length + 1)
        string = part[start : start + length]
        # A space asks for both its sides, wherever they stand.
        pieces = [_plain(piece) for piece in string.split()]
        truth = {
            number
            for number, parts in everything.items()
            if all(any(piece in part for part in parts) for piece in pieces)
        }
        if not pieces:
            continue
        got = set(sample_archive.found(Question(convert(string))))
        if got != truth:
            wrong.append((string, truth - got, got - truth))
    assert wrong == []
