"""Building an archive's index anew by hand, on an engine that the user names."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from baoguan.app.archive import writable
from baoguan.app.local_search import opened
from baoguan.app.marker import read_marker, write_marker
from baoguan.domain.progress import Progress
from baoguan.index.engines import Cluster
from baoguan.store.database import read_only


def reindex(folder: Path, engine: str | None, progress: Progress) -> str:
    """Build an archive's index anew, on another engine or the one it has; return which.

    Whatever is raised leaves the former index.
    """
    name = engine or read_marker(folder).engine
    if not writable(folder):
        raise read_only(folder)
    with opened(folder, read_only=False) as searching:
        searching.reindex(name, progress)
    return name


def set_cluster(folder: Path, hosts: Sequence[str], shards: int, replicas: int) -> None:
    """Write down in ``archive.toml`` where the cluster is; the archive's name there stays what it was."""
    marker = read_marker(folder)
    if not writable(folder):
        raise read_only(folder)
    name = marker.cluster.name if marker.cluster else f"baoguan-{uuid4().hex[:12]}"
    write_marker(folder, replace(marker, cluster=Cluster(tuple(hosts), name, shards, replicas)))
