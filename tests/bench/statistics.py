"""How well and how fast numbers are read, ours and others', on the same labelled sentences in one run.

    python tests/bench/statistics.py --json figures.json

Measured on the labelled sample page, on our own labelled sentences and on a peer's own cases. The peers are
put in an environment of their own (--peers), made at the first run. Tells on the error stream what it does.
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
from gold_score import Case, load, score
from statistics_cases import FILES, agree, answers, cases
from statistics_cases import Case as SpecCase
from statistics_peers import PEERS, Told, ask, interpreter, missing
from statistics_sample import LABELS, sample
from statistics_specs import misses
from statistics_table import tables

from baoguan.domain.statistic import Statistic
from baoguan.statistics.extract import extract

_SHARED = Path(__file__).parents[3] / "shared"
_LABELLED = Path(__file__).parents[1] / "statistics" / "gold.jsonl"
_RUNS = 5
Figures = dict[str, Any]
Texts = Sequence[Sequence[tuple[str, date]]]


@click.command()
@click.option(
    "--gold", default=_SHARED / "gold", type=click.Path(path_type=Path), help="The sample page's labels."
)
@click.option(
    "--specs",
    default=_SHARED / "specs" / "recognizers-text",
    type=click.Path(path_type=Path),
    help="A peer's cases.",
)
@click.option(
    "--labelled", default=_LABELLED, type=click.Path(path_type=Path), help="Our own labelled sentences."
)
@click.option("--own", is_flag=True, help="Only our own labelled sentences.")
@click.option(
    "--peers",
    default=Path(tempfile.gettempdir()) / "baoguan-peers",
    type=click.Path(path_type=Path),
    help="The folder of the peers' environment.",
)
@click.option("--no-peers", is_flag=True, help="Only ours.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures here.")
def main(
    gold: Path, specs: Path, labelled: Path, own: bool, peers: Path, no_peers: bool, out: Path | None
) -> None:
    """Measure and report."""
    for needed in (labelled, *([] if own else [gold / LABELS, specs])):
        if not needed.exists():
            raise click.ClickException(
                f"{needed} is missing: say where it is, or measure --own sentences only."
            )
    sets = {"our own sentences": load(labelled)}
    known: dict[str, list[SpecCase]] = {}
    if not own:
        sets = {"the sample page": sample(gold)} | sets
        known = {model: cases(specs, model) for model in FILES}
    report: Figures = {"sets": {}, "cases": _ours_on(known), "absent": {}}
    _compare(report, sets, known, None if no_peers else peers)
    if out:
        out.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(tables(report))


def _compare(
    report: Figures, sets: dict[str, list[Case]], known: dict[str, list[SpecCase]], peers: Path | None
) -> None:
    """Put ours and every peer's figures in the report."""
    texts = [[(case["text"], date.fromisoformat(case["date"])) for case in each] for each in sets.values()]
    told: dict[str, Told] = {"ours": _ours(texts)}
    for peer in PEERS if peers else ():
        print(f"{peer} …", file=sys.stderr, flush=True)
        answer = _asked(peers, peer, texts, known) if peers else "left out"
        if isinstance(answer, str):
            report["absent"][peer] = answer
        else:
            told[peer] = answer
            if answer.cases:
                report["cases"][peer] = _answered(known, answer)
    for at, (name, each) in enumerate(sets.items()):
        report["sets"][name] = {
            program: _scored(each, answer.read[at], answer.seconds[at]) for program, answer in told.items()
        }


def _asked(folder: Path, peer: str, texts: Texts, known: dict[str, list[SpecCase]]) -> Told | str:
    python = interpreter(folder)
    return missing(python, peer) or ask(python, peer, texts, known)


def _ours(texts: Texts) -> Told:
    """Read every set once for warming up and then some times for the clock; the time is that of one run."""
    found = [[list(extract(text, issue)) for text, issue in each] for each in texts]
    seconds = []
    for each in texts:
        began = time.process_time()
        for _ in range(_RUNS):
            for text, issue in each:
                extract(text, issue)
        seconds.append((time.process_time() - began) / _RUNS)
    return Told(found, seconds)


def _scored(labelled: list[Case], found: Sequence[Sequence[Statistic]], seconds: float) -> Figures:
    read = iter(found)
    total = score(labelled, lambda text, issue: next(read))
    figures = {name: getattr(total, name).f1 for name in ("strict", "lenient", "times")}
    figures["traps_hit"] = total.traps.labelled - total.traps.right
    figures["traps"] = total.traps.labelled
    figures["characters_per_second"] = sum(len(case["text"]) for case in labelled) / seconds
    return figures | {"fields": {name: one.share for name, one in total.fields.items() if one.labelled}}


def _ours_on(known: dict[str, list[SpecCase]]) -> dict[str, dict[str, float]]:
    """Return the share of each model's cases that ours answers as promised."""
    shares = {model: 1 - len(misses(model, each)) / len(each) for model, each in known.items()}
    return {"ours": shares} if shares else {}


def _answered(known: dict[str, list[SpecCase]], told: Told) -> dict[str, float]:
    """Return the share of its own cases that a peer answers as promised; the unsupported are not."""
    shares = {}
    for model, each in known.items():
        given = told.cases[model]
        met = [
            not case.unsupported and agree(answers(model, found), case.answers)
            for case, found in zip(each, given, strict=True)
        ]
        shares[model] = sum(met) / len(each)
    return shares


if __name__ == "__main__":
    main()
