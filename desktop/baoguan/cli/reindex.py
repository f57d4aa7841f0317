"""``baoguan reindex``: builds the search index anew."""

from pathlib import Path

import click

from baoguan.cli.options import archive_argument
from baoguan.cli.speech import progress_bar, say
from baoguan.index.engines import ENGINES, OPENSEARCH


@click.command(
    "reindex",
    help=say(
        "重建检索索引；可以换引擎。停止（Ctrl-C）时原来的索引照旧。",
        "Build the search index of ARCHIVE anew, on another engine if wished. "
        "Stopped (Ctrl-C), it stays as it was.",
    ),
)
@archive_argument
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help=say("引擎；不写则沿用现在的。", "The engine; without it, the one there is."),
)
@click.option(
    "--host",
    "hosts",
    multiple=True,
    metavar="URL",
    help=say(
        "OpenSearch 集群的地址，可以写多个；记在 archive.toml 里。",
        "Where the OpenSearch cluster is; may be repeated; kept in archive.toml.",
    ),
)
@click.option(
    "--shards",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    help=say("集群里分成几片。", "Into how many shards the cluster divides the index."),
)
@click.option(
    "--replicas",
    default=0,
    show_default=True,
    type=click.IntRange(min=0),
    help=say("集群里另存几份。", "How many copies the cluster keeps besides."),
)
def reindex(archive: Path, engine: str | None, hosts: tuple[str, ...], shards: int, replicas: int) -> None:
    """Build the index anew and say on which engine."""
    from baoguan.app.reindex import reindex as build_anew
    from baoguan.app.reindex import set_cluster

    if hosts and engine != OPENSEARCH:
        raise click.UsageError(
            say("--host 只用于 --engine opensearch。", "--host is for --engine opensearch only.")
        )
    if hosts:
        set_cluster(archive, hosts, shards, replicas)
    with progress_bar() as progress:
        name = build_anew(archive, engine, progress)
    click.echo(say(f"索引已在 {name} 上建好。", f"The index was built on {name}."))
