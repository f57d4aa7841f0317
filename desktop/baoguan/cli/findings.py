"""What a search found, as text for a terminal."""

import click

from baoguan.cli.speech import say
from baoguan.domain.query import Concordance, Facet, Results, Snippet, Spread

_FACETS = {
    Facet.TITLE: say("报纸", "Newspaper"),
    Facet.YEAR: say("年", "Year"),
    Facet.MONTH: say("月", "Month"),
    Facet.SECTION: say("栏目", "Section"),
    Facet.BYLINE: say("记者", "Byline"),
    Facet.TAG: say("标签", "Tag"),
    Facet.KIND: say("统计", "Statistics"),
    Facet.HOLDING: say("附有", "With"),
    Facet.PAGE: say("版", "Page"),
}
_VALUES_SHOWN = 12


def print_results(results: Results, meant: str | None) -> None:
    """Print mistakes, the receipt and the hits; ``meant`` is what may have been asked for instead."""
    for mistake in results.query.mistakes:
        click.echo(say(mistake.zh, mistake.en), err=True)
    receipt = results.receipt
    click.echo(
        say(
            f"命中 {results.total} 篇（整句 {receipt.exact}，分词 {receipt.words}，异体 {receipt.variant}，"
            f"批注 {receipt.annotated}），{results.seconds:.3f} 秒",
            f"{results.total} articles ({receipt.exact} exact, {receipt.words} all words, "
            f"{receipt.variant} variant, {receipt.annotated} annotated), {results.seconds:.3f} s",
        )
    )
    if meant:
        click.echo(say(f"是不是要找：{meant}", f"Did you mean: {meant}"))
    for hit in results.hits:
        click.echo()
        click.secho(f"{hit.article:>6}  {hit.headline}", bold=True)
        when = hit.date.isoformat() if hit.date else say("日期不详", "undated")
        place = (hit.title, when, say(f"第{hit.page}版", f"page {hit.page}"), hit.section)
        click.echo("        " + " ".join(part for part in place if part))
        for snippet in hit.snippets[:3]:
            click.echo("        " + _marked(snippet))


def print_facets(spread: Spread) -> None:
    """Print how the hits spread, the most frequent values of each facet."""
    for facet, counts in spread.counts.items():
        if counts:
            shown = "  ".join(f"{value or '—'} {count}" for value, count in counts[:_VALUES_SHOWN])
            more = f"  … {len(counts)}" if len(counts) > _VALUES_SHOWN else ""
            click.echo(f"{_FACETS[facet]}: {shown}{more}")


def print_lines(concordance: Concordance) -> None:
    """Print a line for each hit, the hit marked."""
    for line in concordance.lines:
        hit = click.style(line.hit, fg="red", bold=True)
        click.echo(f"{line.article:>6}  {line.before}【{hit}】{line.after}")
    if concordance.read < concordance.total:
        click.echo(
            say(
                f"（共 {concordance.total} 篇，这里是前 {concordance.read} 篇）",
                f"(the first {concordance.read} of {concordance.total} articles)",
            )
        )


def _marked(snippet: Snippet) -> str:
    pieces, at = [], 0
    for start, end in snippet.marks:
        pieces += [snippet.text[at:start], click.style(snippet.text[start:end], fg="red", bold=True)]
        at = end
    return "".join([*pieces, snippet.text[at:]])
