"""What the main job costs on the sample page: first paint, taking in, searching, memory.

    python tests/bench/sample.py [OUT.json]

Prints a table and JSON. No peer takes in newspaper pages, so the search figures stand beside a plain scan
of the same articles' texts in the same run.
"""

import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.sort(key=lambda folder: Path(folder) == Path(__file__).parent)  # behind: it has its own statistics

from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_into
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question
from baoguan.paths import seeds

_ROUNDS = 5
_WINDOW = """
import resource, sys, time
from pathlib import Path
from baoguan.ui.window import start

class Timed(start.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted.connect(lambda: print("painted", time.time(), flush=True))
        self.opening.ready.connect(lambda: print("ready", time.time(), flush=True))

start.MainWindow = Timed
code = start.open_window(Path(sys.argv[1]), "知识产权", None, Path(sys.argv[2]))
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
sys.exit(code)
"""


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "样刊.baoguan"
        figures = {
            "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        }
        figures |= _taking_in(Path(folder), archive) | _window(archive, Path(folder)) | _searching(archive)
    for name, value in figures.items():
        print(f"{name:46} {value}")
    text = json.dumps(figures, ensure_ascii=False, indent=1)
    print(text)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text + "\n", encoding="utf-8")


def _taking_in(folder: Path, archive: Path) -> dict[str, object]:
    pages = [next(seeds().glob("*.txt"))]
    first = _seconds(lambda: ingest_into(archive, pages, Silent()))
    again = [
        _seconds(lambda number=number: ingest_into(folder / f"{number}.baoguan", pages, Silent()))
        for number in range(_ROUNDS)
    ]
    return {
        "ingest of the sample page, cold, s": round(first, 3),
        "ingest of the sample page, warm, median s": round(_share(again, 0.5), 3),
    }


def _window(archive: Path, folder: Path) -> dict[str, object]:
    told: dict[str, list[float]] = {"painted": [], "ready": [], "peak": []}
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder / "config")}
    for _ in range(_ROUNDS):
        began = time.time()
        done = subprocess.run(
            [sys.executable, "-c", _WINDOW, str(archive), str(folder / "window.png")],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        for line in done.stdout.splitlines():
            name, value = line.split()
            told[name].append(float(value) - (0 if name == "peak" else began))
    return {
        "first paint after start, median s": round(_share(told["painted"], 0.5), 3),
        "ready to search after start, median s": round(_share(told["ready"], 0.5), 3),
        "peak memory of the window, MB": round(max(told["peak"])),
    }


def _searching(folder: Path) -> dict[str, object]:
    archive = Archive.open(folder)
    texts = [text.text for text in archive.catalogue.texts.texts(archive.catalogue.texts.all_ids())]
    chance = random.Random(1)
    queries = []
    for _ in range(400):
        text, length = chance.choice(texts), chance.randint(1, 8)
        start = chance.randrange(len(text) - length)
        queries.append(text[start : start + length])
    archive.search(Question(queries[0]))
    ours = [_seconds(lambda query=query: archive.search(Question(query))) * 1000 for query in queries]
    scan = [_seconds(lambda query=query: [query in text for text in texts]) * 1000 for query in queries]
    archive.close()
    return {
        "search with snippets and receipt, p50 ms": round(_share(ours, 0.5), 2),
        "search with snippets and receipt, p95 ms": round(_share(ours, 0.95), 2),
        "plain scan without folding, p95 ms": round(_share(scan, 0.95), 3),
    }


def _share(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
