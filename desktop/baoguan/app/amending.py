"""Correcting and rejecting numbers by hand: an annotation says how a number reads, or that it is none."""

from __future__ import annotations

import math
import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from baoguan.annotate.anchor import describe, find
from baoguan.app.changes import Changes
from baoguan.app.reckoning import reckoned
from baoguan.domain.annotation import Amendment, Annotation
from baoguan.domain.article import Span
from baoguan.domain.errors import AmendmentUnusable
from baoguan.domain.ids import AnnotationId, StatisticId
from baoguan.domain.interval import days_of
from baoguan.domain.language import Bilingual
from baoguan.domain.statistic import Kind, Statistic

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_RULE = "reader"
"""By what rule a corrected number reads as it does."""


@dataclass(slots=True)
class _Saying:
    """Says something of a number: in a new annotation, or in the one that says something of it already."""

    statistic: StatisticId
    annotation: AnnotationId = field(default_factory=lambda: AnnotationId(str(uuid.uuid4())), kw_only=True)
    """The annotation that says it, once it is done."""
    _before: Annotation | None = field(default=None, init=False, repr=False)
    _after: Annotation | None = field(default=None, init=False, repr=False)

    def do(self, archive: Archive) -> Changes:
        """Say it."""
        if self._after is None:
            self._after = self._said(archive)
        archive.catalogue.annotations.put(self._after, find)
        return _changes(self._after)

    def undo(self, archive: Archive) -> Changes:
        """Say what was said before, or nothing."""
        if self._after is None:
            return Changes()
        if self._before is None:
            archive.catalogue.annotations.remove(self._after.id, find)
        else:
            archive.catalogue.annotations.put(self._before, find)
        return _changes(self._after)

    def _amendment(self, archive: Archive) -> Amendment:
        raise NotImplementedError

    def _said(self, archive: Archive) -> Annotation:
        """Return the annotation that is to be written."""
        record, amendment, now = (
            archive.statistic(self.statistic),
            self._amendment(archive),
            datetime.now(UTC),
        )
        if record.amended is not None:
            self._before = archive.catalogue.annotations.one(record.amended)
            self.annotation = record.amended
            return replace(self._before, amendment=amendment, modified=now)
        text = archive.article(record.article).article.text
        number = amendment.statistic or record.statistic
        target = describe(text, Span(number.start, number.end))
        return Annotation(self.annotation, record.article, target, now, now, amendment=amendment)


@dataclass(slots=True)
class AmendStatistic(_Saying):
    """Say how a number reads.

    ``changed`` is the statistic as it should be, its unit a code or as people write it (亿元). Where number,
    unit or time differ, dimension, base values and the days of the time follow from them.
    """

    changed: Statistic

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("更正统计", "Correct Number")

    def _amendment(self, archive: Archive) -> Amendment:
        record = archive.statistic(self.statistic)
        changed = reckoned(self.changed, record, archive.catalogue.statistics.scales)
        _check(changed, len(archive.article(record.article).article.text))
        return Amendment(replace(changed, rule=_RULE, confidence=1.0))


@dataclass(slots=True)
class RejectStatistic(_Saying):
    """Say that a number reports nothing."""

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("不是统计", "Not a Statistic")

    def _amendment(self, archive: Archive) -> Amendment:
        return Amendment(None)


@dataclass(slots=True)
class RestoreStatistic:
    """Let a number that was corrected or rejected be what was read again; a note beside it stays."""

    statistic: StatisticId
    _before: Annotation | None = field(default=None, init=False, repr=False)

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("恢复统计", "Restore Number")

    def do(self, archive: Archive) -> Changes:
        """Take back what was said of the number."""
        annotations = archive.catalogue.annotations
        if self._before is None:
            said = archive.statistic(self.statistic).amended
            if said is None:
                return Changes()
            self._before = annotations.one(said)
        if self._before.note or self._before.tags:
            annotations.put(replace(self._before, amendment=None, modified=datetime.now(UTC)), find)
        else:
            annotations.remove(self._before.id, find)
        return _changes(self._before)

    def undo(self, archive: Archive) -> Changes:
        """Say it again."""
        if self._before is None:
            return Changes()
        archive.catalogue.annotations.put(self._before, find)
        return _changes(self._before)


def amendment_text(annotation: Annotation) -> Bilingual:
    """Return what an annotation says of a number as a sentence; empty where it says nothing of one."""
    amendment, quoted = annotation.amendment, annotation.target.exact
    if amendment is None:
        return Bilingual("", "")
    number = amendment.statistic
    if number is None:
        return Bilingual(f"“{quoted}”不是统计。", f'"{quoted}" is not a statistic.')
    about = (number.time_text or number.time_iso or "", number.place, number.subject, number.measure)
    words = [one for one in (number_text(number), *about) if one]
    return Bilingual(f"“{quoted}”更正为：{'，'.join(words)}。", f'"{quoted}" corrected: {", ".join(words)}.')


def number_text(number: Statistic) -> str:
    """Return a number as it is told without its sentence: 300,000,000 CNY, 3–5 t/day, or a date."""
    if number.kind is Kind.DATE:
        return number.iso or ""
    values = (number.value,) if number.value is not None else (number.low, number.high)
    told = "–".join(plain(value) for value in values if value is not None)
    return f"{told} {number.unit or ''}{'/' + number.per if number.per else ''}".strip()


def plain(value: float) -> str:
    """Return a number as people write it: 29,560,000,000 or 0.5."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _check(changed: Statistic, length: int) -> None:
    """Raise ``AmendmentUnusable`` where a statistic has no sense."""
    values = [one for one in (changed.value, changed.low, changed.high) if one is not None]
    dated = changed.kind is Kind.DATE and any(days_of(changed.iso or ""))
    if not (values or dated) or not all(map(math.isfinite, values)):
        raise AmendmentUnusable(
            Bilingual("更正里没有数值。", "The correction has no number."),
            Bilingual(
                "请填写数值，或起止两个数；日期填日期。", "Fill in a value, both ends of a range, or a date."
            ),
        )
    if changed.low is not None and changed.high is not None and changed.low > changed.high:
        raise AmendmentUnusable(
            Bilingual("范围的下限大于上限。", "The range ends before it begins."),
            Bilingual("请把两个数对调。", "Exchange the two numbers."),
        )
    if not 0 <= changed.start < changed.end <= length:
        raise AmendmentUnusable(
            Bilingual("更正的位置不在文章里。", "The corrected number is not in the article."),
            Bilingual("请重新选中文章里的数字。", "Select the number in the article again."),
        )


def _changes(annotation: Annotation) -> Changes:
    return Changes(articles=frozenset({annotation.article}), annotations=True, statistics=True)
