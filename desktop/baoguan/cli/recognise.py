"""``baoguan recognise``: recognises the text of the scans that wait for it."""

from pathlib import Path

import click

from baoguan.cli.options import archive_argument, opened
from baoguan.cli.speech import progress_bar, say


@click.command(
    "recognise",
    help=say(
        "识别馆藏里还没有文字的扫描版面；停止（Ctrl-C）后再来会接着做。",
        "Recognise the text of the scans in ARCHIVE that have none yet. Stopped (Ctrl-C), it goes on the "
        "next time.",
    ),
)
@archive_argument
def recognise(archive: Path) -> None:
    """Recognise what waits and say of how many pages."""
    with opened(archive) as room, progress_bar() as progress:
        count = room.read_scans(progress)
    click.echo(say(f"识别了 {count} 版的文字。", f"Recognised the text of {count} pages."))
