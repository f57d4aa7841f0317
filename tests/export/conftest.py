"""Statistics to be exported."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from baoguan.domain.ids import AnnotationId, ArticleId, PageId, StatisticId
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic

_NUMBER: dict[str, Any] = {
    "raw": "295.6亿元", "start": 4, "end": 11, "kind": Kind.MONEY, "full_start": 3, "full_end": 11,
    "value": 29_560_000_000.0, "relation": "~", "qualifier": "约", "unit": "CNY", "dimension": "CNY",
    "base_value": 29_560_000_000.0, "direction": "up", "change": "level", "basis": "同比",
    "time_text": "去年", "time_iso": "2021", "subject": "B1线", "measure": "总投资", "place": "天津",
    "status": "actual", "sentence_start": 0, "sentence_end": 12, "rule": "unit", "confidence": 0.9,
}  # fmt: skip
_PRINTED: dict[str, Any] = {
    "headline": "七座车站封顶",
    "title": "天津日报",
    "date": date(2022, 10, 12),
    "sentence": "总投资约295.6亿元。",
}


@pytest.fixture(scope="session")
def record() -> Callable[..., StatisticRecord]:
    """Return a statistic as a reader corrected it, some of its fields as given."""

    def make(**given: Any) -> StatisticRecord:
        own = {name: given.pop(name) for name in _PRINTED if name in given}
        number = Statistic(**_NUMBER | given)
        own = _PRINTED | own
        return StatisticRecord(
            StatisticId(7), ArticleId(2), PageId(3), **own, statistic=number, page_number="A3",
            amended=AnnotationId("5f0c"), rejected=False,
        )  # fmt: skip

    return make
