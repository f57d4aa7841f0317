"""``baoguan stats``: the numbers that articles report."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, get_args

import click

from baoguan.cli.options import echo_each, echo_json, json_option, opened
from baoguan.cli.sentences import read_sentences
from baoguan.cli.shapes import comparison_shape, group_shape
from baoguan.cli.speech import progress_bar, say
from baoguan.cli.statistic_lines import print_comparison, print_groups, print_records
from baoguan.cli.statistic_options import filter_of, filter_options
from baoguan.domain.records import StatisticColumn, StatisticFilter
from baoguan.export.statistic_columns import shape

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_FILE = click.Path(path_type=Path, dir_okay=False)
_FORMATS = ("csv", "xlsx", "jsonl", "parquet")
_STREAM = click.Path(path_type=Path, dir_okay=False, allow_dash=True)


@click.command("stats", help=say("列出馆藏里的统计数字。", "List the numbers reported in ARCHIVE."))
@click.argument("archive", required=False, type=click.Path(path_type=Path))
@filter_options
@click.option(
    "--sort",
    type=click.Choice(get_args(StatisticColumn)),
    help=say("按哪一栏排序；不写则按文章里的先后。", "Sort by a column; without, in order of place."),
)
@click.option("--descending", is_flag=True, help=say("倒序。", "From the greatest down."))
@click.option("--group", is_flag=True, help=say("按指标归组。", "Group by what is measured."))
@click.option(
    "--compare",
    metavar=say("指标", "MEASURE"),
    help=say(
        "对照同一指标在各期的数字，标出说法不一的。",
        "Hold the figures of one measure against each other, those at odds marked.",
    ),
)
@click.option("--csv", type=_STREAM, help=say("存成 CSV（- 为标准输出）。", "As CSV (- is standard output)."))
@click.option("--xlsx", type=_FILE, help=say("存成 Excel 工作簿。", "As an Excel workbook."))
@click.option("--jsonl", type=_STREAM, help=say("存成 JSON 行（- 同上）。", "As JSON lines (- likewise)."))
@click.option(
    "--parquet", type=_FILE, help=say("存成 Parquet（需要 pyarrow）。", "As Parquet (needs pyarrow).")
)
@click.option(
    "--text",
    type=click.File(encoding="utf-8"),
    help=say(
        "不用馆藏：逐行读取 JSON（sid、sentence、issue_date），逐个数字输出 JSON。",
        "Without ARCHIVE: read JSON lines (sid, sentence, issue_date), print a JSON line a number.",
    ),
)
@json_option
def stats(archive: Path | None, text: TextIO | None, as_json: bool, **given: Any) -> None:
    """Print or save statistics."""
    if (archive is None) == (text is None):
        raise click.UsageError(say("请给出馆藏，或用 --text。", "Give ARCHIVE, or --text."))
    if text is not None:
        read_sentences(text)
        return
    with opened(Path(archive or "")) as room:
        wanted = filter_of(room, given)
        _tell_of_others(room)
        if given["compare"]:
            _compare(room, replace(wanted, measure=given["compare"]), as_json)
        elif given["group"]:
            groups = room.statistic_groups(wanted)
            echo_json(list(map(group_shape, groups))) if as_json else print_groups(groups)
        elif any(given[name] for name in _FORMATS):
            _save(room, wanted, given)
        else:
            _print(room, wanted, given, as_json)


def _print(room: "Archive", wanted: StatisticFilter, given: dict[str, Any], as_json: bool) -> None:
    with room.all_statistics(wanted, given["sort"], given["descending"]) as (_, records):
        if as_json:
            echo_each(shape(record) for record in records)
        else:
            print_records(records)


def _compare(room: "Archive", wanted: StatisticFilter, as_json: bool) -> None:
    from baoguan.statistics.compare import compare

    comparison = compare(wanted.measure, room.statistics(wanted))
    echo_json(comparison_shape(comparison)) if as_json else print_comparison(comparison)


def _save(room: "Archive", wanted: StatisticFilter, given: dict[str, Any]) -> None:
    """Write every file that is asked for."""
    sort, descending = given["sort"], given["descending"]
    for name in _FORMATS:
        path: Path | None = given[name]
        if path is None:
            continue
        if str(path) == "-":
            _stream(room, wanted, given, name)
            continue
        with progress_bar() as progress:
            count = room.export_statistics(path, wanted, sort, descending, progress, f".{name}")
        click.echo(say(f"已存 {count} 条到 {path}", f"{count} rows saved in {path}"))


def _stream(room: "Archive", wanted: StatisticFilter, given: dict[str, Any], name: str) -> None:
    """Write CSV or JSON lines on standard output, where - is the file."""
    from baoguan.export.statistics_csv import write_csv
    from baoguan.export.statistics_jsonl import write_jsonl

    write = write_csv if name == "csv" else write_jsonl
    with room.all_statistics(wanted, given["sort"], given["descending"]) as (_, records):
        write(records, sys.stdout)


def _tell_of_others(room: "Archive") -> None:
    """Say on standard error where other rules read some of the numbers."""
    from baoguan.ingest.rules import rules

    left = 0 if room.read_only else len(room.catalogue.readings.due(rules()))
    if left:
        click.echo(
            say(
                f"有 {left} 篇文章的统计是按别的规则读的；用 baoguan restat 重读。",
                f"Other rules read the numbers of {left} articles; baoguan restat reads them anew.",
            ),
            err=True,
        )
