"""``baoguan show``: prints one article."""

from pathlib import Path

import click

from baoguan.cli.options import archive_argument, echo_json, json_option, opened
from baoguan.cli.shapes import article_shape, places_shape
from baoguan.cli.speech import LANGUAGE, say
from baoguan.domain.annotation import Annotation
from baoguan.domain.article import Role
from baoguan.domain.ids import ArticleId
from baoguan.domain.records import ArticleRecord


@click.command("show", help=say("显示一篇文章。", "Show one article."))
@archive_argument
@click.argument("article", type=int)
@click.option(
    "--places",
    is_flag=True,
    help=say(
        "也显示每行文字印在版面的哪里（像素）。", "Show where each line is printed on the page (pixels), too."
    ),
)
@json_option
def show(archive: Path, article: int, places: bool, as_json: bool) -> None:
    """Print an article as text or JSON."""
    from baoguan.app.places import places_of

    with opened(archive) as room:
        record = room.article(ArticleId(article))
        annotations = room.annotations(ArticleId(article))
        parts = room.parts(record.id)
        page_print = room.page_print(record.page.id) if places else None
    printed = places_of(page_print, record) if page_print else ()
    if as_json:
        shape = article_shape(record, annotations) | {"parts": parts}
        echo_json(shape | {"places": places_shape(page_print, printed)} if places else shape)
        return
    _echo_article(record, parts)
    for span, region in printed:
        box = " ".join(f"{value:.0f}" for value in (region.left, region.top, region.width, region.height))
        click.echo(f"{box}\t{record.article.text[span.start : span.end]}")
    for one in annotations:
        _echo_annotation(one.annotation)


def _echo_article(record: ArticleRecord, parts: tuple[ArticleId, ...]) -> None:
    issue = record.page.issue
    click.echo(f"{issue.title} {issue.date or ''} {record.page.source_name}")
    for role, text in record.article.parts():
        indent = "　　" if role in {Role.LEAD, Role.BODY, Role.INSET} else ""
        click.secho(indent + text, bold=role in {Role.HEADLINE, Role.SUBHEAD})
    if len(parts) > 1:
        numbers = " → ".join(map(str, parts))
        click.echo(say(f"分载各版：{numbers}", f"Parts on several pages: {numbers}"))


def _echo_annotation(annotation: Annotation) -> None:
    from baoguan.app.amending import amendment_text

    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    if annotation.note or tags or not annotation.amendment:
        click.echo(say("批注：", "Note: ") + f"“{annotation.target.exact}” {annotation.note} {tags}")
    if annotation.amendment:
        click.echo(say("更正：", "Correction: ") + amendment_text(annotation).say(LANGUAGE))
