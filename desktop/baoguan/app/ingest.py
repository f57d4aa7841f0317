"""Taking files into an open archive."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from baoguan.app.archive import Archive
from baoguan.app.marker import has_marker
from baoguan.domain.progress import Progress, Silent
from baoguan.ingest.batch import Report, file_batch
from baoguan.ingest.finding import pages_in


def ingest_files(archive: Archive, paths: Iterable[Path], progress: Progress) -> Report:
    """File the pages of files and folders and index them; pages filed before a cancel are kept."""
    with archive.changing():
        try:
            report = file_batch(archive.catalogue, pages_in(paths), progress)
        finally:
            # Not to be cancelled: what was filed is to be found.
            archive.index(Silent())
    if report.added:
        archive.renew(progress)
    return report


def ingest_into(folder: Path, paths: Iterable[Path], progress: Progress) -> Report:
    """Take files into the archive of a folder, made where there is none.

    Where nothing could be taken in, no new archive is left behind.
    """
    if has_marker(folder):
        with closing(Archive.open(folder, progress)) as archive:
            return ingest_files(archive, paths, progress)
    existed = folder.exists()
    with closing(Archive.create(folder)) as archive:
        try:
            return ingest_files(archive, paths, progress)
        finally:
            empty = not archive.pages()
            archive.close()
            if empty:
                Archive.discard(folder, keep_folder=existed)
