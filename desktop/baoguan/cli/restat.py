"""``baoguan restat``: reads the numbers of an archive anew."""

from pathlib import Path

import click

from baoguan.cli.options import archive_argument, opened
from baoguan.cli.speech import progress_bar, say


@click.command(
    "restat",
    help=say(
        "按现在的规则和词典重读馆藏的统计；更正过的照旧。停止（Ctrl-C）后再来会接着读。",
        "Read the numbers of ARCHIVE anew by the rules and dictionaries of now; corrections stay. "
        "Stopped (Ctrl-C), it goes on the next time.",
    ),
)
@archive_argument
def restat(archive: Path) -> None:
    """Read the numbers anew and say of how many articles."""
    from baoguan.app.rereading import read_by_hand

    with opened(archive) as room, progress_bar() as progress:
        count = read_by_hand(room, progress)
        numbers = room.statistics_count()
    click.echo(
        say(
            f"重读了 {count} 篇文章的统计，现有 {numbers} 条。",
            f"Read the numbers of {count} articles anew; there are {numbers}.",
        )
    )
