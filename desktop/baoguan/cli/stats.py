"""``baoguan stats``: the numbers that articles report."""

import json
from datetime import date
from pathlib import Path
from typing import TextIO

import click

from baoguan.cli.options import echo_json, echo_line, json_option, opened
from baoguan.cli.shapes import statistic_shape
from baoguan.cli.speech import say
from baoguan.domain.records import StatisticRecord


@click.command("stats", help=say("列出馆藏里的统计数字。", "List the numbers reported in ARCHIVE."))
@click.argument("archive", required=False, type=click.Path(path_type=Path))
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("存成 CSV 文件。", "Save as a CSV file."),
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
def stats(archive: Path | None, csv_file: Path | None, text: TextIO | None, as_json: bool) -> None:
    """Print or save statistics."""
    if (archive is None) == (text is None):
        raise click.UsageError(say("请给出馆藏，或用 --text。", "Give ARCHIVE, or --text."))
    if text is not None:
        _read_lines(text)
        return
    with opened(Path(archive or "")) as room:
        records = room.statistics()
    if csv_file is not None:
        from baoguan.export.statistics_csv import write_csv

        write_csv(records, csv_file)
        click.echo(say(f"已存 {len(records)} 条到 {csv_file}", f"{len(records)} rows saved in {csv_file}"))
    elif as_json:
        echo_json([statistic_shape(record) for record in records])
    else:
        for record in records:
            click.echo(_row(record))


def _row(record: StatisticRecord) -> str:
    number = record.statistic
    about = " ".join(
        part for part in (number.time_text, number.place, number.subject, number.measure) if part
    )
    return f"{record.article:>6}  {number.raw}\t{number.kind}\t{about}\t{record.sentence}"


def _read_lines(lines: TextIO) -> None:
    from baoguan.statistics.anchor import Anchor
    from baoguan.statistics.extract import extract_anchored
    from baoguan.statistics.lines import scorer_line

    story, anchor = None, Anchor(None)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            sid, sentence = str(given["sid"]), str(given["sentence"])
            issued = date.fromisoformat(given["issue_date"]) if given.get("issue_date") else None
        except (ValueError, KeyError, TypeError) as error:
            raise click.UsageError(
                say(
                    f"第 {number} 行不是含 sid、sentence 的 JSON。",
                    f"Line {number} is no JSON with sid and sentence.",
                )
            ) from error
        if (issued, given.get("headline")) != story:
            # Sentences of one story follow each other: 当年 is the year its earlier ones named.
            story, anchor = (issued, given.get("headline")), Anchor(issued)
        for statistic in extract_anchored(sentence, anchor):
            echo_line(scorer_line(sid, statistic))
