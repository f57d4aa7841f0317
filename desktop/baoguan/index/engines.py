"""The engines by name. Each is loaded only when it is asked for: two of them are extras."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from baoguan.domain.errors import BaoguanError

if TYPE_CHECKING:  # archive.toml is read long before anything is searched
    from baoguan.index.engine import Engine

WHOOSH, TANTIVY, OPENSEARCH = "whoosh", "tantivy", "opensearch"
ENGINES = (WHOOSH, TANTIVY, OPENSEARCH)
EMBEDDED = (TANTIVY, WHOOSH)
"""Those that keep their index in a folder of the archive, the faster one first."""

_LIBRARIES = {WHOOSH: "whoosh", TANTIVY: "tantivy", OPENSEARCH: "opensearchpy"}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where an OpenSearch cluster is, and what the archive's index is called there."""

    hosts: tuple[str, ...]
    name: str
    shards: int = 1
    replicas: int = 0


def available(name: str) -> bool:
    """Return whether an engine's library is installed; False for a name that is none of ours."""
    return name in _LIBRARIES and find_spec(_LIBRARIES[name]) is not None


def open_embedded(name: str, folder: Path) -> "Engine":
    """Open or make the index of an embedded engine; raises what the engine raises."""
    if name == TANTIVY:
        from baoguan.index.tantivy_engine import TantivyEngine

        return TantivyEngine(folder)
    from baoguan.index.whoosh_engine import WhooshEngine

    return WhooshEngine(folder)


def open_cluster(cluster: Cluster) -> "Engine":
    """Open an archive's index on a cluster; raises ``IndexUnreachable`` where that does not answer."""
    from baoguan.index.opensearch_engine import OpenSearchEngine

    engine = OpenSearchEngine(cluster.hosts, cluster.name, cluster.shards, cluster.replicas)
    try:
        engine.revision()
    except BaoguanError:
        engine.close()
        raise
    return engine
