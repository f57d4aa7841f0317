"""Sources of several pages and several files: each page by itself, each file once."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import text

from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.commands import KeepPages
from baoguan.app.ingest import ingest_files
from baoguan.domain.errors import SourceError, SourceKnown
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Silent
from baoguan.ingest.package import read_again
from baoguan.store.originals import digest


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    made = Archive.create(tmp_path / "馆藏.baoguan")
    yield made
    assert check(made, Silent()).faults == ()
    made.close()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    """A folder with a PDF of three pages and the METS package of an issue of three."""
    import newsroom

    folder = tmp_path_factory.mktemp("printed")
    newsroom.write_pdf([newsroom.page(seed=seed, layout="simple") for seed in (1, 2, 3)], folder / "期.pdf")
    newsroom.write_issue(newsroom.issue(seed=4, pages=3), folder / "package", "docworks")
    return folder


@pytest.fixture
def issue(printed: Path, tmp_path: Path) -> Path:
    """A PDF of three pages."""
    return Path(shutil.copy(printed / "期.pdf", tmp_path / "期.pdf"))


@pytest.fixture
def package(printed: Path, tmp_path: Path) -> Path:
    """The METS file of an issue of three pages."""
    shutil.copytree(printed / "package", tmp_path / "package")
    return next((tmp_path / "package").glob("*mets*"))


class _StopAt:
    """Stops the work at a step."""

    def __init__(self, at: int) -> None:
        self._at = at
        self.seen: list[tuple[int, int, str]] = []

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        if total > 1 and done == self._at:
            raise Cancelled
        self.seen.append((done, total, doing.zh))


def _parts(archive: Archive) -> list[int]:
    return [archive.catalogue.pages.origin(page.id).part for page in archive.pages()]


def test_each_page_of_a_source_is_a_page_and_the_source_is_kept_once(archive: Archive, issue: Path) -> None:
    report = ingest_files(archive, [issue], Silent())
    assert (len(report.added), report.failed) == (3, ())
    assert _parts(archive) == [0, 1, 2]
    assert [page.sequence for page in archive.pages()] == [1, 2, 3]
    assert {page.source for page in archive.pages()} == {digest(issue)}
    assert list(archive.catalogue.originals.names()) == [digest(issue)]
    for page in archive.pages():
        found = archive.page_print(page.id)
        assert found is not None
        assert found.lines
        assert found.image is not None
        assert found.image.file == archive.catalogue.originals.path(page.source)


def test_what_is_filed_already_is_not_filed_again(archive: Archive, issue: Path) -> None:
    first = ingest_files(archive, [issue], Silent())
    again = ingest_files(archive, [issue], Silent())
    assert again.added == ()
    assert [type(error) for _, error in again.failed] == [SourceKnown]
    gone = first.added[1][1]
    archive.undo(KeepPages((gone,)))
    assert _parts(archive) == [0, 2]
    assert ingest_files(archive, [issue], Silent()).added == ((issue, gone),)
    assert _parts(archive) == [0, 1, 2]


def test_pages_before_a_cancel_are_kept_and_the_others_follow(archive: Archive, issue: Path) -> None:
    progress = _StopAt(2)
    report = ingest_files(archive, [issue], progress)
    assert report.stopped
    assert _parts(archive) == [0, 1]
    assert progress.seen[-1][:2] == (1, 3)
    assert "第 2 页" in progress.seen[-1][2]
    rest = ingest_files(archive, [issue], Silent())
    assert (len(rest.added), rest.failed) == (1, ())
    assert _parts(archive) == [0, 1, 2]


def test_a_package_keeps_every_file_once_and_is_read_again_without_it(
    archive: Archive, package: Path
) -> None:
    report = ingest_files(archive, [package.parent], Silent())
    assert [path for path, _ in report.added] == [package] * 3
    assert report.failed == ()
    files = {path for path in package.parent.rglob("*") if path.is_file()}
    assert set(archive.catalogue.originals.names()) == {digest(path) for path in files}
    before = {page.id: archive.page(page.id).articles for page in archive.pages()}
    shutil.rmtree(package.parent)
    for page in archive.pages():
        scan, found = read_again(archive.catalogue, page.id), archive.page_print(page.id)
        assert found is not None
        assert [line.text for line in found.lines] == [
            line.text
            for line in sorted(
                (line for block in scan.blocks for line in block.printed), key=lambda line: line.number
            )
        ]
        assert found.image is not None
        assert scan.image is not None
        assert (
            found.image.file.read_bytes()
            == archive.catalogue.originals.path(
                archive.catalogue.pages.origin(page.id).files[_image_path(archive, page.id)]
            ).read_bytes()
        )
        assert before[page.id]


def _image_path(archive: Archive, page: int) -> str:
    with archive.catalogue.database.reading() as connection:
        wanted = text("SELECT path FROM page_file WHERE page_id = :page AND role = 'image'")
        return str(connection.scalar(wanted, {"page": page}))


def test_what_lies_in_a_package_is_the_package_s(archive: Archive, package: Path, issue: Path) -> None:
    (package.parent / "access").mkdir()
    shutil.copy(issue, package.parent / "access" / "0001.pdf")
    shutil.copy(next(package.parent.glob("images/*")), package.parent / "thumbnail.png")
    report = ingest_files(archive, [package.parent.parent], Silent())
    assert [path for path, _ in report.added] == [package] * 3 + [issue] * 3
    assert report.failed == ()


def test_files_of_a_package_named_beside_it_are_no_sources(archive: Archive, package: Path) -> None:
    pages = sorted(package.parent.glob("alto/*.xml"))
    report = ingest_files(archive, [*pages, package], Silent())
    assert [path for path, _ in report.added] == [package] * 3
    assert report.failed == ()
    later = ingest_files(archive, [pages[0]], Silent())
    assert [type(error) for _, error in later.failed] == [SourceKnown]


def test_a_bad_page_does_not_stop_the_others_and_follows_when_mended(archive: Archive, package: Path) -> None:
    broken = sorted(package.parent.glob("alto/*.xml"))[1]
    right = broken.read_bytes()
    broken.write_bytes(right[: len(right) // 2])
    report = ingest_files(archive, [package], Silent())
    assert len(report.added) == 2
    ((path, error),) = report.failed
    assert path == package
    assert isinstance(error, SourceError)
    assert _parts(archive) == [0, 2]
    assert digest(broken) not in set(archive.catalogue.originals.names())
    broken.write_bytes(right)
    rest = ingest_files(archive, [package], Silent())
    assert (len(rest.added), rest.failed) == (1, ())
    assert _parts(archive) == [0, 1, 2]
    assert len({page.issue.id for page in archive.pages()}) == 1


def test_articles_go_on_from_page_to_page(archive: Archive, newsroom: ModuleType, package: Path) -> None:
    ingest_files(archive, [package], Silent())
    jumps = {jump.article for page in newsroom.issue(seed=4, pages=3) for jump in page.jumps if jump.onward}
    articles = [record for page in archive.pages() for record in archive.page(page.id).articles]
    whole = {archive.parts(record.id) for record in articles if len(archive.parts(record.id)) > 1}
    assert len(whole) == len(jumps) > 0
    for parts in whole:
        assert len({archive.article(part).page.id for part in parts}) == len(parts)


def test_a_picture_that_is_missing_is_told_once(archive: Archive, package: Path) -> None:
    for picture in sorted(package.parent.glob("images/*"))[:2]:
        picture.unlink()
    report = ingest_files(archive, [package], Silent())
    assert (len(report.added), report.failed) == (3, ())
    ((path, remark),) = report.remarks
    assert path == package
    assert "2" in remark.en
    pictures = [archive.open_picture(page.id) for page in archive.pages()]
    assert [picture is not None for picture in pictures] == [False, False, True]
    for opened in pictures:
        if opened is not None:
            opened.close()


def test_a_page_that_cannot_be_filed_leaves_nothing(archive: Archive, package: Path) -> None:
    with archive.catalogue.database.writing() as connection:
        connection.execute(
            text("CREATE TRIGGER stop BEFORE INSERT ON text_line BEGIN SELECT RAISE(ABORT, 'stop'); END")
        )
    with pytest.raises(Exception, match="stop"):
        ingest_files(archive, [package], Silent())
    assert archive.pages() == ()
    assert list(archive.catalogue.originals.names()) == []
    assert archive.catalogue.pages.sources() == ()


def test_a_folder_is_searched_for_whatever_its_files_hold(
    archive: Archive, issue: Path, seed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    (folder / ".hidden").mkdir(parents=True)
    shutil.copy(issue, folder / "named-otherwise.bin")
    shutil.copy(issue, folder / ".hidden" / "issue.pdf")
    shutil.copy(seed, folder / "page.md")
    (folder / "readme.rst").write_text("no page", "utf-8")
    shutil.copytree(archive.folder, folder / "other.baoguan")
    report = ingest_files(archive, [folder], Silent())
    assert [path.name for path, _ in report.added] == ["named-otherwise.bin"] * 3 + ["page.md"]
    assert report.failed == ()


def test_a_scan_appears_with_its_picture_and_waits(
    archive: Archive, newsroom: ModuleType, tmp_path: Path
) -> None:
    newsroom.write_scan(newsroom.page(seed=1, layout="simple"), tmp_path / "scan.png", 72)
    report = ingest_files(archive, [tmp_path / "scan.png"], Silent())
    ((_, page),) = report.added
    found = archive.page_print(page)
    assert found is not None
    assert found.waiting
    assert found.image is not None
    assert (found.width, found.height) == (found.image.width, found.image.height)
    assert archive.waiting_pages() == (page,)
    assert archive.page(page).articles == ()
