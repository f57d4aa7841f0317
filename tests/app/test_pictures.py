"""Pictures of pages and figures, cut from the originals and made again whenever they are gone."""

import io
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from baoguan.app.archive import Archive
from baoguan.app.commands import Rearrange
from baoguan.app.ingest import ingest_files
from baoguan.domain.ids import FigureId
from baoguan.domain.page import Region
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question
from baoguan.domain.rearrangement import Reframed
from baoguan.domain.records import FigureFilter

_FRAME = Region(100, 200, 400, 100)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a scan that is red where a figure is, and of a page without a picture."""
    folder = tmp_path_factory.mktemp("made")
    page = Image.new("RGB", (800, 1000), "white")
    page.paste("red", (100, 200, 500, 300))
    page.save(folder / "page.png")
    (folder / "page.md").write_text("## 另一版\n\n文字。\n", "utf-8")
    with closing(Archive.create(folder / "a")) as archive:
        report = ingest_files(archive, [folder / "page.png", folder / "page.md"], Silent())
        archive.do(Rearrange(report.added[0][1], (Reframed(None, _FRAME),)))
    return folder / "a"


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[Archive]:
    shutil.copytree(made, tmp_path / "a")
    with closing(Archive.open(tmp_path / "a")) as opened:
        yield opened


def _figure(archive: Archive) -> FigureId:
    (record,) = archive.gallery()
    return record.id


def _cut(archive: Archive, most: int = 0) -> Image.Image:
    picture = archive.figure_picture(_figure(archive), most)
    assert picture is not None
    return Image.open(io.BytesIO(picture))


def test_a_figure_is_cut_from_its_page(archive: Archive) -> None:
    whole = _cut(archive)
    assert whole.size == (400, 100)
    assert whole.convert("RGB").getextrema() == ((255, 255), (0, 0), (0, 0))
    assert _cut(archive, 40).size == (40, 10)


def test_what_was_cut_is_kept_and_made_again(archive: Archive) -> None:
    before = _cut(archive, 40).tobytes()
    kept = sorted((archive.folder / "derived").rglob("*.png"))
    assert len(kept) == 1
    kept[0].write_bytes(kept[0].read_bytes())
    assert _cut(archive, 40).tobytes() == before
    shutil.rmtree(archive.folder / "derived")
    assert _cut(archive, 40).tobytes() == before
    assert sorted((archive.folder / "derived").rglob("*.png")) == kept


def test_a_frame_that_is_redrawn_is_cut_anew(archive: Archive) -> None:
    (record,) = archive.gallery()
    archive.do(Rearrange(record.page, (Reframed(_FRAME, Region(0, 0, 50, 60)),)))
    assert _cut(archive).size == (50, 60)


def test_a_figure_that_stays_as_it_was_keeps_its_number(archive: Archive) -> None:
    before = _figure(archive)
    archive.do(Rearrange(archive.gallery()[0].page, (Reframed(None, Region(0, 0, 50, 60)),)))
    assert before in {record.id for record in archive.gallery()}


def test_nothing_is_cut_where_there_is_no_picture(archive: Archive) -> None:
    scan, plain = (page.id for page in archive.pages())
    assert archive.open_picture(plain) is None
    image = archive.catalogue.prints.image(scan)
    assert image is not None
    image.file.chmod(0o644)
    image.file.unlink()
    assert archive.open_picture(scan) is None
    assert archive.figure_picture(_figure(archive)) is None


def test_a_page_is_opened_in_tiles(archive: Archive) -> None:
    picture = archive.open_picture(archive.pages()[0].id)
    assert picture is not None
    assert (picture.width, picture.height) == (800, 1000)
    assert Image.open(io.BytesIO(picture.overview(100))).size == (80, 100)
    picture.close()


def test_an_archive_that_cannot_be_written_shows_its_pictures(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(made, tmp_path / "a")
    shutil.rmtree(tmp_path / "a" / "derived", ignore_errors=True)
    monkeypatch.setattr("baoguan.app.archive.writable", lambda folder: False)
    monkeypatch.setattr("baoguan.app.pictures.user_cache_path", lambda *_, **__: tmp_path / "cache")
    before = sorted((tmp_path / "a").rglob("*"))
    with closing(Archive.open(tmp_path / "a")) as archive:
        assert archive.read_only
        assert _cut(archive).size == (400, 100)
        assert _cut(archive).size == (400, 100)
    assert sorted((tmp_path / "a").rglob("*")) == before


def test_the_figures_of_a_search_are_those_of_its_articles(sample_archive: Archive) -> None:
    question = Question("B1线")
    found = sample_archive.found(question)
    wanted = FigureFilter(question=question)
    figures = sample_archive.gallery(wanted)
    assert [record.figure.caption for record in figures] == ["建设中的轨道交通B1线。"]
    assert {record.article for record in figures} <= set(found)
    assert sample_archive.gallery_count(wanted) == 1
    assert sample_archive.gallery_count() == 3
    assert sample_archive.gallery(limit=2, offset=1) == sample_archive.gallery()[1:]
    assert [kind.statistics for kind in sample_archive.gallery_kinds()] == [3]
