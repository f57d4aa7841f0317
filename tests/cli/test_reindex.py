import tomllib
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize("engine", ["tantivy", "whoosh"])
def test_an_index_is_built_by_hand(run: Run, archive_folder: Path, engine: str) -> None:
    built = run("reindex", archive_folder, "--engine", engine)
    assert (built.returncode, built.stderr) == (0, "")
    assert engine in built.stdout
    checked = run("check", archive_folder)
    assert checked.returncode == 0
    assert f"检索引擎 {engine}，索引与目录一致。" in checked.stdout
    assert "命中 1 篇" in run("search", archive_folder, "知識產權").stdout


def test_without_an_engine_it_is_the_one_there_is(run: Run, archive_folder: Path) -> None:
    run("reindex", archive_folder, "--engine", "tantivy")
    assert "tantivy" in run("reindex", archive_folder).stdout


def test_a_cluster_that_is_nowhere_is_said_and_changes_nothing(run: Run, archive_folder: Path) -> None:
    failed = run("reindex", archive_folder, "--engine", "opensearch", lang="en_GB.UTF-8")
    assert failed.returncode == 1
    assert "--host" in failed.stderr
    assert len(failed.stderr.strip().splitlines()) == 1
    assert tomllib.loads((archive_folder / "archive.toml").read_text("utf-8"))["engine"] == "whoosh"
    assert "命中 1 篇" in run("search", archive_folder, "知識產權").stdout


def test_a_host_is_of_a_cluster_alone(run: Run, archive_folder: Path) -> None:
    wrong = run("reindex", archive_folder, "--engine", "whoosh", "--host", "http://localhost:9200")
    assert wrong.returncode == 2
    assert "cluster" not in (archive_folder / "archive.toml").read_text("utf-8")


def test_a_folder_that_is_no_archive_is_one_clear_sentence(run: Run, tmp_path: Path) -> None:
    failed = run("reindex", tmp_path, "--engine", "whoosh")
    assert failed.returncode == 1
    assert len(failed.stderr.strip().splitlines()) == 1
