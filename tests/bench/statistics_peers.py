"""Peers in an environment of their own: made once, filled from the package index, asked through files."""

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from statistics_cases import Case

from baoguan.domain.statistic import Kind, Statistic

PEERS = {
    "recognizers-text-suite": ("--pre", "recognizers-text-suite", "emoji==1.1.0"),
    "jionlp": ("jionlp",),
    "cn2an": ("cn2an",),
}
"""What each peer is installed from."""

_CHILD = Path(__file__).parent / "statistics_child.py"
_MINUTES = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What a program read in each sentence of each set, in how many seconds, and its answers to the cases."""

    read: list[list[list[Statistic]]]
    seconds: list[float]
    cases: dict[str, list[list[dict[str, Any]]]] = field(default_factory=dict)


def interpreter(folder: Path) -> Path:
    """Return the interpreter of the peers' environment, made where there is none."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    return python


def missing(python: Path, peer: str) -> str | None:
    """Install a peer unless it is there; return why it cannot be had, None where it can."""
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", *PEERS[peer]],
        capture_output=True, encoding="utf-8", check=False, timeout=60 * _MINUTES,
    )  # fmt: skip
    return done.stderr.strip().rpartition("\n")[2] if done.returncode else None


def ask(
    python: Path, peer: str, sets: Sequence[Sequence[tuple[str, date]]], cases: dict[str, list[Case]]
) -> Told | str:
    """Return what a peer answers, or why it does not."""
    given = {
        model: [(case.text, case.reference.isoformat()) for case in known] for model, known in cases.items()
    }
    dated = [[(text, day.isoformat()) for text, day in each] for each in sets]
    asked = {"sets": dated, "cases": given}
    with TemporaryDirectory(prefix="bench-") as folder:
        requests, answers = Path(folder) / "requests.json", Path(folder) / "answers.json"
        requests.write_text(json.dumps(asked, ensure_ascii=False), "utf-8")
        done = subprocess.run(
            [python, _CHILD, peer, requests, answers],
            capture_output=True, encoding="utf-8", check=False, timeout=60 * _MINUTES,
        )  # fmt: skip
        if done.returncode:
            return done.stderr.strip().rpartition("\n")[2]
        told = json.loads(answers.read_text("utf-8"))
    read = [
        [[_statistic(text, found) for found in one] for (text, _), one in zip(each, read, strict=True)]
        for each, read in zip(sets, told["read"], strict=True)
    ]
    return Told(read, told["seconds"], told["cases"])


def _statistic(text: str, found: dict[str, Any]) -> Statistic:
    start, end = found["start"], found["end"]
    return Statistic(
        raw=text[start:end], start=start, end=end, kind=Kind(found["kind"]), full_start=start, full_end=end,
        value=found.get("value"), low=found.get("low"), high=found.get("high"), unit=found.get("unit"),
        iso=found.get("iso"),
    )  # fmt: skip
