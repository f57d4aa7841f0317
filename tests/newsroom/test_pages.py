"""What the newsroom calls the truth of a page is true."""

from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom import truth
from newsroom.blocks import blocks
from newsroom.desk import LAYOUTS
from newsroom.layouts.order import Order

_LAYOUTS = sorted(LAYOUTS)
_few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_few
@given(seed=st.integers(0, 10_000), layout=st.sampled_from(_LAYOUTS))
def test_every_character_stands_on_the_page_in_a_box_of_its_own(
    newsroom: ModuleType, seed: int, layout: str
) -> None:
    page = newsroom.page(seed, layout)
    for line in page.lines:
        assert len(line.boxes) == len(line.text) > 0
        assert line.box == truth.around(line.boxes)
        assert line.box.left >= 0
        assert line.box.top >= 0
        assert line.box.right <= page.width
        assert line.box.bottom <= page.height
        assert line.text == line.text.strip()


@_few
@given(seed=st.integers(0, 10_000), layout=st.sampled_from(_LAYOUTS))
def test_no_two_lines_stand_in_one_place(newsroom: ModuleType, seed: int, layout: str) -> None:
    boxes = [line.box for line in newsroom.page(seed, layout).lines]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            wide = min(one.right, other.right) - max(one.left, other.left)
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            assert min(wide, high) < 0.5, (one, other)


@_few
@given(seed=st.integers(0, 10_000), layout=st.sampled_from(_LAYOUTS))
def test_articles_are_made_of_their_lines(newsroom: ModuleType, seed: int, layout: str) -> None:
    page = newsroom.page(seed, layout)
    assert len({story.name for story in page.stories}) == len(page.stories)
    for story in page.stories:
        own = [page.lines[place] for place in story.lines]
        assert own == list(page.lines_of(story.name))
        printed = "".join(line.text[:-1] if line.hyphen else line.text for line in own)
        for text in (story.headline, story.deck, story.kicker, *story.paragraphs):
            assert text.replace(" ", "") in printed.replace(" ", "")
    assert [line for block in blocks(page) for line in block.lines] == list(page.lines)


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_a_page_is_the_same_for_the_same_seed_and_comes_back_from_json(
    newsroom: ModuleType, layout: str, tmp_path: Path
) -> None:
    page = LAYOUTS[layout](Order(5))
    assert page == LAYOUTS[layout](Order(5)) != LAYOUTS[layout](Order(6))
    page.save(tmp_path / "page.json")
    assert truth.load(tmp_path / "page.json") == page
