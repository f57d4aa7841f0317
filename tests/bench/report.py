"""The comparison as tables for a README."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from questions import Class

_MB = 1 << 20
Figures = dict[str, Any]
Engines = dict[str, Figures]


def tables(report: Figures) -> str:
    """Return Markdown: the machine, and for each number of articles the figures and the ratios."""
    lines = [report["machine"], ""]
    for articles, figures in report["sizes"].items():
        lines += _of_size(int(articles), figures)
    return "\n".join(lines)


def _of_size(articles: int, figures: Figures) -> list[str]:
    engines: Engines = figures["engines"]
    rows = [
        ("indexing, articles/s", lambda each: f"{each['articles_per_second']:,.0f}"),
        ("index bytes per text byte", lambda each: f"{each['bytes_per_text_byte']:.2f}"),
        ("peak memory while indexing, MB", lambda each: _megabytes(each["build_peak"])),
        ("peak memory while searching, MB", lambda each: _megabytes(each["ask_peak"])),
        ("recall of random strings of 1–8 characters", lambda each: _percent(each["strings"]["recall"])),
        ("precision", lambda each: _percent(each["strings"]["precision"])),
        ("strings answered exactly", lambda each: _percent(each["strings"]["complete"])),
        ("one corrected article found again, s", lambda each: f"{each['correction']['median_s']:.3f}"),
        ("opening, ms", lambda each: f"{each['opening_ms']:.1f}"),
        ("longest delay of the UI thread: at rest, searching, ms", _window),
        *((f"{kind}, p50 / p95 ms", _class(kind)) for kind in Class),
    ]
    lines = [f"**{articles:,} articles**", "", _row(["", *engines]), _row(["---", *["---:"] * len(engines)])]
    lines += [_row([name, *map(cell, engines.values())]) for name, cell in rows]
    lines += [f"\nNot run: {name} ({why})." for name, why in figures["left_out"].items()]
    return [*lines, "", *_ratios(engines), ""]


def _ratios(engines: Engines) -> Iterable[str]:
    """Yield how many times as much each peer takes as ours on the fastest engine."""
    ours = [name for name, each in engines.items() if each["ours"]]
    peers = [name for name, each in engines.items() if not each["ours"]]
    if not ours or not peers:
        return
    best = ours[-1]
    yield _row([f"as many times as {best}", *peers])
    yield _row(["---", *["---:"] * len(peers)])
    named: list[tuple[str, Callable[[Figures], float | None]]] = [
        ("time to index", lambda each: 1 / each["articles_per_second"]),
        ("index bytes", lambda each: each["bytes_per_text_byte"]),
        *((f"p95, {kind}", _p95(kind)) for kind in Class),
    ]
    for name, figure in named:
        yield _row([name, *(_ratio(figure(engines[peer]), figure(engines[best])) for peer in peers)])


def _p95(kind: Class) -> Callable[[Figures], float | None]:
    return lambda each: each["classes"].get(kind, {}).get("p95_ms")


def _ratio(peer: float | None, ours: float | None) -> str:
    return "–" if peer is None or not ours else f"{peer / ours:.2g}"


def _class(kind: Class) -> Callable[[Figures], str]:
    def cell(each: Figures) -> str:
        if kind not in each["classes"]:
            return "–"
        told = each["classes"][kind]
        return f"{told['p50_ms']:.1f} / {told['p95_ms']:.1f}"

    return cell


def _window(each: Figures) -> str:
    late = each.get("window")
    return f"{late['idle_ms']:.0f}, {late['searching_ms']:.0f}" if late else "–"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _percent(part: float) -> str:
    return "100 %" if part == 1 else f"{100 * part:.1f} %"


def _megabytes(size: int | None) -> str:
    return "–" if size is None else f"{size / _MB:,.0f}"
