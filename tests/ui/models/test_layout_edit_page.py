from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from baoguan.app.archive import Archive
from baoguan.app.commands import Rearrange
from baoguan.app.ingest import ingest_files
from baoguan.domain.page import Region
from baoguan.domain.progress import Silent
from baoguan.domain.rearrangement import Reframed
from baoguan.ui.models.layout_edit_page import read_edited
from baoguan.ui.models.room import Room


@pytest.fixture
def scanned(newsroom: ModuleType, tmp_path: Path) -> Iterator[Archive]:
    """An archive of one scan whose text nobody has read yet."""
    newsroom.write_scan(newsroom.page(seed=0, layout="simple"), tmp_path / "scan.png", dpi=72)
    archive = Archive.create(tmp_path / "扫描.baoguan")
    ingest_files(archive, [tmp_path / "scan.png"], Silent())
    yield archive
    archive.close()


def test_figures_of_a_scan_are_framed_before_its_text_is_read(scanned: Archive) -> None:
    page = scanned.pages()[0].id
    edited = read_edited(scanned, page)
    assert (edited.pieces, edited.frames) == ((), ())
    assert edited.width > edited.height / 2 > 100
    scanned.do(Rearrange(page, (Reframed(None, Region(10, 20, 120, 80)),)))
    assert [frame.region for frame in read_edited(scanned, page).frames] == [Region(10, 20, 120, 80)]


def test_a_page_with_places_has_frames_and_lines_and_a_composed_one_neither(
    print_room: Room, room: Room
) -> None:
    for page in print_room.archive.pages():
        edited = read_edited(print_room.archive, page.id)
        assert edited.frames
        assert sorted(line for piece in edited.pieces for line in piece.lines) == sorted(
            line for piece in edited.lines for line in piece.lines
        )
    composed = read_edited(room.archive, room.archive.pages()[0].id)
    assert composed.pieces
    assert (composed.lines, composed.frames, composed.width) == ((), (), 0)
