from pathlib import Path

import pytest

from baoguan.app import sample
from baoguan.app.archive import Archive
from baoguan.app.sample import open_sample, sample_folder
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "user_data_path", lambda name, appauthor: tmp_path / name)


def test_the_first_start_makes_the_sample_archive_and_the_next_opens_it() -> None:
    assert not sample_folder().exists()
    archive = open_sample(Silent())
    assert (len(archive.pages()), len(archive.page(archive.pages()[0].id).articles)) == (1, 7)
    archive.close()
    made = (sample_folder() / "catalogue.sqlite").stat().st_mtime_ns
    again = open_sample(Silent())
    assert again.search(Question("知识产权")).total > 0
    again.close()
    assert (sample_folder() / "catalogue.sqlite").stat().st_mtime_ns == made


def test_a_first_start_that_was_cut_short_is_finished_by_the_next() -> None:
    Archive.create(sample_folder(), "样刊").close()
    archive = open_sample(Silent())
    assert archive.search(Question("轨道交通")).total > 0
    archive.close()
