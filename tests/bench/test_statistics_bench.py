import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_SENTENCES = (
    (
        "昨日米价每石三十五元,较前日涨二元。",
        [("三十五元", 35, "CNY"), ("二元", 2, "CNY")], [("昨日", "1936-05-11")], [],
    ),
    ("增产三成,共收麦五千石。", [("三成", 30, "%"), ("五千石", 5000, "石")], [], []),
    ("四川路桥12号线的张三丰说起三心二意的人。", [], [], ["四川", "12号线", "张三丰", "三心二意"]),
)  # fmt: skip


def _case(text: str, numbers: list, times: list, traps: list) -> dict:
    def placed(raw: str, **more: object) -> dict:
        return {"start": text.index(raw), "end": text.index(raw) + len(raw), "raw": raw, **more}

    return {
        "era": "1940s",
        "date": "1936-05-12",
        "text": text,
        "numbers": [placed(raw, value=value, unit=unit) for raw, value, unit in numbers],
        "times": [placed(raw, iso=iso) for raw, iso in times],
        "ordinals": [],
        "traps": [placed(raw) for raw in traps],
    }


def _run(*command: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *command],
        cwd=_HERE,
        env=os.environ | {"PYTHONPATH": str(_HERE.parents[1] / "desktop")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three labelled sentences."""
    path = tmp_path_factory.mktemp("bench") / "labelled.jsonl"
    path.write_text("".join(json.dumps(_case(*each)) + "\n" for each in _SENTENCES), "utf-8")
    return path


def test_ours_are_held_to_labels_and_timed(labelled: Path) -> None:
    out = labelled.parent / "figures.json"
    done = _run("statistics.py", "--own", "--no-peers", "--labelled", str(labelled), "--json", str(out))
    assert done.returncode == 0, done.stderr
    assert "| ours | 1.000 | 1.000 | 1.000 | 0 of 4 |" in done.stdout
    figures = json.loads(out.read_text("utf-8"))["sets"]["our own sentences"]["ours"]
    assert figures["characters_per_second"] > 0


def test_what_is_missing_is_told(labelled: Path) -> None:
    nowhere = labelled.parent / "nowhere"
    done = _run("statistics.py", "--labelled", str(labelled), "--gold", str(nowhere), "--no-peers")
    assert done.returncode != 0
    assert "nowhere" in done.stderr
    assert "is missing" in done.stderr
    done = _run("statistics_specs.py", "--specs", str(nowhere))
    assert done.returncode != 0
    assert "nowhere" in done.stderr


def test_a_peer_that_cannot_be_had_is_told_as_absent(labelled: Path) -> None:
    told = _run(
        "-c",
        "import statistics_peers as peers, pathlib, sys\n"
        "peers.PEERS['none'] = ('--no-index', 'no-such-peer',)\n"
        "print(peers.missing(pathlib.Path(sys.executable), 'none'))",
    )
    assert "no-such-peer" in told.stdout, told.stderr
