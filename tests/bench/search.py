"""What searching costs, ours and others', on the same made-up articles and the same questions in one run.

    python tests/bench/search.py --articles 10000,100000 --json figures.json

Prints tables for the README; tells on the error stream what it is doing.
"""

import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

sys.path.sort(key=lambda folder: Path(folder) == Path(__file__).parent)  # behind: it has its own statistics

import stages
from meter import Measured, apart, size
from questions import Asked
from report import tables

_MILLION = 1_000_000


@click.command()
@click.option("--articles", default="10000,100000", help="Numbers of articles, divided by commas.")
@click.option("--million", is_flag=True, help="A million articles too (hours, 30 GB).")
@click.option("--peers", help="Only these peers, whatever the number of articles; none: only ours.")
@click.option(
    "--questions", default=60, type=click.IntRange(1, 200), help="How many questions of every class."
)
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures here.")
@click.option("--folder", type=click.Path(path_type=Path), help="Work below this folder, emptied afterwards.")
def main(
    articles: str, million: bool, peers: str | None, questions: int, out: Path | None, folder: Path | None
) -> None:
    """Measure and report."""
    sizes = [int(number) for number in articles.split(",")] + [_MILLION] * million
    report: dict[str, Any] = {"machine": _machine(), "sizes": {}}
    for number in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=folder) as made:
            report["sizes"][str(number)] = _compare(Path(made), number, peers, questions)
        if out:
            out.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(tables(report))


def _compare(folder: Path, articles: int, peers: str | None, questions: int) -> dict[str, Any]:
    """Run every stage for one number of articles."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    archive = folder / "样本.baoguan"
    archive.mkdir()
    made, asked, strings = _told("catalogue and truth", stages.make, archive, articles, questions).value
    chosen, left_out = _chosen(articles, peers)
    engines: dict[str, dict[str, Any]] = {}
    for place, name in chosen.items():
        built = _told(f"{name}: indexing", stages.build, place, archive)
        index = stages.home(place, archive)
        engines[name] = {
            "ours": stages.CONTENDERS[place].ours,
            "articles_per_second": articles / built.value,
            "build_peak": built.peak,
            "bytes_per_text_byte": size(index) / made["text_bytes"],
            **_questioned(place, archive, asked, strings),
        }
        shutil.rmtree(index)
    totals = [told for each in engines.values() if (told := each.pop("totals")) and each["ours"]]
    return {
        "load_before": load,
        "catalogue": made,
        "engines": engines,
        "left_out": left_out,
        "ours_agree": all(each == totals[0] for each in totals),
    }


def _questioned(place: int, archive: Path, asked: Sequence[Asked], strings: stages.Held) -> dict[str, Any]:
    """Ask an index everything; return what came of it."""
    name = stages.CONTENDERS[place].name
    told = _told(f"{name}: asking", stages.ask, place, archive, asked)
    found: dict[str, Any] = told.value | {"ask_peak": told.peak}
    found |= _told(f"{name}: strings, corrections", stages.check, place, archive, strings).value
    if stages.CONTENDERS[place].ours:
        found["window"] = _told(f"{name}: window", stages.watch, place, archive, asked).value
    return found


def _chosen(articles: int, peers: str | None) -> tuple[dict[int, str], dict[str, str]]:
    """Return the contenders to run by place, and those left out with the reason."""
    chosen: dict[int, str] = {}
    left_out: dict[str, str] = {}
    named = None if peers is None else [name.strip() for name in peers.split(",")]
    for place, each in enumerate(stages.CONTENDERS):
        if not each.ours and named is not None and each.name not in named:
            continue
        if why := each.missing():
            left_out[each.name] = why
        elif articles > each.most and (named is None or each.ours):
            left_out[each.name] = f"runs up to {each.most:,} articles"
        else:
            chosen[place] = each.name
    return chosen, left_out


def _told(what: str, *work: Any) -> Measured:
    """Run a stage apart and tell how long it took."""
    began = time.perf_counter()
    measured = apart(*work)
    print(f"{what}: {time.perf_counter() - began:.1f} s", file=sys.stderr, flush=True)
    return measured


def _machine() -> str:
    """Name the processor, the cores, the memory and the Python."""
    cores, kernel = os.cpu_count(), platform.system()
    processor, memory = platform.processor() or platform.machine(), ""
    if kernel == "Linux":
        told = Path("/proc/cpuinfo").read_text().splitlines()
        processor = next((line.split(": ")[1] for line in told if line.startswith("model name")), processor)
        memory = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / (1 << 30):.0f} GB, "
    return f"{processor}, {cores} cores, {memory}{kernel}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
