"""Arguments and output that several sub-commands share."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baoguan.cli.speech import progress_bar, say

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

archive_argument = click.argument("archive", type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help=say("输出 JSON。", "Print JSON."))


@contextmanager
def opened(folder: Path) -> Iterator["Archive"]:
    """Open an archive and close it again."""
    from baoguan.app.archive import Archive

    with progress_bar() as progress:
        archive = Archive.open(folder, progress)
    try:
        yield archive
    finally:
        archive.close()


def echo_json(value: object) -> None:
    """Print a value as readable JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def echo_line(value: object) -> None:
    """Print a value as JSON on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def echo_each(values: Iterable[object]) -> None:
    """Print values as one JSON array, a line each, as they come."""
    between = "["
    for value in values:
        click.echo(between, nl=False)
        click.echo(json.dumps(value, ensure_ascii=False), nl=False)
        between = ",\n"
    click.echo("[]" if between == "[" else "]")
