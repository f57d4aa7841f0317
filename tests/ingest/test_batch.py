from pathlib import Path

from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.commands import KeepPages
from baoguan.app.ingest import ingest_files, ingest_into
from baoguan.domain.errors import (
    SourceEmpty,
    SourceKnown,
    SourceUnreadable,
    UnknownFormat,
)
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Silent
from baoguan.domain.query import Question


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_bad_files_do_not_stop_the_others(tmp_path: Path, seed: Path) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "picture.txt"
    empty.write_bytes(b"")
    binary.write_bytes(b"\x7fELF\x02" + bytes(range(256)) * 20)
    report = ingest_into(tmp_path / "a", [empty, tmp_path / "missing.md", binary, seed, seed], Silent())
    assert [path for path, _ in report.added] == [seed]
    assert [(path.name, type(error)) for path, error in report.failed] == [
        ("empty.txt", SourceEmpty),
        ("missing.md", SourceUnreadable),
        ("picture.txt", UnknownFormat),
        (seed.name, SourceKnown),
    ]
    for path, error in report.failed:
        assert path.name in error.say("zh")
        assert path.name in error.say("en")
    archive = Archive.open(tmp_path / "a")
    assert check(archive, Silent()).faults == ()
    assert list(archive.catalogue.originals.names()) == list(archive.catalogue.pages.sources())
    archive.close()


def test_nothing_taken_in_leaves_no_archive(tmp_path: Path) -> None:
    report = ingest_into(tmp_path / "new", [tmp_path / "missing.txt"], Silent())
    assert report.added == ()
    assert not (tmp_path / "new").exists()


def test_a_known_file_changes_nothing(archive_folder: Path, seed: Path) -> None:
    before = _files(archive_folder / "originals"), (archive_folder / "catalogue.sqlite").read_bytes()
    report = ingest_into(archive_folder, [seed], Silent())
    assert isinstance(report.failed[0][1], SourceKnown)
    assert (
        _files(archive_folder / "originals"),
        (archive_folder / "catalogue.sqlite").read_bytes(),
    ) == before


def test_a_page_taken_out_comes_back_when_its_file_is_taken_in_again(
    sample_archive: Archive, seed: Path
) -> None:
    (page,) = sample_archive.pages()
    sample_archive.undo(KeepPages((page.id,)))
    report = ingest_files(sample_archive, [seed], Silent())
    assert [number for _, number in report.added] == [page.id]
    assert sample_archive.search(Question("知识产权")).total > 0


def test_pages_filed_before_a_cancel_are_kept_and_found(tmp_path: Path, seed: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text("## 另一版\n\n这是另一版的文字。\n", encoding="utf-8")

    class StopAtSecond:
        def step(self, done: int, total: int, doing: Bilingual) -> None:
            if total == 2 and done == 1:
                raise Cancelled

    report = ingest_into(tmp_path / "a", [seed, second], StopAtSecond())
    assert report.stopped
    assert [path for path, _ in report.added] == [seed]
    archive = Archive.open(tmp_path / "a")
    assert [page.source_name for page in archive.pages()] == [seed.name]
    assert archive.search(Question("知识产权")).total > 0
    assert archive.search(Question("另一版")).total == 0
    archive.close()


def test_a_folder_gives_its_pages_and_one_without_any_is_reported(tmp_path: Path, seed: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    (full / "10").mkdir(parents=True)
    empty.mkdir()
    (full / "10" / "page.md").write_bytes(seed.read_bytes())
    report = ingest_into(tmp_path / "a", [full, empty], Silent())
    assert [path.name for path, _ in report.added] == ["page.md"]
    ((path, error),) = report.failed
    assert (path, type(error)) == (empty, SourceUnreadable)
