"""Measures how well pages are read: every form of the newsroom's pages through our readers and layout.

    python tests/bench/reading.py --forms pdf,scan --layouts broadsheet,vertical --seeds 3 --json FILE

A perfect reading needs no reader: every printed line as it stands, in an order that says nothing. Each page
is read in a process of its own, so that its memory is its own.
"""

import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import click

sys.path.append(str(Path(__file__).resolve().parents[1]))  # the newsroom
sys.path.sort(key=lambda folder: Path(folder) == Path(__file__).parent)  # behind: it has its own statistics

import reading_work
from meter import Measured, apart
from reading_forms import FORMS, back
from reading_metrics import Found, Share
from reading_score import Score, score

import newsroom
from newsroom import NewsPage

_MB = 1 << 20
_COLUMNS = (
    "form",
    "layout",
    "characters",
    "marks aside",
    "order",
    "articles F1",
    "headlines F1",
    "authors F1",
    "captions F1",
    "read s",
    "read CPU s",
    "layout s",
    "peak MB",
)


@dataclass(frozen=True, slots=True)
class Row:
    """What came out for one form and layout, over all pages."""

    form: str
    layout: str
    pages: int
    score: Score
    reading: float
    reading_cpu: float
    layout_seconds: float
    peak: int


@click.command()
@click.option(
    "--forms", default="perfect,pdf,alto,mets,page,hocr,scan,worn", help="Forms, divided by commas."
)
@click.option("--layouts", default=",".join(newsroom.LAYOUTS), help="Layouts, divided by commas.")
@click.option("--seeds", default=3, help="How many pages of each layout.")
@click.option("--first", default=1000, help="The first seed.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(forms: str, layouts: str, seeds: int, first: int, out: Path | None) -> None:
    """Read the newsroom's pages in every form and say how well."""
    rows: list[Row] = []
    left_out: dict[str, str] = {}
    for form in forms.split(","):
        if why := reading_work.missing(form):
            left_out[form] = why
            continue
        for layout in layouts.split(","):
            row = _measured(form, layout, range(first, first + seeds))
            rows.append(row)
            print(_told(row), file=sys.stderr, flush=True)
    print(table(rows))
    for form, why in left_out.items():
        print(f"\nNot read: {form} ({why}).")
    if out:
        told = {"rows": [_figures(row) for row in rows], "left_out": left_out}
        out.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def _measured(form: str, layout: str, seeds: range) -> Row:
    scores, reads, peak = [], [], 0
    for seed in seeds:
        pages = list(newsroom.issue(seed, layout, 2)) if FORMS[form].issue else [newsroom.page(seed, layout)]
        measured = _read(form, pages)
        peak = max(peak, measured.peak or 0)
        for page, read in zip(pages, measured.value, strict=True):
            lead = back(page, FORMS[form].wear, read.scan.width, read.scan.height)
            scores.append(score(page, read.scan, read.layout, lead))
            reads.append(read)
    return Row(
        form,
        layout,
        len(reads),
        reduce(add, scores),
        sum(read.reading for read in reads) / len(reads),
        sum(read.reading_cpu for read in reads) / len(reads),
        sum(read.layout_seconds for read in reads) / len(reads),
        peak,
    )


def _read(form: str, pages: list[NewsPage]) -> Measured:
    """Write pages in a form and read them apart."""
    if form == "perfect":
        return apart(reading_work.read_given, newsroom.page_scan(pages[0], shuffled=pages[0].seed))
    with tempfile.TemporaryDirectory() as folder:
        return apart(reading_work.read_file, FORMS[form].write(pages, Path(folder)))


def table(rows: list[Row]) -> str:
    """Return the figures as a Markdown table."""
    lines = [_COLUMNS, ("---", "---", *("---:",) * (len(_COLUMNS) - 2)), *(_cells(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cells(row: Row) -> tuple[str, ...]:
    shares: tuple[Share | Found, ...] = tuple(getattr(row.score, name) for name in Score.__slots__)
    return (
        row.form,
        row.layout,
        *(_percent(share) for share in shares),
        f"{row.reading:.2f}",
        f"{row.reading_cpu:.2f}",
        f"{row.layout_seconds:.2f}",
        f"{row.peak / _MB:.0f}",
    )


def _percent(share: Share | Found) -> str:
    value = share.value if isinstance(share, Share) else share.f1
    return "–" if value is None else f"{100 * value:.2f}"


def _told(row: Row) -> str:
    return " ".join(_cells(row))


def _figures(row: Row) -> dict[str, Any]:
    return asdict(row)


if __name__ == "__main__":
    main()
