"""What a page is told to be, and when it waits to be recognised."""

from datetime import date
from pathlib import Path

from baoguan.domain.page import Block, BlockRole, Imprint, PageImage, PageScan, Region
from baoguan.ingest.stages import told, waits, with_text
from baoguan.readers.ocr import Recognised

_BEFORE = Imprint("天津日报", date(2022, 10, 12), 1, "1", frozenset({"sequence"}))
_IMAGE = PageImage(Path("scan.png"), 0, 1000, 1000)


def _page(imprint: Imprint, part: int = 1) -> PageScan:
    return PageScan((), "", imprint, part=part)


def test_what_a_page_does_not_say_is_that_of_the_page_before() -> None:
    found = told(_page(Imprint()), _BEFORE, pages=4)
    assert (found.title, found.date, found.sequence, found.number) == (
        "天津日报",
        date(2022, 10, 12),
        2,
        None,
    )
    assert found.inferred == {"title", "date"}


def test_what_a_source_says_is_taken_as_it_is() -> None:
    said = Imprint("大公报", date(1935, 5, 1), 7, "B2", frozenset({"date"}))
    assert told(_page(said), _BEFORE, pages=4) == said


def test_another_paper_has_not_the_date_of_the_one_before() -> None:
    found = told(_page(Imprint("大公报")), _BEFORE, pages=4)
    assert (found.title, found.date, found.inferred) == ("大公报", None, frozenset())


def test_a_page_alone_has_no_order_unless_it_says_one() -> None:
    assert told(_page(Imprint(), 0), Imprint(), pages=1).sequence is None
    assert told(_page(Imprint(sequence=3), 0), Imprint(), pages=1).sequence == 3


def test_a_page_waits_that_is_a_picture_without_text() -> None:
    picture = Block("", (), BlockRole.IMAGE, region=Region(0, 0, 1000, 1000))
    assert waits(PageScan((picture,), "", image=_IMAGE))
    assert not waits(PageScan((Block("字", (1,)),), "", image=_IMAGE))
    assert not waits(PageScan((), ""))


def test_the_scan_itself_is_no_figure_of_the_page() -> None:
    whole, part = (Block("", (), BlockRole.IMAGE, region=Region(0, 0, side, side)) for side in (990.0, 400.0))
    text = Block("字", (1,))
    unread, rules = (Region(1, 2, 3, 4),), (Region(5, 6, 70, 2),)
    recognised = Recognised((text,), unread, 1000, 1000, rules)
    page = with_text(PageScan((whole, part), "", image=_IMAGE), recognised)
    assert page.blocks == (text, part)
    assert (page.width, page.height, page.unread, page.image) == (1000, 1000, unread, _IMAGE)
    assert page.rulings == rules
