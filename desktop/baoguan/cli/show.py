"""``baoguan show``: prints one article."""

from pathlib import Path

import click

from baoguan.cli.options import archive_argument, echo_json, json_option, opened
from baoguan.cli.shapes import article_shape
from baoguan.cli.speech import LANGUAGE, say
from baoguan.domain.article import Role
from baoguan.domain.ids import ArticleId


@click.command("show", help=say("显示一篇文章。", "Show one article."))
@archive_argument
@click.argument("article", type=int)
@json_option
def show(archive: Path, article: int, as_json: bool) -> None:
    """Print an article as text or JSON."""
    from baoguan.app.amending import amendment_text

    with opened(archive) as room:
        record = room.article(ArticleId(article))
        annotations = room.annotations(ArticleId(article))
    if as_json:
        echo_json(article_shape(record, annotations))
        return
    issue = record.page.issue
    click.echo(f"{issue.title} {issue.date or ''} {record.page.source_name}")
    for role, text in record.article.parts():
        indent = "　　" if role in {Role.LEAD, Role.BODY, Role.INSET} else ""
        click.secho(indent + text, bold=role in {Role.HEADLINE, Role.SUBHEAD})
    for one in annotations:
        annotation = one.annotation
        tags = " ".join(f"#{tag}" for tag in annotation.tags)
        if annotation.note or tags or not annotation.amendment:
            click.echo(say("批注：", "Note: ") + f"“{annotation.target.exact}” {annotation.note} {tags}")
        if annotation.amendment:
            click.echo(say("更正：", "Correction: ") + amendment_text(annotation).say(LANGUAGE))
