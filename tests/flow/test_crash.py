"""Ingest killed at any moment: what was filed stays whole, and doing it again finishes the work."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

import baoguan
from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.ingest import ingest_into
from baoguan.app.marker import has_marker
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question


def _pages(folder: Path, count: int) -> list[Path]:
    made = []
    for number in range(count):
        path = folder / f"{number:03}.md"
        body = "\n\n".join(f"第{number}版第{line}段，滨海新区新设企业{line + 3}家。" for line in range(40))
        path.write_text(f"## 第{number}版要闻\n\n■ 本报记者 刘畅\n\n{body}\n", encoding="utf-8")
        made.append(path)
    return made


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_killed_while_taking_in(tmp_path: Path, share: float) -> None:
    pages = _pages(tmp_path, 40)
    folder = tmp_path / "a.baoguan"
    environment = os.environ | {"PYTHONPATH": str(Path(baoguan.__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-m", "baoguan", "ingest", folder, *pages],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and len(list(folder.glob("originals/*/*"))) < share * len(pages):
        time.sleep(0.005)
    process.kill()
    process.wait()
    assert has_marker(folder)
    archive = Archive.open(folder)
    filed = archive.pages()
    assert len(filed) >= share * len(pages) - 1
    assert check(archive, Silent()).faults == ()
    assert archive.search(Question("滨海新区")).total == len(filed)
    archive.close()
    report = ingest_into(folder, pages, Silent())
    assert len(report.added) + len(filed) == len(pages)
    archive = Archive.open(folder)
    assert archive.search(Question("滨海新区")).total == len(pages)
    assert check(archive, Silent()).faults == ()
    archive.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_between_the_pages_of_an_issue(tmp_path: Path, newsroom: ModuleType) -> None:
    issue, folder = tmp_path / "期.pdf", tmp_path / "a.baoguan"
    newsroom.write_pdf([newsroom.page(seed=seed, layout="simple") for seed in range(4)] * 3, issue)
    environment = os.environ | {"PYTHONPATH": str(Path(baoguan.__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-m", "baoguan", "ingest", folder, issue],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and _filed(folder) < 4:
        time.sleep(0.005)
    process.kill()
    process.wait()
    with closing(Archive.open(folder)) as archive:
        filed = archive.pages()
        assert len(filed) >= 4
        assert check(archive, Silent()).faults == ()
        for page in filed:
            found, content = archive.page_print(page.id), archive.page(page.id)
            assert found is not None
            numbers = {line.number for line in found.lines}
            assert content.articles
            for record in content.articles:
                assert {line for part in record.article.paragraphs for line in part.source_lines} <= numbers
    report = ingest_into(folder, [issue], Silent())
    assert len(report.added) + len(filed) == 12
    with closing(Archive.open(folder)) as archive:
        parts = [archive.catalogue.pages.origin(page.id).part for page in archive.pages()]
        assert sorted(parts) == list(range(12))
        assert check(archive, Silent()).faults == ()


def _filed(folder: Path) -> int:
    """Return how many pages a catalogue holds that another process writes."""
    path = folder / "catalogue.sqlite"
    if not has_marker(folder) or not path.exists():
        return 0
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
        return int(connection.execute("SELECT count(*) FROM page").fetchone()[0])
