"""``archive.toml``: what makes a folder an archive."""

import json
import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baoguan.domain.errors import ArchiveDamaged, NotAnArchive
from baoguan.domain.language import Bilingual
from baoguan.index.engines import WHOOSH, Cluster
from baoguan.store.database import damaged
from baoguan.store.migrate import too_new

FORMAT = 1
_NAME = "archive.toml"


@dataclass(frozen=True, slots=True)
class Marker:
    """What ``archive.toml`` says. An engine chosen by hand is not exchanged for a faster one."""

    name: str
    created: date
    engine: str = WHOOSH
    chosen: bool = False
    cluster: Cluster | None = None
    segmenter: str = "jieba"
    format: int = FORMAT


def write_marker(folder: Path, marker: Marker) -> None:
    """Write ``archive.toml``, whole or not at all; TOML reads strings quoted as JSON quotes them."""
    lines = [
        f"format = {marker.format}",
        f"name = {json.dumps(marker.name, ensure_ascii=False)}",
        f"engine = {json.dumps(marker.engine)}",
        *(["engine_chosen = true"] if marker.chosen else []),
        f"segmenter = {json.dumps(marker.segmenter)}",
        f"created = {marker.created.isoformat()}",
        *(_cluster_lines(marker.cluster) if marker.cluster else []),
    ]
    written = folder / f".{_NAME}"
    with written.open("w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    written.replace(folder / _NAME)


def has_marker(folder: Path) -> bool:
    """Return whether a folder is an archive, whole or damaged."""
    return (folder / _NAME).is_file()


def read_marker(folder: Path) -> Marker:
    """Read ``archive.toml``; raise ``NotAnArchive``, ``ArchiveTooNew`` or ``ArchiveDamaged``."""
    path = folder / _NAME
    if not has_marker(folder):
        raise not_an_archive(folder)
    found: dict[str, object] = {}
    with suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    form, name, created = found.get("format"), found.get("name"), found.get("created")
    if not isinstance(form, int) or not isinstance(name, str) or not isinstance(created, date):
        raise ArchiveDamaged(
            Bilingual(
                f"“{folder.name}”里的 archive.toml 读不出来。", f'{_NAME} in "{folder.name}" is broken.'
            ),
            Bilingual(
                f"请从备份恢复它，或按此内容重写：format = {FORMAT}、name、created（日期）。",
                f"Restore it from a backup, or write it anew: format = {FORMAT}, name, created (a date).",
            ),
        )
    if form > FORMAT:
        raise too_new(folder)
    if not (folder / "catalogue.sqlite").is_file():
        # SQLite would make an empty one, and everything would seem to be gone.
        raise damaged(folder)
    return Marker(
        name,
        created,
        str(found.get("engine", WHOOSH)),
        found.get("engine_chosen") is True,
        _cluster(found.get("cluster")),
        str(found.get("segmenter", "jieba")),
        form,
    )


def _cluster_lines(cluster: Cluster) -> list[str]:
    return [
        "",
        "[cluster]",
        f"hosts = {json.dumps(cluster.hosts)}",
        f"name = {json.dumps(cluster.name)}",
        f"shards = {cluster.shards}",
        f"replicas = {cluster.replicas}",
    ]


def _cluster(said: object) -> Cluster | None:
    """Return what ``[cluster]`` says; None where hosts or name are missing."""
    if not isinstance(said, dict):
        return None
    hosts, name = said.get("hosts"), said.get("name")
    if not isinstance(hosts, list) or not hosts or not isinstance(name, str) or not name:
        return None
    shards, replicas = said.get("shards"), said.get("replicas")
    return Cluster(
        tuple(map(str, hosts)),
        name,
        shards if isinstance(shards, int) else 1,
        replicas if isinstance(replicas, int) else 0,
    )


def not_an_archive(folder: Path) -> NotAnArchive:
    """Return the error for a folder that is no archive."""
    return NotAnArchive(
        Bilingual(f"“{folder}”不是报馆的馆藏。", f'"{folder}" is not a Baoguan archive.'),
        Bilingual(
            "请选择含有 archive.toml 的文件夹，或新建一个馆藏。",
            "Choose a folder that holds archive.toml, or make a new archive.",
        ),
    )
