"""``baoguan read``: shows how the pages of a source are separated, and stores nothing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baoguan.cli.options import echo_json, json_option
from baoguan.cli.speech import progress_bar, say

if TYPE_CHECKING:
    from baoguan.domain.article import PageLayout


@click.command(
    "read",
    help=say(
        "读一个版面文件，显示每一版分出的文章和图片；不存入馆藏。",
        "Read a page file and show the articles and figures of each page in it; stores nothing.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def read(file: Path, as_json: bool) -> None:
    """Read a source and print the structure of its pages."""
    from baoguan.export.structure import structure

    layouts = list(_layouts(file))
    if as_json:
        pages = [structure(file.name, layout) for layout in layouts]
        echo_json(pages[0] if len(pages) == 1 else pages)
        return
    for number, layout in enumerate(layouts, 1):
        if len(layouts) > 1:
            click.echo(say(f"—— 第 {number} 页 ——", f"-- page {number} --"))
        _show(layout)


def _layouts(file: Path) -> Iterator["PageLayout"]:
    """Yield the layout of each page; the text of a scan is recognised first."""
    from baoguan.index import vocabulary
    from baoguan.ingest.stages import waits, with_text
    from baoguan.layout.page import lay_out
    from baoguan.readers.ocr import recognise
    from baoguan.readers.reading import open_source

    with closing(open_source(file)) as source, progress_bar() as progress:
        for part in range(len(source)):
            scan = source.scan(part)
            if scan.image is not None and waits(scan):
                scan = with_text(scan, recognise(scan.image, progress))
            yield lay_out(scan, vocabulary)


def _show(layout: "PageLayout") -> None:
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
