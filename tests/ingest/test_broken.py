"""Whatever is wrong with a source: one sentence, nothing half-stored, and the rest of the batch goes on."""

from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.ingest import ingest_files
from baoguan.domain.errors import SourceError
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Silent


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> dict[str, Path]:
    """Files that cannot be taken in, by what is wrong with them."""
    import newsroom

    folder = tmp_path_factory.mktemp("broken")
    page, wrong = newsroom.page(seed=1, layout="simple"), newsroom.broken
    (folder / "secret.txt").write_text("秘密", "utf-8")
    cut = newsroom.write_alto(page, folder / "cut.xml")
    found = {
        "cut": wrong.truncated(cut),
        "locked": wrong.locked_pdf(page, folder / "locked.pdf"),
        "no pages": wrong.pdf_of_pages(0, folder / "none.pdf"),
        "no pixels": wrong.png_of(0, 0, folder / "zero.png"),
        "boasting": wrong.png_that_boasts(folder / "boast.png"),
        "laughing": wrong.laughing_alto(page, folder / "laugh.xml"),
        "prying": wrong.prying_alto(page, folder / "pry.xml", folder / "secret.txt"),
        "deep": wrong.deep_alto(folder / "deep.xml"),
    }
    found["text"] = folder / "empty.txt"
    found["text"].write_bytes(b"")
    return found


def test_each_is_told_in_a_sentence_and_the_good_page_is_filed(
    broken: dict[str, Path], tmp_path: Path, seed: Path
) -> None:
    with closing(Archive.create(tmp_path / "a")) as archive:
        report = ingest_files(archive, [*broken.values(), seed], Silent())
        assert [path for path, _ in report.added] == [seed]
        assert {path for path, _ in report.failed} == set(broken.values())
        for path, error in report.failed:
            assert isinstance(error, SourceError), path
            assert path.name in error.what.zh
            assert path.name in error.what.en
            assert error.next_step.zh.endswith("。")
        assert len(report.failed) == len(broken)
        assert [name.source_name for name in archive.pages()] == [seed.name]
        assert list(archive.catalogue.originals.names()) == [archive.pages()[0].source]
        assert check(archive, Silent()).faults == ()


def test_a_page_of_thousands_is_stopped_where_it_is(tmp_path: Path, newsroom: ModuleType) -> None:

    class StopAtThird:
        def step(self, done: int, total: int, doing: Bilingual) -> None:
            if done == 2:
                assert total == 5000
                raise Cancelled

    newsroom.broken.pdf_of_pages(5000, tmp_path / "many.pdf")
    with closing(Archive.create(tmp_path / "a")) as archive:
        report = ingest_files(archive, [tmp_path / "many.pdf"], StopAtThird())
        assert report.stopped
        assert len(archive.pages()) == 2
        assert archive.waiting_pages() == tuple(page.id for page in archive.pages())
