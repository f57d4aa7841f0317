"""Any source by its content."""

from pathlib import Path

import pytest

from baoguan.domain.errors import SourceUnreadable, UnknownFormat
from baoguan.paths import seeds
from baoguan.readers.reading import FORMATS, open_source


def test_a_text_is_one_page_with_its_imprint() -> None:
    source = open_source(seeds() / "000_093351186b2237d2.txt")
    assert (source.format, len(source), len(source.files)) == ("text", 1, 1)
    assert source.scan(0).imprint.title == "天津日报"
    source.close()


def test_xml_of_no_newspaper_is_refused_by_the_name_of_its_root(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("<?xml version='1.0'?><recipe>汤</recipe>", encoding="utf-8")
    with pytest.raises(UnknownFormat, match="its root is recipe"):
        open_source(path)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="is not there"):
        open_source(tmp_path / "none.xml")


def test_every_format_says_what_it_is_and_what_is_kept_of_it() -> None:
    assert len({format_.name for format_ in FORMATS}) == len(FORMATS)
    for format_ in FORMATS:
        assert all((*format_.what, *format_.keeps)), format_.name
