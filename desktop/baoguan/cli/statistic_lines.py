"""Statistics, groups of them and comparisons, as lines of a table for a terminal or a pipe."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import click
from rich.cells import set_cell_size

from baoguan.app.amending import number_text, plain
from baoguan.cli.speech import say
from baoguan.domain.chart import Comparison, Told
from baoguan.domain.records import MeasureGroup, StatisticRecord

_RECORD = (
    (say("文章", "Article"), 7),
    (say("数字", "Number"), 18),
    (say("指标", "Measure"), 20),
    (say("主体", "Subject"), 20),
    (say("时间", "Time"), 16),
    (say("地点", "Place"), 10),
    (say("出处", "Source"), 32),
    (say("原句", "Sentence"), None),
)
_GROUP = (
    (say("条数", "Count"), 7),
    (say("文章", "Articles"), 8),
    (say("指标", "Measure"), 28),
    (say("量纲", "Dimension"), 14),
    (say("最小", "Least"), 16),
    (say("最大", "Greatest"), 16),
    (say("时间", "Period"), None),
)
Columns = Sequence[tuple[str, int | None]]


def print_records(records: Iterable[StatisticRecord]) -> None:
    """Print a line per statistic."""
    _print(_RECORD, (_record(record) for record in records))


def print_groups(groups: Iterable[MeasureGroup]) -> None:
    """Print a line per measure."""
    _print(_GROUP, (_group(group) for group in groups))


def print_comparison(comparison: Comparison) -> None:
    """Print what is told of each subject and time, and a line for each figure under it."""
    if not comparison.told:
        what = comparison.measure
        click.echo(say(f"没有“{what}”的数字。", f'There are no figures of "{what}".'), err=True)
        return
    click.echo(f"{comparison.measure} ({comparison.unit})")
    for told in comparison.told:
        click.echo()
        click.secho(_heading(told), bold=True)
        for record in told.records:
            click.echo(f"    {_number(record)}  {_source(record)}  {record.sentence.strip()}")
    if comparison.left_out:
        click.echo()
        left = comparison.left_out
        click.echo(say(f"另有 {left} 条量纲不同或没有数值。", f"{left} more of another dimension, or bare."))


def _heading(told: Told) -> str:
    words = [told.subject, told.place, told.time]
    heading = " · ".join(word for word in words if word) or say("（未说明）", "(not said)")
    return heading + (say("  ⚠ 说法不一", "  ⚠ at odds") if told.conflict else "")


def _print(columns: Columns, rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns where somebody is looking, else with tabs between and nothing cut."""
    widths = [width for _, width in columns]
    for row in _headed([name for name, _ in columns], rows):
        plain = [" ".join(cell.split()) for cell in row]
        if sys.stdout.isatty():
            sized = zip(plain, widths, strict=True)
            plain = [cell if width is None else set_cell_size(cell, width) for cell, width in sized]
            click.echo(" ".join(plain))
        else:
            click.echo("\t".join(plain))


def _headed(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Yield a header and rows; where there are none, say so on standard error and yield nothing."""
    first = next(left := iter(rows), None)
    if first is None:
        click.echo(say("没有合乎条件的统计。", "There are no such statistics."), err=True)
    else:
        yield from chain([header, first], left)


def _record(record: StatisticRecord) -> tuple[str, ...]:
    number = record.statistic
    return (
        str(record.article),
        _number(record),
        number.measure,
        number.subject,
        number.time_text or number.time_iso or "",
        number.place,
        _source(record),
        record.sentence,
    )


def _number(record: StatisticRecord) -> str:
    """Return a number as printed, or as a reader corrected it."""
    number = record.statistic
    if record.amended is None or record.rejected:
        return record.printed
    return number_text(number)


def _source(record: StatisticRecord) -> str:
    when = record.date.isoformat() if record.date else say("日期不详", "undated")
    page = say(f"第{record.page_number}版", f"page {record.page_number}")
    return f"{record.title} {when} {page} {record.headline}"


def _group(group: MeasureGroup) -> tuple[str, ...]:
    days = [day.isoformat() for day in (group.since, group.until) if day is not None]
    return (
        str(group.statistics),
        str(group.articles),
        group.measure,
        group.dimension or "",
        "" if group.least is None else plain(group.least),
        "" if group.greatest is None else plain(group.greatest),
        "/".join(dict.fromkeys(days)),
    )
