import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.commands import AddAnnotation
from baoguan.domain.errors import ArchiveDamaged, ArchiveTooNew, BaoguanError, NotAnArchive
from baoguan.domain.ids import ArticleId
from baoguan.domain.progress import Cancelled, Silent
from baoguan.domain.query import Question
from baoguan.index.engines import open_embedded
from baoguan.index.whoosh_engine import WhooshEngine
from baoguan.store.database import Database


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_copied_folder_is_the_same_archive(archive_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "别处" / "抄本.baoguan"
    shutil.copytree(archive_folder, copy)
    archive = Archive.open(copy)
    assert archive.search(Question("知识产权")).total > 0
    assert check(archive, Silent()).faults == ()
    archive.close()


@pytest.mark.parametrize("hurt", ["missing", "empty", "garbage"])
def test_a_damaged_index_heals_from_the_catalogue(archive_folder: Path, hurt: str) -> None:
    index = archive_folder / "index" / "whoosh"
    if hurt == "missing":
        shutil.rmtree(index)
    else:
        for path in index.iterdir():
            path.write_bytes(b"" if hurt == "empty" else b"\x80garbage")
    archive = Archive.open(archive_folder)
    assert archive.search(Question("轨道交通")).total > 0
    assert archive.index_state().current
    archive.close()


def test_check_finds_an_altered_and_a_missing_original(archive_folder: Path) -> None:
    archive = Archive.open(archive_folder)
    (source,) = archive.catalogue.pages.sources()
    path = archive.catalogue.originals.path(source)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")
    (fault,) = check(archive, Silent()).faults
    assert "被改动" in fault.zh
    assert "altered" in fault.en
    path.unlink()
    (fault,) = check(archive, Silent()).faults
    assert "缺失" in fault.zh
    archive.close()


@pytest.mark.parametrize(
    ("marker", "error"),
    [
        (None, NotAnArchive),
        ("", ArchiveDamaged),
        ("format = 1\nname = ", ArchiveDamaged),
        ('format = 99\nname = "x"\ncreated = 2030-01-01\n', ArchiveTooNew),
    ],
)
def test_a_folder_that_cannot_be_an_archive_is_left_alone(
    archive_folder: Path, marker: str | None, error: type[BaoguanError]
) -> None:
    path = archive_folder / "archive.toml"
    if marker is None:
        path.unlink()
    else:
        path.write_text(marker, encoding="utf-8")
    before = _snapshot(archive_folder)
    with pytest.raises(error):
        Archive.open(archive_folder)
    assert _snapshot(archive_folder) == before


def test_an_archive_is_not_made_in_a_folder_that_holds_anything(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("private", encoding="utf-8")
    with pytest.raises(NotAnArchive):
        Archive.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_an_index_damaged_while_open_is_made_anew(sample_archive: Archive) -> None:
    assert sample_archive.search(Question("轨道交通")).total > 0
    for path in (sample_archive.folder / "index" / "whoosh").iterdir():
        if path.suffix == ".toc" or path.suffix == ".seg":
            path.unlink()
    assert sample_archive.search(Question("知识产权")).total > 0
    assert sample_archive.index_state().current


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_a_change_is_kept_and_found_where_the_index_was_lost(sample_archive: Archive, engine: str) -> None:
    sample_archive.reindex(engine, Silent())
    shutil.rmtree(sample_archive.folder / "index" / engine)
    (article, *_) = sample_archive.page(sample_archive.pages()[0].id).articles
    sample_archive.do(AddAnnotation(article.id, None, note="甲字第七号"))
    assert sample_archive.found(Question("甲字第七号")) == (article.id,)
    assert sample_archive.found(Question("知識產權"))
    assert sample_archive.index_state().current


def test_texts_folded_by_an_older_version_are_folded_again_with_the_index(archive_folder: Path) -> None:
    database = Database(archive_folder / "catalogue.sqlite")
    with database.writing() as connection:
        connection.execute(text("UPDATE article SET folded = '旧'"))
    database.close()
    (archive_folder / "index" / "whoosh" / "engine.toml").write_text("format = 0\n", encoding="utf-8")
    archive = Archive.open(archive_folder)
    assert check(archive, Silent()).faults == ()
    assert archive.search(Question("知識產權")).total > 0
    archive.close()


def test_changes_are_kept_while_another_program_writes_the_index(sample_archive: Archive) -> None:
    (article, *_) = sample_archive.page(sample_archive.pages()[0].id).articles

    def changes() -> Iterator[tuple[ArticleId, None]]:
        sample_archive.do(AddAnnotation(article.id, None, note="甲字第七号"))
        raise Cancelled
        yield

    with (
        closing(WhooshEngine(sample_archive.folder / "index" / "whoosh")) as other,
        pytest.raises(Cancelled),
    ):
        other.update(changes(), other.revision() + 1)
    assert len(sample_archive.annotations()) == 1
    assert not sample_archive.index_state().current
    sample_archive.close()
    again = Archive.open(sample_archive.folder)
    assert again.found(Question("甲字第七号")) == (article.id,)
    again.close()


def test_a_missing_catalogue_is_said_and_not_made_anew(archive_folder: Path) -> None:
    (archive_folder / "catalogue.sqlite").unlink()
    with pytest.raises(ArchiveDamaged) as caught:
        Archive.open(archive_folder)
    assert "originals" in caught.value.say("zh")
    assert not (archive_folder / "catalogue.sqlite").exists()


def test_an_index_that_another_program_emptied_is_filled_before_it_answers(sample_archive: Archive) -> None:
    other = open_embedded("whoosh", sample_archive.folder / "index" / "whoosh")
    other.clear()
    other.close()
    assert sample_archive.search(Question("知识产权")).total == 1
