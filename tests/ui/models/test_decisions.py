import re

from baoguan import layout
from baoguan.app.archive import Archive
from baoguan.domain.article import Decision
from baoguan.ui.models.decisions import decision_text, lines_text, source_lines, unsure


def test_every_rule_of_the_layout_has_words() -> None:
    from pathlib import Path

    folder = Path(str(layout.__file__)).parent
    code = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    rules = set(re.findall(r'holds\(\s*"([a-z-]+)"', code)) | {
        "byline-above",
        "byline-below",
        "headline",
        "subhead",
    }
    assert len(rules) > 8
    for rule in rules:
        words = decision_text(Decision(rule, (3, 7), 0.72))
        assert rule not in words
        assert "3、7" in words
        assert "72%" in words


def test_only_unsure_decisions_of_the_article_are_shown(sample_archive: Archive) -> None:
    content = sample_archive.page(sample_archive.pages()[0].id)
    first = content.articles[0].article
    shown = unsure(first, content.decisions)
    assert shown
    for record in shown:
        assert record.decision.confidence < 0.8
        assert not source_lines(first).isdisjoint(record.decision.lines)
    assert len(shown) < len(content.decisions)


def test_line_ranges_span_empty_lines_but_no_other_article() -> None:
    assert lines_text([7, 9, 11, 15], others=[13]) == "7–11、15"
    assert lines_text([4]) == "4"
    assert lines_text([]) == ""
