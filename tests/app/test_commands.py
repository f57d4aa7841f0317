import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.commands import (
    AddAnnotation,
    ChangeDecision,
    EditAnnotation,
    KeepPages,
    RemoveAnnotation,
)
from baoguan.domain.article import Span
from baoguan.domain.errors import NotFound
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question


def _first(archive: Archive) -> ArticleId:
    return archive.page(archive.pages()[0].id).articles[0].id


def test_a_note_is_kept_listed_found_and_undone(sample_archive: Archive) -> None:
    article = _first(sample_archive)
    start = sample_archive.article(article).article.text.index("渤化集团")
    add = AddAnnotation(article, Span(start, start + 4), note="查档案馆甲字第七号", tags=("化工",))
    assert sample_archive.search(Question("甲字第七号")).total == 0
    changes = sample_archive.do(add)
    assert changes.annotations
    assert changes.articles == {article}
    (anchored,) = sample_archive.annotations(article)
    assert anchored.span == Span(start, start + 4)
    assert anchored.annotation.target.exact == "渤化集团"
    assert sample_archive.found(Question("甲字第七号")) == (article,)
    assert sample_archive.found(Question("标签:化工")) == (article,)
    sample_archive.undo(add)
    assert sample_archive.annotations() == ()
    assert sample_archive.search(Question("甲字第七号")).total == 0
    sample_archive.do(add)
    assert sample_archive.annotation(add.id).annotation.note == "查档案馆甲字第七号"


def test_editing_and_removing_are_undone(sample_archive: Archive) -> None:
    article = _first(sample_archive)
    add = AddAnnotation(article, None, note="旧")
    sample_archive.do(add)
    edit = EditAnnotation(add.id, "新", ("甲",), 3)
    sample_archive.do(edit)
    after = sample_archive.annotation(add.id).annotation
    assert (after.note, after.tags, after.colour) == ("新", ("甲",), 3)
    sample_archive.undo(edit)
    assert sample_archive.annotation(add.id).annotation.note == "旧"
    remove = RemoveAnnotation(add.id)
    sample_archive.do(remove)
    with pytest.raises(NotFound):
        sample_archive.annotation(add.id)
    sample_archive.undo(remove)
    assert sample_archive.annotation(add.id).annotation.note == "旧"


def test_every_decision_can_be_rejected_and_taken_back(sample_archive: Archive) -> None:
    (page,) = sample_archive.pages()
    before = sample_archive.page(page.id)
    texts = {record.id: record.article for record in before.articles}
    assert before.decisions
    changed = 0
    for decision in before.decisions:
        command = ChangeDecision(page.id, decision.id, rejected=True)
        sample_archive.do(command)
        now = sample_archive.page(page.id)
        changed += {record.id: record.article for record in now.articles} != texts
        assert [one.rejected for one in now.decisions if one.id == decision.id] == [True]
        sample_archive.undo(command)
        back = sample_archive.page(page.id)
        assert {record.id: record.article for record in back.articles} == texts
    assert changed == len(before.decisions)
    assert check(sample_archive, Silent()).faults == ()


def test_notes_stay_on_their_article_when_the_page_is_laid_out_again(sample_archive: Archive) -> None:
    (page,) = sample_archive.pages()
    content = sample_archive.page(page.id)
    last = content.articles[-1]
    start = last.article.text.index("沧州研究院")
    sample_archive.do(AddAnnotation(last.id, Span(start, start + 5), note="膜"))
    sample_archive.do(ChangeDecision(page.id, content.decisions[0].id, rejected=True))
    (anchored,) = sample_archive.annotations()
    assert anchored.span is not None
    text = sample_archive.article(anchored.annotation.article).article.text
    assert text[anchored.span.start : anchored.span.end] == "沧州研究院"


def test_pages_taken_in_can_be_taken_out_and_brought_back(sample_archive: Archive) -> None:
    (page,) = sample_archive.pages()
    keep = KeepPages((page.id,))
    sample_archive.undo(keep)
    assert sample_archive.pages() == ()
    assert sample_archive.issues() == ()
    assert sample_archive.search(Question("知识产权")).total == 0
    assert sample_archive.statistics_count() == 0
    sample_archive.do(keep)
    assert sample_archive.pages() == (page,)
    assert sample_archive.search(Question("知识产权")).total > 0


def test_pages_are_taken_out_all_or_none(sample_archive: Archive) -> None:
    (page,) = sample_archive.pages()
    with sample_archive.catalogue.database.writing() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER stop BEFORE UPDATE OF deleted_at ON page WHEN old.id = 2 "
                "BEGIN SELECT RAISE(ABORT, 'stop'); END"
            )
        )
        connection.execute(
            text(
                "INSERT INTO page (id, issue_id, source_sha256, sequence, notes) "
                "SELECT 2, issue_id, source_sha256, 2, notes FROM page"
            )
        )
    with pytest.raises(DBAPIError):
        sample_archive.undo(KeepPages((page.id, PageId(2))))
    assert len(sample_archive.pages()) == 2
    assert sample_archive.search(Question("知识产权")).total > 0


def test_an_article_that_is_not_there_is_said_so(sample_archive: Archive) -> None:
    with pytest.raises(NotFound) as caught:
        sample_archive.article(ArticleId(999))
    assert "999" in caught.value.say("zh")
