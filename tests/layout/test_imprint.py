"""A page says whose it is."""

from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from baoguan.domain.page import Imprint, PageScan
from baoguan.layout.imprint import printed_imprint


@pytest.mark.parametrize("kind", ["broadsheet", "dense", "vertical", "latin", "mixed"])
def test_title_day_and_number_are_read_from_the_page(newsroom: ModuleType, kind: str) -> None:
    for page in newsroom.issue(5, kind, 2):
        found = printed_imprint(newsroom.page_scan(page))
        assert (found.title, found.date, found.number) == (page.title, page.date, page.number)


def test_a_front_page_without_a_number_is_concluded_to_be_the_first(newsroom: ModuleType) -> None:
    found = printed_imprint(newsroom.page_scan(newsroom.issue(5, "dense", 1)[0]))
    assert (found.number, found.sequence) == ("1", 1)
    assert {"number", "sequence"} <= found.inferred


def test_what_is_known_already_stays(newsroom: ModuleType) -> None:
    known = Imprint("别的报", date(1999, 1, 1), 4, "A4")
    scan = replace(newsroom.page_scan(newsroom.page(5, "broadsheet")), imprint=known)
    assert printed_imprint(scan) == known


def test_a_page_without_places_says_nothing_more() -> None:
    assert printed_imprint(PageScan((), "utf-8")) == Imprint()
