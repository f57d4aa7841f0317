"""Taking files into an open archive."""

from collections.abc import Iterable
from pathlib import Path

from baoguan.app.archive import Archive
from baoguan.domain.progress import Progress
from baoguan.ingest.batch import Report, file_batch, pages_in


def ingest_files(archive: Archive, paths: Iterable[Path], progress: Progress) -> Report:
    """File the pages of files and folders and index them; pages filed before a cancel are kept."""
    with archive.changing():
        try:
            return file_batch(archive.catalogue, pages_in(paths), progress)
        finally:
            archive.index(progress)
