"""The benchmark of pictures runs from end to end, on small ones."""

import json
import os
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent


def test_every_figure_is_told(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    small = ["--turns", "2", "--pages", "2", "--side", "1500", "--json", str(out)]
    done = subprocess.run(
        [sys.executable, "pictures.py", *small],
        cwd=_HERE,
        env=os.environ | {"PYTHONPATH": str(_HERE.parents[1] / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(out.read_text("utf-8"))
    assert len(figures) == 7
    assert all(name in done.stdout for name in figures)
    assert all(figure > 0 for figure in figures.values())
