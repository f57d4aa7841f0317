"""The archive of the sample page, made on the spot at the first start."""

from pathlib import Path

from platformdirs import user_data_path

from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_files
from baoguan.app.marker import has_marker
from baoguan.domain.progress import Progress
from baoguan.paths import seeds


def sample_folder() -> Path:
    """Return where the sample archive lies, or will lie."""
    return user_data_path("baoguan", appauthor=False) / "样刊.baoguan"


def open_sample(progress: Progress) -> Archive:
    """Open the sample archive, made first where it is missing or was left unfinished."""
    folder = sample_folder()
    archive = Archive.open(folder, progress) if has_marker(folder) else Archive.create(folder, "样刊")
    if not archive.pages():
        ingest_files(archive, [seeds()], progress)
    return archive
