"""An index is built beside the one that answers, and takes its place."""

import shutil
from contextlib import closing
from dataclasses import replace

from baoguan.app import index_notices as notices
from baoguan.app.archive_index import ArchiveIndex
from baoguan.app.index_folders import put_words
from baoguan.app.marker import read_marker, write_marker
from baoguan.domain.progress import Progress, Silent
from baoguan.index.catch_up import catch_up
from baoguan.index.engine import Engine
from baoguan.index.engines import OPENSEARCH, available, open_cluster, open_embedded
from baoguan.store.database import read_only


def build(index: ArchiveIndex, name: str, progress: Progress) -> None:
    """Build an archive's index anew on an engine, beside the one that answers.

    Whoever calls holds ``IndexFolders.alone``. Raises what the engine raises.
    """
    if index.catalogue.database.read_only:
        raise read_only(index.folder)
    if not available(name):
        raise notices.cannot_use(name)
    index.fold_again()
    texts = index.catalogue.texts
    with closing(_opened(index, name)) as engine:
        while engine.revision() != texts.revision():
            catch_up(engine, texts, progress, index.segmenter)


def take_place(index: ArchiveIndex, name: str, chosen: bool) -> None:
    """Let the index that was built answer; nobody may be asking meanwhile.

    A crash at any point leaves the former index or this one, whole: ``archive.toml`` decides. The
    folder is in its place before it is named there, and the former goes after.
    """
    former = index.name
    index.close_engine()
    if name != OPENSEARCH:
        index.folders.exchange(name)
    if chosen or name != former:
        marker = read_marker(index.folder)
        write_marker(index.folder, replace(marker, engine=name, chosen=chosen))
    index.open()
    if name not in {former, OPENSEARCH} and former != OPENSEARCH:
        # Beside a cluster an embedded index is kept: it answers when the cluster is down.
        index.folders.remove(index.folders.of(former))
    index.catch_up(Silent())


def _opened(index: ArchiveIndex, name: str) -> Engine:
    """Open an empty index where the archive's new one is made."""
    if name == OPENSEARCH:
        cluster = read_marker(index.folder).cluster
        if cluster is None:
            raise notices.nowhere(index.folder)
        engine = open_cluster(cluster)
        engine.clear()
        put_words(index.folders.of(name), index.segmenter.fingerprint)
        return engine
    folder = index.folders.making(name)
    shutil.rmtree(folder, ignore_errors=True)
    engine = open_embedded(name, folder)
    put_words(folder, index.segmenter.fingerprint)
    return engine
