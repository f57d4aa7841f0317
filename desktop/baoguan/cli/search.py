"""``baoguan search``: finds articles."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from baoguan.cli.findings import print_facets, print_lines, print_results
from baoguan.cli.options import archive_argument, echo_json, echo_line, json_option, opened
from baoguan.cli.shapes import lines_shape, results_shape, spread_shape
from baoguan.cli.speech import say
from baoguan.domain.query import Facet, Filed, LineOrder, Order, Question

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_CHINESE = {
    "报纸": Facet.TITLE,
    "年": Facet.YEAR,
    "月": Facet.MONTH,
    "栏目": Facet.SECTION,
    "记者": Facet.BYLINE,
    "标签": Facet.TAG,
    "统计": Facet.KIND,
    "附有": Facet.HOLDING,
    "版": Facet.PAGE,
}


class _Filter(click.ParamType[Filed]):
    """``facet=value``, the facet in Chinese or English."""

    name = say("分面=值", "facet=value")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Filed:
        """Return the filter; fail where the facet is unknown."""
        name, equals, wanted = str(value).partition("=")
        facet = _CHINESE.get(name.strip()) or next((each for each in Facet if each == name.strip()), None)
        if facet is None or not equals or not wanted.strip():
            known = " ".join((*_CHINESE, *Facet))
            self.fail(say(f"“{value}”不是 分面=值；分面有：{known}", f'"{value}": facets are {known}'))
        return Filed(facet, wanted.strip())


@click.command("search", help=say("在馆藏里检索。", "Search ARCHIVE."))
@archive_argument
@click.argument("query", required=False)
@click.option(
    "--filter",
    "filters",
    multiple=True,
    type=_Filter(),
    help=say(
        "只要某个分面里的，如 栏目=区域热点、年=2022；可以写多个。",
        "Only what is filed so, for example section=区域热点, year=2022; may be repeated.",
    ),
)
@click.option(
    "--order",
    type=click.Choice([each.value for each in Order]),
    default=Order.RANK.value,
    show_default=True,
    help=say("次序：相关度、新的在前、旧的在前。", "By rank, the newest first or the oldest first."),
)
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(min=0),
    help=say("最多显示多少篇。", "How many articles to show at most."),
)
@click.option("--facets", is_flag=True, help=say("显示分面计数。", "Show how the hits spread over facets."))
@click.option(
    "--lines", is_flag=True, help=say("逐行显示命中（KWIC）。", "Show each hit in its line (KWIC).")
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
def search(
    archive: Path,
    query: str | None,
    filters: tuple[Filed, ...],
    order: str,
    limit: int,
    facets: bool,
    lines: bool,
    queries: TextIO | None,
    as_json: bool,
) -> None:
    """Search and print the hits."""
    if (query is None) == (queries is None):
        raise click.UsageError(say("请给出一个检索式，或用 --queries。", "Give one QUERY, or --queries."))
    with opened(archive) as room:
        if queries is not None:
            _answer_all(room, queries, filters, Order(order))
            return
        question = Question(query or "", filters, Order(order))
        if lines:
            concordance = room.concordance(question, LineOrder.RANK, limit)
            echo_json(lines_shape(concordance)) if as_json else print_lines(concordance)
            return
        results = room.search(question, limit)
        spread = room.spread(question) if facets else None
        meant = None if results.total else room.correct(question)
    if as_json:
        echo_json(results_shape(results) | (spread_shape(spread) if spread else {}))
        return
    print_results(results, meant)
    if spread:
        print_facets(spread)


def _answer_all(room: "Archive", queries: TextIO, filters: tuple[Filed, ...], order: Order) -> None:
    for line in queries:
        text = line.rstrip("\r\n")
        found = room.found(Question(text, filters, order))
        echo_line({"query": text, "total": len(found), "articles": list(found)})
