"""The bench of reading finds nothing wrong in a reading without fault, and something in every other."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

sys.path.append(str(Path(__file__).parent))

from baoguan.domain.article import Article, Byline, Figure, Heading, PageLayout, Paragraph
from baoguan.domain.article import Role as Part
from baoguan.domain.page import PageScan

_HERE = Path(__file__).parent
_LAYOUTS = ("broadsheet", "dense", "vertical", "simple", "mixed", "latin")


def _ideal(page: object, scan: PageScan) -> PageLayout:
    """Return the layout that says of a page what is true of it."""
    from newsroom.truth import RUNNING, TITLE_BLOCK, NewsPage

    assert isinstance(page, NewsPage)
    found = []
    for story, given in zip(page.stories, scan.articles, strict=True):
        blocks = [scan.blocks[place] for place in given.blocks]
        roles = [page.lines[block.lines[0] - 1].role for block in blocks]
        numbered = [(block, role) for block, role in zip(blocks, roles, strict=True)]
        heads = [
            Heading(block.text, Part(role), block.lines[0], block.lines[1:])
            for block, role in numbered
            if role in TITLE_BLOCK
        ]
        rest = [block for block, role in numbered if role not in TITLE_BLOCK and role not in RUNNING]
        body = [Paragraph(block.text, Part.BODY, block.lines) for block, role in numbered if role in RUNNING]
        body += [Paragraph(block.text, Part.NOTE, block.lines) for block in rest]
        figures = tuple(Figure(figure.caption) for figure in page.figures if figure.article == story.name)
        signed = Byline("", "reporter", story.authors, body[0].source_lines[0] if body else 0)
        found.append(Article(tuple(heads), (signed,), tuple(body), figures))
    return PageLayout((), tuple(found))


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_a_reading_without_fault_scores_full_marks(newsroom: ModuleType, layout: str) -> None:
    from reading_forms import back
    from reading_score import Score, score

    page = newsroom.page(11, layout)
    scan = newsroom.page_scan(page, 200, given=True)
    lead = back(page, newsroom.CLEAN, scan.width, scan.height)
    told = score(page, scan, _ideal(page, scan), lead)
    for name in Score.__slots__:
        part = getattr(told, name)
        assert getattr(part, "value", getattr(part, "f1", None)) in (None, 1.0), name


def test_faults_cost_marks(newsroom: ModuleType) -> None:
    from reading_forms import back
    from reading_score import score

    page = newsroom.page(11, "broadsheet")
    scan = newsroom.page_scan(page, 200, given=True)
    lead = back(page, newsroom.CLEAN, scan.width, scan.height)
    ideal = _ideal(page, scan)
    first = ideal.articles[0]
    merged = replace(
        first,
        paragraphs=tuple(paragraph for each in ideal.articles for paragraph in reversed(each.paragraphs)),
    )
    told = score(page, scan, PageLayout((), (merged,)), lead)
    assert told.articles.f1 < 0.6
    assert told.order.value < 0.95
    assert told.headlines.f1 < 0.5
    unread = replace(scan, blocks=scan.blocks[: len(scan.blocks) // 2])
    assert score(page, unread, PageLayout((), ()), lead).characters.value < 0.8
    skewed = back(page, newsroom.Wear(skew=1.5), scan.width, scan.height)
    assert score(page, scan, ideal, skewed).characters.value < 0.9


def test_skew_is_undone(newsroom: ModuleType) -> None:
    from reading_forms import back

    page, wear = newsroom.page(11, "simple"), newsroom.Wear(skew=1.3)
    wide, high = round(page.width * 200 / 72), round(page.height * 200 / 72)
    lead = back(page, wear, wide, high)
    for line in page.lines:
        box = newsroom.on_scan(page, line.boxes[0], 200, wear)
        x, y = lead(box.left + box.width / 2, box.top + box.height / 2)
        assert x == pytest.approx(line.boxes[0].left + line.boxes[0].width / 2, abs=0.5)
        assert y == pytest.approx(line.boxes[0].top + line.boxes[0].height / 2, abs=0.5)


def test_the_bench_runs_from_end_to_end(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    few = ("--forms", "perfect", "--layouts", "simple", "--seeds", "1", "--json", str(out))
    done = subprocess.run(
        [sys.executable, str(_HERE / "reading.py"), *few], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    row = json.loads(out.read_text("utf-8"))["rows"][0]
    assert row["score"]["characters"]["right"] == row["score"]["characters"]["whole"] > 0
    assert "| perfect | simple | 100.00 |" in done.stdout
