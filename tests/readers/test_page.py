"""A source by its content, whatever it is called."""

from pathlib import Path

import pytest

from baoguan.domain.errors import UnknownFormat
from baoguan.domain.page import BlockRole, Imprint
from baoguan.paths import seeds
from baoguan.readers.page import read_page


def test_the_sample_page_is_ninety_blocks_with_its_imprint() -> None:
    scan = read_page(seeds() / "000_093351186b2237d2.txt")
    assert len(scan.blocks) == 90
    assert sum(block.role is BlockRole.HEADING for block in scan.blocks) == 17
    assert scan.imprint.title == "天津日报"


def test_the_suffix_does_not_matter(tmp_path: Path) -> None:
    content = (seeds() / "000_093351186b2237d2.txt").read_bytes()
    kept = tmp_path / ("0f" * 32)
    kept.write_bytes(content)
    scan = read_page(kept, "头版.md")
    assert scan.blocks == read_page(seeds() / "000_093351186b2237d2.txt").blocks
    assert scan.imprint == Imprint()


def test_a_picture_called_txt_is_refused_by_its_content(tmp_path: Path) -> None:
    picture = tmp_path / "page.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(UnknownFormat, match="PNG"):
        read_page(picture)
