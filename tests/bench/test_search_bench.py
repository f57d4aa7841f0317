"""The benchmark runs from end to end, on so few articles that its figures mean nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_EVERY_PEER = """
import sys, tempfile
from pathlib import Path

sys.path.append(sys.path.pop(0))  # behind: it has its own statistics
import press, stages

assert press.portion(7, 20) == press.portion(7, 20)
with tempfile.TemporaryDirectory() as folder:
    archive = Path(folder) / "archive"
    archive.mkdir()
    _, asked, strings = stages.make(archive, 100, 2)
    for place, each in enumerate(stages.CONTENDERS):
        if not each.ours and not each.missing():
            stages.build(place, archive)
            told = stages.ask(place, archive, asked) | stages.check(place, archive, strings)
            print(each.name, sum(total or 0 for total in told["totals"]) > 0, sep="|")
"""


def _run(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=_HERE,
        env=os.environ | {"PYTHONPATH": str(_HERE.parents[1] / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """The figures of a run on 100 articles, only ours."""
    folder = tmp_path_factory.mktemp("bench")
    out = folder / "figures.json"
    few = ("--articles", "100", "--questions", "3", "--peers", "none")
    told = _run("search.py", *few, "--json", str(out), "--folder", str(folder))
    assert "| one common word, p50 / p95 ms |" in told
    assert [path.name for path in folder.iterdir()] == ["figures.json"]
    return json.loads(out.read_text("utf-8"))["sizes"]["100"]


def test_every_peer_is_built_and_asked() -> None:
    told = dict(line.split("|") for line in _run("-c", _EVERY_PEER).splitlines())
    assert set(told.values()) == {"True"}
    assert set(told) >= {"FTS5 trigram", "FTS5 + jieba", "Whoosh + ChineseAnalyzer"}


def test_our_engines_answer_every_class(report: dict) -> None:
    assert list(report["engines"]) == ["ours on Whoosh", "ours on Tantivy"]
    assert report["left_out"] == {}
    for engine in report["engines"].values():
        assert [each["questions"] for each in engine["classes"].values()] == [3] * 12
        assert engine["bytes_per_text_byte"] > 0


def test_ours_miss_nothing_and_answer_alike(report: dict) -> None:
    assert report["ours_agree"]
    for engine in report["engines"].values():
        assert engine["strings"] == {"strings": 50, "recall": 1, "precision": 1, "complete": 1}


def test_the_window_is_watched_while_it_searches(report: dict) -> None:
    for engine in report["engines"].values():
        assert engine["window"]["answers"] > 30
        assert engine["window"]["searching_ms"] > 0
