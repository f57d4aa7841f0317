"""The comparison of programs that read numbers, as tables for a README."""

from collections.abc import Iterable, Sequence
from typing import Any

Figures = dict[str, Any]


def tables(report: Figures) -> str:
    """Return Markdown: a table for each set of labelled sentences and one of the peer's own cases."""
    lines: list[str] = []
    for name, programs in report["sets"].items():
        lines += [f"**{name}**", "", *_set(programs), ""]
    if report["cases"]:
        lines += ["**the peer's own cases**", "", *_cases(report["cases"])]
    lines += [f"\nNot run: {peer} ({why})." for peer, why in report["absent"].items()]
    return "\n".join(lines)


def _set(programs: Figures) -> Iterable[str]:
    head = ["program", "strict F1", "lenient F1", "time F1", "traps hit", "characters/s"]
    rows = [
        [program, *(f"{each[figure]:.3f}" for figure in ("strict", "lenient", "times")),
         f"{each['traps_hit']} of {each['traps']}", f"{each['characters_per_second']:,.0f}"]
        for program, each in programs.items()
    ]  # fmt: skip
    yield from _grid(head, rows)
    fields = programs["ours"]["fields"]
    if fields:
        yield ""
        yield "Ours right, of what is labelled: " + ", ".join(
            f"{name} {part:.1%}" for name, part in fields.items()
        )


def _cases(programs: dict[str, dict[str, float]]) -> Iterable[str]:
    rows = [[model, *(f"{each[model]:.1%}" for each in programs.values())] for model in programs["ours"]]
    return _grid(["model", *programs], rows)


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [_row(head), _row(["---", *["---:"] * (len(head) - 1)]), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
