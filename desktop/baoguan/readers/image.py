"""Image files: every frame that is a page, with its size upright; their text is read by OCR."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from baoguan.domain.errors import SourceEmpty, SourceUnreadable, UnknownFormat
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageImage, PageScan
from baoguan.readers.image_ends import is_complete
from baoguan.readers.imprint import read_shared_imprint
from baoguan.readers.picture import BROKEN
from baoguan.readers.picture_pillow import upright_size

MOST_PIXELS = 600_000_000
"""A double page of the largest newspapers at 600 dpi has half of it; what boasts of more is no page."""
_LEAST_SIDE = 16
_SUBFILE, _OFFSETS, _COUNTS, _TILE_OFFSETS, _TILE_COUNTS = 254, 273, 279, 324, 325
_REDUCED_OR_MASK = 1 | 4


class ImageSource:
    """An image file: one page a frame, none of them read yet."""

    format = "image"

    def __init__(self, path: Path, name: str | None) -> None:
        self.files = (path,)
        self._frames = _read_frames(path, name or path.name)

    def __len__(self) -> int:
        """Return the number of its pages."""
        return len(self._frames)

    def scan(self, part: int) -> PageScan:
        """Return a page that is its picture alone, its text not read yet."""
        image = self._frames[part]
        return PageScan(
            (),
            encoding="",
            imprint=read_shared_imprint(self.files[0], len(self)),
            width=image.width,
            height=image.height,
            image=image,
            part=part,
        )

    def close(self) -> None:
        """Hold nothing open: nothing to do."""


def open_image(path: Path, name: str | None = None) -> ImageSource:
    """Open an image file, calling it ``name``; raise a SourceError where it is cut off, empty or vast."""
    return ImageSource(path, name)


def _read_frames(path: Path, name: str) -> tuple[PageImage, ...]:
    try:
        with path.open("rb") as file:
            if not is_complete(file, file.read(16)):
                raise _unreadable(name)
        with Image.open(path) as held:
            return tuple(_frames(held, path, name))
    except FileNotFoundError as error:
        raise SourceUnreadable(
            Bilingual(f"“{name}”不存在。", f'"{name}" is not there.'),
            Bilingual("请检查路径。", "Check the path."),
        ) from error
    except BROKEN as error:
        raise _unreadable(name) from error


def _frames(held: Image.Image, path: Path, name: str) -> Iterator[PageImage]:
    """Yield the pages: all frames of a TIFF but masks and small copies of a page, else the first frame."""
    several = held.n_frames if isinstance(held, TiffImageFile) else 1
    size = path.stat().st_size
    for frame in range(several):
        held.seek(frame)
        if isinstance(held, TiffImageFile):
            if frame and held.tag_v2.get(_SUBFILE, 0) & _REDUCED_OR_MASK:
                continue
            if not _is_whole(held, size):
                raise _unreadable(name)
        width, height = upright_size(held)
        _judge(width, height, name)
        yield PageImage(path, frame, width, height, _dpi(held))


def _is_whole(held: TiffImageFile, size: int) -> bool:
    """Tell whether every strip and tile of a frame lies in the file."""
    tags = held.tag_v2
    return all(
        offset + count <= size
        for offsets, counts in ((_OFFSETS, _COUNTS), (_TILE_OFFSETS, _TILE_COUNTS))
        for offset, count in zip(tags.get(offsets, ()), tags.get(counts, ()), strict=False)
    )


def _judge(width: int, height: int, name: str) -> None:
    """Raise SourceEmpty for a picture too small for a page, UnknownFormat for one too large."""
    if min(width, height) < _LEAST_SIDE:
        raise SourceEmpty(
            Bilingual(
                f"“{name}”只有 {width}×{height} 像素，放不下一个版面。",
                f'"{name}" has only {width} × {height} pixels: no page is on it.',
            ),
            Bilingual("请检查文件是否完整。", "Check that the file is complete."),
        )
    if width * height > MOST_PIXELS:
        millions, most = width * height // 1_000_000, MOST_PIXELS // 1_000_000
        raise UnknownFormat(
            Bilingual(
                f"“{name}”有 {millions} 百万像素，超过上限 {most} 百万。",
                f'"{name}" has {millions} megapixels, more than the {most} a page may have.',
            ),
            Bilingual("请缩小或按版面拆分。", "Make it smaller or split it into one file a page."),
        )


def _dpi(held: Image.Image) -> float:
    told = held.info.get("dpi", (0, 0))
    try:
        dpi = float(told[1])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0.0
    return dpi if 30 <= dpi <= 2400 else 0.0


def _unreadable(name: str) -> SourceUnreadable:
    return SourceUnreadable(
        Bilingual(f"图像“{name}”不完整或已损坏。", f'The image "{name}" is cut off or damaged.'),
        Bilingual("请重新复制或下载。", "Copy or download it again."),
    )
