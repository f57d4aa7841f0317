"""Whether an archive is whole: catalogue, originals, index."""

from dataclasses import dataclass

from baoguan.app.archive import Archive
from baoguan.app.searching import IndexState
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.index.fold import fold_article
from baoguan.store.originals import digest


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: how much there is, and each fault with what to do.

    ``waiting`` are the scans whose text is still to be recognised.
    """

    pages: int
    articles: int
    figures: int
    statistics: int
    annotations: int
    waiting: int
    index: IndexState
    faults: tuple[Bilingual, ...]


def check(archive: Archive, progress: Progress) -> Health:
    """Read everything the archive promises to hold and compare it with what it should be."""
    faults = [Bilingual(f"目录：{line}", f"Catalogue: {line}") for line in archive.catalogue.faults()]
    faults += _original_faults(archive, progress)
    faults += _text_faults(archive)
    index = archive.index_state()
    if not index.current:
        faults.append(
            Bilingual(
                "检索索引落后于目录；打开一次即会补上。", "The index is behind; opening the archive mends it."
            )
        )
    pages = archive.pages()
    return Health(
        len(pages),
        sum(page.articles for page in pages),
        len(archive.figures()),
        archive.statistics_count(),
        len(archive.annotations()),
        len(archive.waiting_pages()),
        index,
        tuple(faults),
    )


def _original_faults(archive: Archive, progress: Progress) -> list[Bilingual]:
    faults = []
    sources = archive.catalogue.pages.sources()
    for done, source in enumerate(sources):
        progress.step(done, len(sources), Bilingual("核对原件", "Checking originals"))
        path = archive.catalogue.originals.path(source)
        if not path.is_file():
            faults.append(Bilingual(f"原件缺失：{source}", f"Original missing: {source}"))
        elif digest(path) != source:
            faults.append(Bilingual(f"原件被改动：{source}", f"Original altered: {source}"))
    progress.step(len(sources), len(sources), Bilingual("核对完毕", "Originals checked"))
    return faults


def _text_faults(archive: Archive) -> list[Bilingual]:
    texts = archive.catalogue.texts
    return [
        Bilingual(
            f"文章 {one.id} 的检索文本与正文不符。", f"The search text of article {one.id} is out of step."
        )
        for one in texts.texts(texts.all_ids())
        if fold_article(one.text, one.passages).text != one.folded
    ]
