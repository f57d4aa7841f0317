"""Runs the real command in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import baoguan

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``baoguan`` with arguments; ``lang`` sets the locale, ``given`` is standard input."""

    def command(
        *arguments: object, lang: str = "zh_CN.UTF-8", given: str = ""
    ) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "LC_ALL": lang,
            "PYTHONPATH": str(Path(baoguan.__file__).parents[1]),
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
        }
        return subprocess.run(
            [sys.executable, "-m", "baoguan", *map(str, arguments)],
            env=environment,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    return command
