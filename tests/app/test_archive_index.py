import shutil
from contextlib import closing
from pathlib import Path

from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation
from baoguan.domain.language import Bilingual
from baoguan.domain.query import Question


class _Counting:
    """A Progress that counts the articles indexed."""

    def __init__(self) -> None:
        self.articles = 0

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        if doing.en == "Indexing":
            self.articles = total


def _write(folder: Path, note: str) -> None:
    with closing(Archive.open(folder)) as archive:
        article = archive.page(archive.pages()[0].id).articles[0].id
        archive.do(AddAnnotation(article, None, note=note))


def _found(folder: Path, text: str) -> int:
    with closing(Archive.open(folder)) as archive:
        assert archive.index_state().current
        return archive.search(Question(text)).total


def test_an_index_left_behind_catches_up_with_what_changed_alone(archive_folder: Path) -> None:
    former = archive_folder.parent / "former"
    _write(archive_folder, "甲字第一号")
    shutil.copytree(archive_folder / "index", former)
    _write(archive_folder, "乙字第二号")
    _write(archive_folder, "丙字第三号")
    shutil.rmtree(archive_folder / "index")
    former.rename(archive_folder / "index")
    counting = _Counting()
    with closing(Archive.open(archive_folder, counting)) as archive:
        assert counting.articles == 1
        assert archive.search(Question("丙字第三号")).total == 1


def test_an_index_ahead_of_a_catalogue_put_back_is_made_anew(archive_folder: Path) -> None:
    former = archive_folder.parent / "catalogue.sqlite"
    shutil.copy(archive_folder / "catalogue.sqlite", former)
    _write(archive_folder, "甲字第一号")
    former.replace(archive_folder / "catalogue.sqlite")
    assert _found(archive_folder, "甲字第一号") == 0
    assert _found(archive_folder, "知识产权") == 1


def test_an_index_of_a_copy_that_went_another_way_is_made_anew(archive_folder: Path) -> None:
    """As many changes to the same article on both sides: a mere count would be the same."""
    copy = archive_folder.parent / "copy.baoguan"
    shutil.copytree(archive_folder, copy)
    for folder, notes in (
        (archive_folder, ("甲字第一号", "甲字第二号")),
        (copy, ("乙字第一号", "乙字第二号")),
    ):
        for note in notes:
            _write(folder, note)
    (copy / "catalogue.sqlite").replace(archive_folder / "catalogue.sqlite")
    for note, times in (("甲字第一号", 0), ("甲字第二号", 0), ("乙字第一号", 1), ("乙字第二号", 1)):
        assert _found(archive_folder, note) == times


def test_an_index_that_lies_where_earlier_versions_put_it_is_cleared(archive_folder: Path) -> None:
    index = archive_folder / "index"
    for path in (index / "whoosh").iterdir():
        path.rename(index / path.name)
    (index / "whoosh").rmdir()
    assert _found(archive_folder, "知识产权") == 1
    assert {path.name for path in index.iterdir()} <= {"whoosh", "making.lock"}


def test_an_exchange_cut_short_is_finished(archive_folder: Path) -> None:
    index = archive_folder / "index"
    (index / "whoosh").rename(index / "whoosh.former")
    counting = _Counting()
    with closing(Archive.open(archive_folder, counting)) as archive:
        assert counting.articles == 0
        assert archive.search(Question("知识产权")).total == 1
    shutil.copytree(index / "whoosh", index / "whoosh.former")
    assert _found(archive_folder, "知识产权") == 1
    assert not (index / "whoosh.former").exists()


def test_a_healed_index_is_said_once(archive_folder: Path) -> None:
    for path in (archive_folder / "index" / "whoosh").iterdir():
        path.write_bytes(b"\x80garbage")
    with closing(Archive.open(archive_folder)) as archive:
        (notice,) = archive.index_state().notices
        assert "重建" in notice.zh
    with closing(Archive.open(archive_folder)) as archive:
        assert archive.index_state().notices == ()


def test_an_index_that_is_merely_missing_is_made_without_a_word(archive_folder: Path) -> None:
    shutil.rmtree(archive_folder / "index")
    with closing(Archive.open(archive_folder)) as archive:
        assert archive.index_state().notices == ()
        assert archive.index_state().current
