"""``baoguan formats``: what the program reads, and what it keeps of each."""

import click

from baoguan.cli.speech import LANGUAGE, say


@click.command("formats", help=say("列出能读的格式。", "List the formats that can be read."))
def formats() -> int:
    """Print each format: its name, what it is, and what is kept of it."""
    from baoguan.readers.reading import FORMATS

    click.echo(
        say("格式由内容判断，与文件名无关。", "What a file is, is told from its content, not from its name.")
    )
    for each in FORMATS:
        click.echo(f"{each.name:6} {each.what.say(LANGUAGE)}")
        click.echo(f"       {say('保留：', 'Keeps: ')}{each.keeps.say(LANGUAGE)}")
    return 0
