"""The picture of a page that its text names: found beside the text, or said to be missing."""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from baoguan.domain.errors import SourceError
from baoguan.domain.page import PageImage
from baoguan.readers.reading_signs import is_picture

_SUFFIXES = (".png", ".jpg", ".jpeg", ".jp2", ".tif", ".tiff", ".webp")
_OF_TEXTS = frozenset({"page", "alto", "hocr", "xml", "text", "fulltext", "ocr", "tei"})
_OF_PICTURES = ("images", "image", "img", "jpg", "jp2", "tif", "tiff", "png")


def picture_beside(path: Path, told: str, *, alone: bool = True, frame: int = 0) -> PageImage | None:
    """Return the picture of a text file: the one it names, else, where it is of one page, one named as it is.

    It is looked for in the file's own folder and, where that is one of texts (page/, alto/), in the folder
    that holds both and in that for pictures beside it, as Transkribus and OCR-D lay them.
    """
    names = [path.stem + suffix for suffix in _SUFFIXES] if alone else []
    if told.strip():
        name = PurePosixPath(unquote(told.strip()).replace("\\", "/")).name
        stem = PurePosixPath(name).stem
        names = [name, *(stem + suffix for suffix in _SUFFIXES), *names]
    places = [folder / name for folder in _folders(path.parent) for name in dict.fromkeys(names) if name]
    return next((found for place in places if (found := picture(place, frame))), None)


def _folders(own: Path) -> list[Path]:
    if own.name.lower() not in _OF_TEXTS:
        return [own]
    return [own, own.parent, *(own.parent / name for name in _OF_PICTURES)]


def picture(path: Path, frame: int = 0) -> PageImage | None:
    """Return a frame of a picture file, None where there is none that can be opened."""
    from baoguan.readers.image import open_image  # loads the libraries of pictures, which text needs not

    try:
        with path.open("rb") as file:
            if not is_picture(file.read(16)):
                return None
        return open_image(path, path.name).scan(frame).image
    except (OSError, ValueError, IndexError, SourceError):
        return None
