"""The comparison as tables for a README."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from questions import Class

_MB = 1 << 20
Engines = dict[str, dict[str, Any]]


def tables(report: dict[str, Any]) -> str:
    """Return Markdown: the machine, and for each number of articles the figures and the ratios."""
    lines = [report["machine"], ""]
    for articles, figures in report["sizes"].items():
        lines += _of_size(int(articles), figures)
    return "\n".join(lines)


def _of_size(articles: int, figures: dict[str, Any]) -> list[str]:
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
    """Yield how many times as long each peer takes as ours on the fastest engine."""
    ours = [name for name, each in engines.items() if each["ours"]]
    peers = [name for name, each in engines.items() if not each["ours"]]
    if not ours or not peers:
        return
    best = ours[-1]
    yield _row([f"p95 of a peer ÷ p95 of {best}", *peers])
    yield _row(["---", *["---:"] * len(peers)])
    for kind in Class:
        yield _row([kind, *(_ratio(engines[name], engines[best], kind) for name in peers)])


def _ratio(peer: dict[str, Any], ours: dict[str, Any], kind: Class) -> str:
    if kind not in peer["classes"]:
        return "–"
    return f"{peer['classes'][kind]['p95_ms'] / ours['classes'][kind]['p95_ms']:.2g}"


def _class(kind: Class) -> Callable[[dict[str, Any]], str]:
    def cell(each: dict[str, Any]) -> str:
        if kind not in each["classes"]:
            return "–"
        told = each["classes"][kind]
        return f"{told['p50_ms']:.1f} / {told['p95_ms']:.1f}"

    return cell


def _window(each: dict[str, Any]) -> str:
    late = each.get("window")
    return f"{late['idle_ms']:.0f}, {late['searching_ms']:.0f}" if late else "–"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _percent(part: float) -> str:
    return "100 %" if part == 1 else f"{100 * part:.1f} %"


def _megabytes(size: int | None) -> str:
    return "–" if size is None else f"{size / _MB:,.0f}"
