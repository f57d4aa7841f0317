"""Dates as vendors write them, and the sidecar that is believed before them."""

from datetime import date
from pathlib import Path

import pytest

from baoguan.domain.page import Imprint
from baoguan.readers.xml_imprint import beside, date_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1898-01-05", (1898, 1, 5)),
        ("1898-01-05T00:00:00+01:00", (1898, 1, 5)),
        ("bdh_18980105_01", (1898, 1, 5)),
        ("5.1.1898", (1898, 1, 5)),
        ("Essex Standard no. 2466 15.03.1878", (1878, 3, 15)),
        ("Der arme Teufel 1904-01-17_01", (1904, 1, 17)),
        ("1931年9月18日", (1931, 9, 18)),
        ("2022/10/12", (2022, 10, 12)),
        ("99.99.1898, 1.2.1899", (1899, 2, 1)),
    ],
)
def test_dates_are_found(text: str, day: tuple[int, int, int]) -> None:
    assert date_in(text) == date(*day)


@pytest.mark.parametrize("text", ["", "1898", "1898-13-40", "123456789012", "January 1898"])
def test_no_date_is_made_up(text: str) -> None:
    assert date_in(text) is None


def test_a_sidecar_is_believed_and_numbers_only_a_single_page(tmp_path: Path) -> None:
    path = tmp_path / "issue.xml"
    (tmp_path / "issue.toml").write_text(
        'title = "晨报"\ndate = 1931-09-18\npage = 7\nnumber = "A7"', encoding="utf-8"
    )
    own = Imprint("别的报", date(2000, 1, 1), 2, "2")
    assert beside(path, own, 1) == Imprint("晨报", date(1931, 9, 18), 7, "A7")
    assert beside(path, own, 4) == Imprint("晨报", date(1931, 9, 18), 2, "2")
