"""``baoguan check``: whether an archive is whole."""

from pathlib import Path

import click

from baoguan.cli.options import archive_argument, opened
from baoguan.cli.speech import LANGUAGE, progress_bar, say


@click.command("check", help=say("核对馆藏是否完好。", "Check that ARCHIVE is whole."))
@archive_argument
def check(archive: Path) -> int:
    """Print what there is and every fault; return 1 where there are any."""
    from baoguan.app.check import check as check_archive

    with opened(archive) as room, progress_bar() as progress:
        health = check_archive(room, progress)
    click.echo(
        say(
            f"{health.pages} 版，{health.articles} 篇文章，{health.figures} 幅图片，"
            f"{health.statistics} 条统计，{health.annotations} 条批注。",
            f"{health.pages} pages, {health.articles} articles, {health.figures} figures, "
            f"{health.statistics} statistics, {health.annotations} annotations.",
        )
    )
    if health.waiting:
        click.echo(
            say(
                f"{health.waiting} 版扫描件待识别（recognise）。",
                f"{health.waiting} scans wait to be recognised (recognise).",
            )
        )
    state = health.index
    click.echo(
        say(
            f"检索引擎 {state.engine}，索引{'与目录一致' if state.current else '落后于目录'}。",
            f"Searched by {state.engine}; the index is {'current' if state.current else 'behind'}.",
        )
    )
    for notice in state.notices:
        click.echo(notice.say(LANGUAGE))
    for fault in health.faults:
        click.echo(fault.say(LANGUAGE), err=True)
    if not health.faults:
        click.echo(say("完好。", "All is well."))
    return 1 if health.faults else 0
