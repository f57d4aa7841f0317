"""``baoguan ingest``: takes page files into an archive."""

from pathlib import Path

import click

from baoguan.cli.options import archive_argument
from baoguan.cli.speech import complain, progress_bar, say
from baoguan.domain.progress import Cancelled


@click.command(
    "ingest",
    help=say(
        "把版面文件（或文件夹）收入馆藏；馆藏不存在时新建。",
        "Take page files (or folders of them) into ARCHIVE, made if there is none.",
    ),
)
@archive_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def ingest(archive: Path, files: tuple[Path, ...]) -> int:
    """Take files in; print each page filed and each file that was not."""
    from baoguan.app.ingest import ingest_into

    with progress_bar() as progress:
        report = ingest_into(archive, files, progress)
    for path, page in report.added:
        click.echo(say(f"已收入 {path.name}：版面 {page}", f"Taken in {path.name}: page {page}"))
    for _, error in report.failed:
        complain(error)
    click.echo(
        say(
            f"收入 {len(report.added)} 版，未收入 {len(report.failed)} 个文件。",
            f"{len(report.added)} pages taken in, {len(report.failed)} files not.",
        )
    )
    if report.stopped:
        raise Cancelled
    return 1 if report.failed else 0
