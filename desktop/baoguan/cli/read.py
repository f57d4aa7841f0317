"""``baoguan read``: shows how a page is separated, and stores nothing."""

from pathlib import Path

import click

from baoguan.cli.options import echo_json, json_option
from baoguan.cli.speech import say


@click.command(
    "read",
    help=say(
        "读一个版面文件，显示分出的文章和图片；不存入馆藏。",
        "Read a page file and show its articles and figures; stores nothing.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def read(file: Path, as_json: bool) -> None:
    """Read a page and print its structure."""
    from baoguan.export.structure import structure
    from baoguan.index import vocabulary
    from baoguan.layout.page import lay_out
    from baoguan.readers.page import read_page

    layout = lay_out(read_page(file), vocabulary)
    if as_json:
        echo_json(structure(file.name, layout))
        return
    for article in layout.articles:
        names = "、".join(name for byline in article.bylines for name in byline.names)
        click.echo(f"【{article.section or say('无栏目', 'no section')}】{article.headline}  {names}")
        for paragraph in article.paragraphs:
            lines = "+".join(map(str, paragraph.source_lines))
            click.echo(f"    {paragraph.role:8} {lines:12} {paragraph.text[:40]}")
        for figure in article.figures:
            click.echo(f"    {say('图片', 'figure'):8} {figure.source_line!s:12} {figure.caption}")
    for note in layout.page_notes:
        click.echo(say("版面说明：", "Page note: ") + note.text)
