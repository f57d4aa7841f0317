from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baoguan.domain.article import Figure
from baoguan.domain.ids import FigureId, IssueId, PageId, SourceId, TitleId
from baoguan.domain.records import FigureRecord, IssueRecord, PageRecord
from baoguan.ui.models.gallery_words import citation, figure_line, file_name, kind_text

_ISSUE = IssueRecord(IssueId(1), TitleId(1), "天津日报", date(2022, 10, 12), frozenset(), 1, 1)
_PAGE = PageRecord(PageId(1), _ISSUE, SourceId("0"), "1.txt", 1, "5", 1)


def record(figure: Figure, headline: str = "港口忙") -> FigureRecord:
    return FigureRecord(FigureId(1), PageId(1), None, headline, figure)


def test_a_figure_is_cited_with_its_caption_credit_and_place() -> None:
    words = citation(record(Figure("码头一角。", "王英摄")), _PAGE)
    for part in ("码头一角。", "王英摄", "《天津日报》", "2022年10月12日", "第5版", "《港口忙》"):
        assert part in words
    assert "（" not in citation(record(Figure("码头一角。")), _PAGE)


@pytest.mark.parametrize(
    ("kind", "told"), [("photograph", "照片"), ("Map", "地图"), ("木刻", "木刻"), ("", "")]
)
def test_kinds_are_told_in_the_readers_words_where_they_are_known(kind: str, told: str) -> None:
    assert kind_text(kind) == told
    assert figure_line(record(Figure("某图", "", kind=kind))).split(" · ") == list(
        filter(None, ("某图", told, "港口忙"))
    )


@given(some.text())
def test_any_words_make_a_file_name(words: str) -> None:
    name = file_name(words)
    assert 0 < len(name) <= 80
    assert not set(name) & set('/\\:*?"<>|\n\0')
    assert name not in (".", "..")
