"""The benchmark of the statistics pane runs from end to end, on few rows."""

import json
import os
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent


def test_every_step_is_told(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "pane.py", "--rows", "150", "--json", str(out)],
        cwd=_HERE,
        env=os.environ | {"PYTHONPATH": str(_HERE.parents[1] / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(out.read_text("utf-8"))
    assert figures["rows"] >= 150
    assert len(figures["steps"]) == 10
    assert all(f"| {name} |" in done.stdout for name in figures["steps"])
