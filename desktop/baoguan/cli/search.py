"""``baoguan search``: finds articles."""

from pathlib import Path
from typing import TextIO

import click

from baoguan.cli.options import archive_argument, echo_json, echo_line, json_option, opened
from baoguan.cli.shapes import results_shape
from baoguan.cli.speech import say
from baoguan.domain.query import Results, Snippet


@click.command("search", help=say("在馆藏里检索。", "Search ARCHIVE."))
@archive_argument
@click.argument("query", required=False)
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(min=0),
    help=say("最多显示多少篇。", "How many articles to show at most."),
)
@click.option(
    "--queries",
    type=click.File(encoding="utf-8"),
    help=say(
        "从文件逐行读取检索式（- 是标准输入），每行输出一行 JSON。",
        "Read a query a line from a file (- is standard input); print a JSON line each.",
    ),
)
@json_option
def search(archive: Path, query: str | None, limit: int, queries: TextIO | None, as_json: bool) -> None:
    """Search and print the hits."""
    if (query is None) == (queries is None):
        raise click.UsageError(say("请给出一个检索式，或用 --queries。", "Give one QUERY, or --queries."))
    with opened(archive) as room:
        if queries is not None:
            for line in queries:
                text = line.rstrip("\r\n")
                found = room.search(text, limit=0)
                echo_line({"query": text, "total": found.total, "articles": list(found.articles)})
            return
        results = room.search(query or "", limit)
    if as_json:
        echo_json(results_shape(results))
    else:
        _print(results)


def _print(results: Results) -> None:
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
    for hit in results.hits:
        click.echo()
        click.secho(f"{hit.article:>6}  {hit.headline}", bold=True)
        when = hit.date.isoformat() if hit.date else say("日期不详", "undated")
        place = (hit.title, when, say(f"第{hit.page}版", f"page {hit.page}"), hit.section)
        click.echo("        " + " ".join(part for part in place if part))
        for snippet in hit.snippets[:3]:
            click.echo("        " + _marked(snippet))


def _marked(snippet: Snippet) -> str:
    pieces, at = [], 0
    for start, end in snippet.marks:
        pieces += [snippet.text[at:start], click.style(snippet.text[start:end], fg="red", bold=True)]
        at = end
    return "".join([*pieces, snippet.text[at:]])
