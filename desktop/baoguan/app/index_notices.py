"""What a reader is told about an archive's index, and what to do."""

from pathlib import Path

from baoguan.domain.errors import ArchiveError, BaoguanError, IndexDamaged
from baoguan.domain.language import Bilingual
from baoguan.index.engines import OPENSEARCH

HEALED = Bilingual(
    "检索索引缺损或是旧版的，已按目录重建；内容没有损失。",
    "The search index was damaged or of an older version "
    "and was built anew from the catalogue; nothing is lost.",
)
WORDS = Bilingual(
    "词典改过，索引已按新词典重建。", "The dictionary was changed; the index was built anew with it."
)
_INSTALL = "pip install 'baoguan[native]'"


def lost(folder: Path) -> IndexDamaged:
    """Return the error for an index that holds nothing any more."""
    return IndexDamaged(
        Bilingual(f"检索索引是空的：{folder}。", f"The search index is empty: {folder}."),
        Bilingual("请用 baoguan reindex 重建索引。", "Build it anew with baoguan reindex."),
    )


def not_installed(engine: str) -> Bilingual:
    """Return what to say where an archive's engine is not installed."""
    return Bilingual(
        f"这个馆藏用 {engine} 检索，这台电脑上没有装，现在用 Whoosh，馆藏大时较慢。"
        f"要快，请安装：{_INSTALL}，再打开馆藏。",
        f"This archive is searched by {engine}, which is not installed here; Whoosh answers, more slowly "
        f"in a large archive. To be fast, install it with {_INSTALL} and open the archive again.",
    )


def slower(articles: int) -> Bilingual:
    """Return what to say where an archive has outgrown Whoosh and nothing faster is installed."""
    return Bilingual(
        f"馆藏已有 {articles} 篇文章，Whoosh 检索会慢下来。要快，请安装：{_INSTALL}，再打开馆藏。",
        f"With {articles} articles Whoosh becomes slow. To be fast, install {_INSTALL} "
        "and open the archive again.",
    )


def moved(articles: int) -> Bilingual:
    """Return what to say when an archive moved to the faster engine."""
    return Bilingual(
        f"馆藏已有 {articles} 篇文章，索引已换成更快的 Tantivy；检索一直可用，内容没有改动。",
        f"With {articles} articles the index has moved to the faster Tantivy; nothing else has changed.",
    )


def cluster_down(archive: Path) -> Bilingual:
    """Return what to say while an embedded index answers in the stead of a cluster."""
    return Bilingual(
        f"检索集群没有应答，现在用馆藏里的索引检索。要一直用它：{_embed(archive)}",
        "The search cluster does not answer; the index in the archive does. "
        f"To stay with it: {_embed(archive)}",
    )


def nowhere(archive: Path) -> ArchiveError:
    """Return the error for an archive that does not say where its cluster is."""
    return ArchiveError(
        Bilingual(
            f"馆藏“{archive.name}”的 archive.toml 没有写明检索集群在哪里。",
            f'archive.toml of "{archive.name}" does not say where the search cluster is.',
        ),
        Bilingual(
            f'请运行：baoguan reindex "{archive}" --engine opensearch --host 集群的地址',
            f'Run: baoguan reindex "{archive}" --engine opensearch --host URL',
        ),
    )


def cannot_use(engine: str) -> ArchiveError:
    """Return the error for an engine that is not installed."""
    extra = "cluster" if engine == OPENSEARCH else "native"
    return ArchiveError(
        Bilingual(f"这里没有装 {engine}。", f"{engine} is not installed here."),
        Bilingual(
            f"请先安装：pip install 'baoguan[{extra}]'。", f"Install it with pip install 'baoguan[{extra}]'."
        ),
    )


def no_cluster(archive: Path, error: BaoguanError) -> ArchiveError:
    """Return the error for an archive whose cluster does not answer, with what to do instead."""
    return ArchiveError(
        error.what,
        Bilingual(
            f"请启动集群后再检索，或改用内置索引：{_embed(archive)}",
            f"Start the cluster and search again, or use the embedded index: {_embed(archive)}",
        ),
    )


def _embed(archive: Path) -> str:
    return f'baoguan reindex "{archive}" --engine whoosh'
