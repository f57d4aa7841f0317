"""The sidecar beside a source: what it says, and one sentence where it is broken."""

from datetime import date
from pathlib import Path

import pytest

from baoguan.domain.errors import SourceError
from baoguan.domain.page import Imprint
from baoguan.paths import seeds
from baoguan.readers.imprint import read_imprint


def test_the_sample_pages_sidecar_marks_title_and_date_as_inferred() -> None:
    imprint = read_imprint(seeds() / "000_093351186b2237d2.txt")
    assert imprint == Imprint("天津日报", date(2022, 10, 12), inferred=frozenset({"title", "date"}))


def test_all_fields_are_read(tmp_path: Path) -> None:
    page = tmp_path / "a3.md"
    (tmp_path / "a3.toml").write_text(
        'title = "宁河日报"\ndate = "2003-05-18"\npage = 3\nnumber = "A3"\ninferred = ["page"]\n',
        encoding="utf-8",
    )
    assert read_imprint(page) == Imprint("宁河日报", date(2003, 5, 18), 3, "A3", frozenset({"sequence"}))


def test_no_sidecar_says_nothing(tmp_path: Path) -> None:
    assert read_imprint(tmp_path / "a3.md") == Imprint()
    assert read_imprint(tmp_path / ("0f" * 32)) == Imprint()


@pytest.mark.parametrize(
    "content",
    [
        "title = ",
        'date = "昨天"',
        "title = 7",
        "sequence = 0",
        "page = true",
        'inferred = "title"',
        'titel = "天津日报"',
        "title = ''",
    ],
)
def test_a_broken_sidecar_is_one_sentence_that_names_it(tmp_path: Path, content: str) -> None:
    (tmp_path / "a3.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_imprint(tmp_path / "a3.md")
    assert "a3.toml" in caught.value.say("zh")
    assert "a3.toml" in caught.value.say("en")


def test_a_sidecar_that_is_no_text_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a3.toml").write_bytes(b"\xff\xfe\x00\x01\x02")
    with pytest.raises(SourceError, match=r"a3\.toml"):
        read_imprint(tmp_path / "a3.md")
