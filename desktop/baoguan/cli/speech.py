"""The command line's language, and how it reports errors and progress."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from baoguan.app.language import error_line, system_language
from baoguan.domain.errors import BaoguanError
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress, Silent

LANGUAGE = system_language()


def say(zh: str, en: str) -> str:
    """Return a sentence in the language of the locale."""
    return zh if LANGUAGE == "zh" else en


def complain(error: BaoguanError) -> None:
    """Print an expected error to standard error: what happened and the next step."""
    click.echo(error_line(error, LANGUAGE), err=True)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a Progress drawn on standard error while it lasts."""
    if not sys.stderr.isatty():
        yield Silent()
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)

        class Bar:
            def step(self, done: int, total: int, doing: Bilingual) -> None:
                bars.update(task, completed=done, total=total, description=doing.say(LANGUAGE))

        yield Bar()
