"""A text is one page, whatever it is called."""

from pathlib import Path

from baoguan.domain.page import BlockRole, Imprint
from baoguan.paths import seeds
from baoguan.readers.reading import open_source


def test_the_sample_page_is_ninety_blocks_with_its_imprint() -> None:
    scan = open_source(seeds() / "000_093351186b2237d2.txt").scan(0)
    assert len(scan.blocks) == 90
    assert sum(block.role is BlockRole.HEADING for block in scan.blocks) == 17
    assert scan.imprint.title == "天津日报"


def test_the_suffix_does_not_matter(tmp_path: Path) -> None:
    content = (seeds() / "000_093351186b2237d2.txt").read_bytes()
    kept = tmp_path / ("0f" * 32)
    kept.write_bytes(content)
    scan = open_source(kept, "头版.md").scan(0)
    assert scan.blocks == open_source(seeds() / "000_093351186b2237d2.txt").scan(0).blocks
    assert scan.imprint == Imprint()
