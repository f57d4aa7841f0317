"""Where the text of pages is printed: their pictures, lines and what no text covers."""

import sys
from array import array
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, literal_column, select, update

from baoguan.domain.ids import PageId, SourceId
from baoguan.domain.page import Block, BlockRole, PageImage, PageScan, Region, TextLine
from baoguan.domain.records import PagePrint
from baoguan.store import schema
from baoguan.store.database import Database
from baoguan.store.originals import Originals

_print, _line, _page = schema.print_, schema.text_line, schema.page


@dataclass(frozen=True, slots=True)
class Printing:
    """What is filed of a page's print: its scan, and the original that its picture is in.

    ``waiting``: its text is still to be recognised.
    """

    scan: PageScan
    image: SourceId | None = None
    waiting: bool = False


class Prints:
    """Reads where pages are printed."""

    def __init__(self, database: Database, originals: Originals) -> None:
        self._database = database
        self._originals = originals

    def of(self, page: PageId) -> PagePrint | None:
        """Return where a page's text is printed; None where its source knows no places."""
        with self._database.reading() as connection:
            row = _row(connection, page)
            return None if row is None else self._page_print(row, _lines(connection, page))

    def image(self, page: PageId) -> PageImage | None:
        """Return where the picture of a page is, None where there is none."""
        with self._database.reading() as connection:
            row = _row(connection, page)
        return None if row is None else self._image(row)

    def waiting(self) -> tuple[PageId, ...]:
        """Return the pages whose text is still to be recognised, in the order that they were filed."""
        wanted = select(_print.c.page_id).join(_page, _page.c.id == _print.c.page_id)
        # Said as it is in the index, which alone is looked through then: what was recognised is much to pass.
        wanted = wanted.where(_print.c.waiting == literal_column("1"), _page.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            return tuple(map(PageId, connection.scalars(wanted.order_by(_print.c.page_id))))

    def recognised(self, page: PageId) -> PageScan | None:
        """Return a page whose text was recognised as it was then; None where its source holds the text."""
        with self._database.reading() as connection:
            row = _row(connection, page)
            if row is None or row.recognised is None:
                return None
            lines = {line.number: line for line in _lines(connection, page)}
        return PageScan(
            tuple(_block(told, lines) for told in row.recognised["blocks"]),
            encoding="",
            width=row.width,
            height=row.height,
            image=self._image(row),
            rulings=tuple(Region(*box) for box in row.recognised["rulings"]),
            unread=tuple(Region(*box) for box in row.unread),
        )

    def _page_print(self, row: Row[Any], lines: tuple[TextLine, ...]) -> PagePrint:
        return PagePrint(
            PageId(row.page_id),
            row.width,
            row.height,
            self._image(row),
            lines,
            tuple(Region(*box) for box in row.unread),
            bool(row.waiting),
        )

    def _image(self, row: Row[Any]) -> PageImage | None:
        if row.image_sha256 is None:
            return None
        file = self._originals.path(SourceId(row.image_sha256))
        return PageImage(file, row.frame, row.image_width, row.image_height, row.dpi)


def lines_of(scan: PageScan) -> tuple[TextLine, ...]:
    """Return every line of a page whose place is known, by number."""
    found = (line for block in scan.blocks for line in block.printed)
    return tuple(sorted(found, key=lambda line: line.number))


def write_print(connection: Connection, page: PageId, printing: Printing) -> None:
    """File a page's print; a page of which no place and no picture is known has none."""
    scan, lines = printing.scan, lines_of(printing.scan)
    if printing.image is None and not lines and not scan.width:
        return
    connection.execute(insert(_print).values(page_id=page, **_values(printing)))
    _write_lines(connection, page, lines)


def write_recognised(connection: Connection, page: PageId, scan: PageScan) -> None:
    """File what was recognised on a page that waited for it; its picture stays as it is."""
    values = {
        "width": scan.width,
        "height": scan.height,
        "unread": [_box(region) for region in scan.unread],
        "waiting": 0,
        "recognised": _recognised(scan),
    }
    connection.execute(update(_print).where(_print.c.page_id == page).values(**values))
    connection.execute(delete(_line).where(_line.c.page_id == page))
    _write_lines(connection, page, lines_of(scan))


def renew_lines(connection: Connection, page: PageId, scan: PageScan) -> None:
    """File the lines of a page as they are read now: another version of a reader may number others."""
    lines = lines_of(scan)
    told = select(_line.c.number, _line.c.text).where(_line.c.page_id == page).order_by(_line.c.number)
    known = [(row.number, row.text) for row in connection.execute(told)]
    if _row(connection, page) is not None and known != [(line.number, line.text) for line in lines]:
        connection.execute(delete(_line).where(_line.c.page_id == page))
        _write_lines(connection, page, lines)


def _write_lines(connection: Connection, page: PageId, lines: Sequence[TextLine]) -> None:
    if lines:
        connection.execute(insert(_line), [{"page_id": page, **_line_values(line)} for line in lines])


def _values(printing: Printing) -> dict[str, Any]:
    scan, image = printing.scan, printing.scan.image
    return {
        "width": scan.width or (image.width if image else 0),
        "height": scan.height or (image.height if image else 0),
        "image_sha256": printing.image,
        "frame": image.frame if image else 0,
        "image_width": image.width if image else 0,
        "image_height": image.height if image else 0,
        "dpi": image.dpi if image else 0.0,
        "unread": [_box(region) for region in scan.unread],
        "waiting": int(printing.waiting),
        "recognised": None,
    }


def _recognised(scan: PageScan) -> dict[str, Any]:
    return {
        "blocks": [_told(block) for block in scan.blocks],
        "rulings": [_box(region) for region in scan.rulings],
    }


def _box(region: Region) -> list[float]:
    return [region.left, region.top, region.width, region.height]


def _told(block: Block) -> list[Any]:
    region = _box(block.region) if block.region else None
    return [block.role.value, block.level, block.gap, region, list(block.lines)]


def _block(told: Sequence[Any], lines: dict[int, TextLine]) -> Block:
    role, level, gap, region, numbers = told
    printed = tuple(lines[number] for number in numbers)
    starts = [sum(len(line.text) for line in printed[:place]) for place in range(len(printed))]
    return Block(
        "".join(line.text for line in printed),
        tuple(numbers),
        BlockRole(role),
        level,
        gap,
        Region(*region) if region else None,
        tuple(starts) if len(starts) > 1 else (),
        printed,
    )


def _row(connection: Connection, page: PageId) -> Row[Any] | None:
    return connection.execute(select(_print).where(_print.c.page_id == page)).one_or_none()


def _lines(connection: Connection, page: PageId) -> tuple[TextLine, ...]:
    rows = connection.execute(select(_line).where(_line.c.page_id == page).order_by(_line.c.number))
    return tuple(
        TextLine(
            row.number,
            row.text,
            Region(row.left, row.top, row.width, row.height),
            _unpacked(row.cuts),
            row.raw,
            row.size,
            bool(row.bold),
            bool(row.vertical),
            row.confidence,
        )
        for row in rows
    )


def _line_values(line: TextLine) -> dict[str, Any]:
    values = asdict(line)
    values |= values.pop("region")
    return values | {"cuts": _packed(line.cuts), "bold": int(line.bold), "vertical": int(line.vertical)}


def _packed(cuts: Sequence[float]) -> bytes:
    packed = array("f", cuts)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpacked(packed: bytes) -> tuple[float, ...]:
    cuts = array("f")
    cuts.frombytes(packed)
    if sys.byteorder == "big":
        cuts.byteswap()
    return tuple(cuts)
