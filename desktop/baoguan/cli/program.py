"""The command ``baoguan``: its sub-commands, its help and its exit codes.

0: done; 1: an expected error, said in one sentence, or a fault found; 2: wrong usage.
"""

from collections.abc import Callable, Sequence

import click

from baoguan import __version__
from baoguan.cli.check import check
from baoguan.cli.formats import formats
from baoguan.cli.ingest import ingest
from baoguan.cli.open import OpenWindow, open_command
from baoguan.cli.read import read
from baoguan.cli.recognise import recognise
from baoguan.cli.reindex import reindex
from baoguan.cli.restat import restat
from baoguan.cli.search import search
from baoguan.cli.show import show
from baoguan.cli.speech import complain, say
from baoguan.cli.stats import stats
from baoguan.domain.errors import BaoguanError
from baoguan.domain.progress import Cancelled

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class _Formatter(click.HelpFormatter):
    """Help whose headings speak the language of the locale."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix or say("用法：", "Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(say(_HEADINGS.get(heading, heading), heading))


class _Context(click.Context):
    formatter_class = _Formatter


class _Group(click.Group):
    context_class = _Context


def build(open_window: OpenWindow) -> click.Group:
    """Return the command with all its sub-commands; ``open_window`` shows the window."""
    group = _Group(
        "baoguan",
        help=say("报馆：离线的中文报纸阅览室。", "Baoguan: an offline reading room for Chinese newspapers."),
        commands=[
            ingest,
            recognise,
            read,
            search,
            show,
            stats,
            check,
            reindex,
            restat,
            formats,
            open_command(open_window),
        ],
        invoke_without_command=True,
        callback=_opening(open_window),
    )
    version = say("%(prog)s %(version)s 版", "%(prog)s %(version)s")
    click.version_option(
        __version__, prog_name="baoguan", message=version, help=say("显示版本。", "Show the version.")
    )(group)
    for command in (group, *group.commands.values()):
        command.context_class = _Context
        click.help_option("--help", "-h", help=say("显示这段说明。", "Show this message."))(command)
    return group


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the command line and return its exit code."""
    try:
        result = build(open_window).main(list(arguments), prog_name="baoguan", standalone_mode=False)
    except BaoguanError as error:
        complain(error)
        return 1
    except click.UsageError as error:
        hint = say("用 --help 查看用法。", "See --help.")
        click.echo(say("用法不对：", "Wrong usage: ") + f"{error.format_message()} {hint}", err=True)
        return 2
    except (click.Abort, KeyboardInterrupt, Cancelled):
        click.echo(say("已停止。", "Stopped."), err=True)
        return 1
    return result if isinstance(result, int) else 0


def _opening(open_window: OpenWindow) -> Callable[[], int]:
    """Return what is done without a sub-command: the window is opened."""

    def callback() -> int:
        if click.get_current_context().invoked_subcommand is not None:
            return 0
        return open_window(None, "", None, None)

    return callback
