"""``baoguan open``: the window."""

from collections.abc import Callable
from pathlib import Path

import click

from baoguan.cli.speech import say

OpenWindow = Callable[[Path | None, str, int | None, Path | None], int]
"""Takes archive, query, article and screenshot file; returns the exit code."""


def open_command(open_window: OpenWindow) -> click.Command:
    """Return the sub-command that shows the window."""

    @click.command(
        "open",
        help=say(
            "打开窗口；不指明馆藏时打开上次的，第一次打开样刊。",
            "Open the window; without ARCHIVE the last one, at first the sample page.",
        ),
    )
    @click.argument("archive", required=False, type=click.Path(path_type=Path))
    @click.option("--query", default="", help=say("一打开就检索。", "Search at once."))
    @click.option(
        "--select", type=int, help=say("选中这个编号的文章。", "Select the article of this number.")
    )
    @click.option(
        "--screenshot",
        type=click.Path(path_type=Path, dir_okay=False),
        help=say("把窗口存成 PNG 图片后退出。", "Save the window as a PNG picture and exit."),
    )
    def command(archive: Path | None, query: str, select: int | None, screenshot: Path | None) -> int:
        return open_window(archive, query, select, screenshot)

    return command
