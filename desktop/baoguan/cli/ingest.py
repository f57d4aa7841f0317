"""``baoguan ingest``: takes page files into an archive."""

from contextlib import closing
from pathlib import Path

import click

from baoguan.cli.options import archive_argument
from baoguan.cli.speech import LANGUAGE, complain, progress_bar, say
from baoguan.domain.progress import Cancelled


@click.command(
    "ingest",
    help=say(
        "把版面文件（或文件夹）收入馆藏，馆藏不存在时新建；能读的格式见 formats。扫描件的文字随后识别，"
        "停止（Ctrl-C）后可用 recognise 接着做。",
        "Take page files (or folders of them) into ARCHIVE, made if there is none; see formats for what can "
        "be read. The text of scans is recognised afterwards; stopped (Ctrl-C), recognise goes on with it.",
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
    for _, remark in report.remarks:
        click.echo(remark.say(LANGUAGE), err=True)
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
    if report.added:
        _recognise(archive)
    return 1 if report.failed else 0


def _recognise(folder: Path) -> None:
    """Recognise the scans that were taken in; say so where the library for it is missing."""
    from baoguan.app.archive import Archive
    from baoguan.domain.errors import FormatAbsent

    with closing(Archive.open(folder)) as archive:
        if not archive.waiting_pages():
            return
        try:
            with progress_bar() as progress:
                count = archive.read_scans(progress)
        except FormatAbsent as error:
            complain(error)
        else:
            click.echo(say(f"识别了 {count} 版的文字。", f"Recognised the text of {count} pages."))
