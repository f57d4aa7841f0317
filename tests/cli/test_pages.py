"""Pages with places and scans on the command line."""

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType

import pytest

Run = Callable[..., CompletedProcess[str]]


def test_a_pdf_is_taken_in_and_shows_where_its_lines_are(
    run: Run, newsroom: ModuleType, tmp_path: Path
) -> None:
    newsroom.write_pdf([newsroom.page(seed=1, layout="simple")], tmp_path / "期.pdf")
    taken = run("ingest", tmp_path / "a", tmp_path / "期.pdf")
    assert (taken.returncode, taken.stderr) == (0, "")
    shown = json.loads(run("show", tmp_path / "a", 1, "--places", "--json").stdout)
    assert shown["parts"] == [1]
    places, text = shown["places"], shown["text"]
    lines = ["".join(text[slice(*line["span"])]) for line in places["lines"]]
    assert "".join(lines) == text.replace("\n", "")
    for line in places["lines"]:
        region = line["region"]
        assert 0 <= region["left"] < region["left"] + region["width"] <= places["width"]
        assert 0 <= region["top"] < region["top"] + region["height"] <= places["height"]
    plain = run("show", tmp_path / "a", 1, "--places").stdout
    assert all(line in plain for line in lines)


def test_each_page_of_a_source_is_shown(run: Run, newsroom: ModuleType, tmp_path: Path) -> None:
    pages = [newsroom.page(seed=seed, layout="simple") for seed in (1, 2)]
    newsroom.write_pdf(pages, tmp_path / "期.pdf")
    structures = json.loads(run("read", tmp_path / "期.pdf", "--json").stdout)
    assert len(structures) == 2
    assert "第 2 页" in run("read", tmp_path / "期.pdf").stdout


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra ocr")
def test_scans_are_recognised_as_they_are_taken_in(run: Run, newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(seed=1, layout="simple")
    newsroom.write_scan(page, tmp_path / "scan.png", 100)
    taken = run("ingest", tmp_path / "a", tmp_path / "scan.png")
    assert taken.returncode == 0, taken.stderr
    assert "识别了 1 版" in taken.stdout
    words = [f'"{line.text[2:6]}"' for line in page.lines if len(line.text) > 12]
    (tmp_path / "words.txt").write_text("\n".join(words), "utf-8")
    found = run("search", tmp_path / "a", "--queries", tmp_path / "words.txt", "--json").stdout
    counts = [json.loads(line)["total"] for line in found.splitlines()]
    assert sum(map(bool, counts)) > 0.8 * len(words)
    assert "识别了 0 版" in run("recognise", tmp_path / "a").stdout
