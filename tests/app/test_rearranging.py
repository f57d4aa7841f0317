"""Layouts corrected by hand: undone, kept over readings, and followed by what readers wrote."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation, ChangeDecision, Rearrange
from baoguan.app.ingest import ingest_files
from baoguan.domain.article import Article, Role, Span
from baoguan.domain.ids import PageId
from baoguan.domain.page import Region
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question
from baoguan.domain.rearrangement import Gathered, Recast, Reframed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    import newsroom

    folder = tmp_path_factory.mktemp("made")
    newsroom.write_alto(newsroom.page(seed=9, layout="mixed"), folder / "page.xml", image=True)
    archive = Archive.create(folder / "a")
    ingest_files(archive, [folder / "page.xml"], Silent())
    archive.close()
    return folder / "a"


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[Archive]:

    shutil.copytree(made, tmp_path / "a")
    opened = Archive.open(tmp_path / "a")
    yield opened
    opened.close()


@pytest.fixture
def page(archive: Archive) -> PageId:
    (record,) = archive.pages()
    return record.id


def _articles(archive: Archive, page: PageId) -> dict[int, Article]:
    return {record.id: record.article for record in archive.page(page).articles}


def _lines(article: Article) -> tuple[int, ...]:
    parts = (article.headings, article.bylines, article.paragraphs, article.figures)
    return tuple(line for printed in parts for part in printed for line in part.source_lines)


def _two(archive: Archive, page: PageId) -> tuple[int, int]:
    """Return two articles that have enough text to be told apart."""
    long = [id_ for id_, article in _articles(archive, page).items() if len(article.paragraphs) > 1]
    return long[0], long[1]


def test_articles_are_merged_and_parted_again_with_their_numbers(archive: Archive, page: PageId) -> None:
    before = _articles(archive, page)
    one, other = _two(archive, page)
    command = Rearrange(page, (Gathered(_lines(before[other]), _lines(before[one])[0]),))
    changes = archive.do(command)
    assert changes.pages
    assert {one, other} <= changes.articles
    after = _articles(archive, page)
    assert other not in after
    assert set(_lines(before[other])) <= set(_lines(after[one]))
    assert archive.rearrangements(page) == command.acts
    archive.undo(command)
    assert _articles(archive, page) == before
    assert archive.rearrangements(page) == ()
    archive.do(command)
    assert _articles(archive, page) == after


def test_an_article_that_loses_its_first_line_keeps_its_number(archive: Archive, page: PageId) -> None:
    before = _articles(archive, page)
    one, _ = _two(archive, page)
    first = _lines(before[one])[0]
    archive.do(Rearrange(page, (Recast((min(_lines(before[one])),), None),)))
    after = _articles(archive, page)
    assert first not in _lines(after[one])
    assert set(after) == set(before)


def test_what_readers_wrote_follows_its_text(archive: Archive, page: PageId) -> None:
    before = _articles(archive, page)
    one, other = _two(archive, page)
    text = before[other].text
    start = text.index(before[other].paragraphs[-1].text)
    word, whole = AddAnnotation(other, Span(start, start + 2), "词"), AddAnnotation(other, None, "全篇")
    staying = AddAnnotation(one, Span(0, 2), "不动")
    for note in (word, whole, staying):
        archive.do(note)
    command = Rearrange(page, (Gathered(_lines(before[other]), _lines(before[one])[0]),))
    archive.do(command)
    for note in (word, whole, staying):
        anchored = archive.annotation(note.id)
        assert anchored.annotation.article == one
        assert anchored.span is not None
        quoted = archive.article(one).article.text[slice(*anchored.span)]
        assert quoted == anchored.annotation.target.exact
    archive.undo(command)
    assert [archive.annotation(note.id).annotation.article for note in (word, whole, staying)] == [
        other,
        other,
        one,
    ]


def test_what_was_said_first_holds_when_more_is_said(archive: Archive, page: PageId) -> None:
    before = _articles(archive, page)
    one, other = _two(archive, page)
    merge = Rearrange(page, (Gathered(_lines(before[other]), _lines(before[one])[0]),))
    line = before[one].paragraphs[-1].source_lines[0]
    note = Rearrange(page, (Recast((line,), Role.NOTE),))
    archive.do(merge)
    archive.do(note)
    merged = _articles(archive, page)[one]
    assert set(_lines(before[other])) <= set(_lines(merged))
    assert any(paragraph.role is Role.NOTE for paragraph in merged.paragraphs)
    decisions = archive.page(page).decisions
    if decisions:
        archive.do(ChangeDecision(page, decisions[0].id, True))
        assert archive.rearrangements(page) == (*merge.acts, *note.acts)
    for command in (note, merge):
        archive.undo(command)
    assert archive.rearrangements(page) == ()


def test_what_is_said_holds_after_opening_again_and_is_found(archive: Archive, page: PageId) -> None:
    before = _articles(archive, page)
    one, other = _two(archive, page)
    word = before[other].paragraphs[-1].text[:8]
    assert archive.found(Question(f'"{word}"')) == (other,)
    archive.do(Rearrange(page, (Gathered(_lines(before[other]), _lines(before[one])[0]),)))
    assert archive.found(Question(f'"{word}"')) == (one,)
    after = _articles(archive, page)
    folder = archive.folder
    archive.close()
    again = Archive.open(folder)
    assert _articles(again, page) == after
    assert len(again.rearrangements(page)) == 1
    again.close()


def test_figures_are_framed_by_hand(archive: Archive, page: PageId, newsroom: ModuleType) -> None:
    frame = Region(10, 20, 300, 200)
    command = Rearrange(page, (Reframed(None, frame),))
    count = len(archive.figures(page))
    archive.do(command)
    regions = [record.figure.region for record in archive.figures(page)]
    assert frame in regions
    (record,) = [record for record in archive.figures(page) if record.figure.region == frame]
    picture = archive.figure_picture(record.id, 100)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    archive.undo(command)
    assert len(archive.figures(page)) == count
