"""The picture of a page that its text names: found beside the text, or said to be missing."""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from baoguan.domain.errors import SourceError
from baoguan.domain.page import PageImage
from baoguan.readers.image import open_image
from baoguan.readers.reading_signs import is_picture

_SUFFIXES = (".png", ".jpg", ".jpeg", ".jp2", ".tif", ".tiff", ".webp")


def picture_beside(path: Path, told: str) -> PageImage | None:
    """Return the picture of a text file: the one it names, in its own folder, else the one named as it is."""
    stems = [path.stem, path.name.split(".")[0]]
    if told.strip():
        name = PurePosixPath(unquote(told.strip()).replace("\\", "/")).name
        stems = [PurePosixPath(name).stem, *stems]
        found = picture(path.with_name(name)) if name else None
        if found:
            return found
    beside = [path.with_name(stem + suffix) for stem in dict.fromkeys(stems) for suffix in _SUFFIXES]
    return next((found for candidate in beside if (found := picture(candidate))), None)


def picture(path: Path, frame: int = 0) -> PageImage | None:
    """Return a frame of a picture file, None where there is none that can be opened."""
    try:
        with path.open("rb") as file:
            if not is_picture(file.read(16)):
                return None
        return open_image(path, path.name).scan(frame).image
    except (OSError, ValueError, IndexError, SourceError):
        return None
