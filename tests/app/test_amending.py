"""Numbers corrected and rejected by hand, on the sample page as it is printed."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from baoguan.app.amending import AmendStatistic, RejectStatistic, RestoreStatistic, amendment_text
from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.commands import ChangeDecision, Command, EditAnnotation, KeepPages, RemoveAnnotation
from baoguan.domain.errors import AmendmentUnusable, ArchiveReadOnly, NotFound
from baoguan.domain.ids import StatisticId
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question
from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.domain.statistic import Kind

_EVERY = StatisticFilter(kinds=frozenset(Kind))
_REJECTED = StatisticFilter(kinds=frozenset(Kind), rejected=True)


def _number(archive: Archive, raw: str) -> StatisticRecord:
    return next(one for one in archive.statistics(_EVERY) if one.statistic.raw == raw)


def _amended(archive: Archive, raw: str = "295.6亿元") -> AmendStatistic:
    record = _number(archive, raw)
    changed = replace(record.statistic, value=300.0, unit="亿元", subject="B1线工程", place="天津")
    changed = replace(changed, measure="总投资", time_text="2021年")
    command = AmendStatistic(record.id, changed)
    archive.do(command)
    return command


def test_a_correction_stands_in_place_of_what_was_read(sample_archive: Archive) -> None:
    before = sample_archive.statistics(_EVERY)
    record = _number(sample_archive, "295.6亿元")
    command = AmendStatistic(record.id, replace(record.statistic, value=300.0, unit="亿元", place="天津"))
    changes = sample_archive.do(command)
    assert (changes.statistics, changes.annotations, changes.articles) == (True, True, {record.article})
    (now,) = [one for one in sample_archive.statistics(_EVERY) if one.amended]
    assert now == sample_archive.amended_statistic(command.annotation)
    assert (now.amended, now.rejected, now.sentence) == (command.annotation, False, record.sentence)
    number = now.statistic
    assert (number.raw, number.value, number.unit, number.base_value) == ("295.6亿元", 3e10, "CNY", 3e10)
    assert (number.dimension, number.place, number.kind) == ("CNY", "天津", Kind.MONEY)
    others = [one for one in sample_archive.statistics(_EVERY) if not one.amended]
    assert others == [one for one in before if one.id != record.id]
    assert sample_archive.statistics(_REJECTED) == ()
    sample_archive.undo(command)
    assert sample_archive.statistics(_EVERY) == before
    sample_archive.do(command)
    assert sample_archive.statistics_count(_EVERY) == len(before)
    again = sample_archive.amended_statistic(command.annotation)
    assert again is not None
    assert again.statistic == number


def test_a_rejected_number_is_listed_apart_and_comes_back(sample_archive: Archive) -> None:
    before = sample_archive.statistics(_EVERY)
    record = _number(sample_archive, "295.6亿元")
    reject = RejectStatistic(record.id)
    sample_archive.do(reject)
    assert sample_archive.statistics(_EVERY) == tuple(one for one in before if one != record)
    assert sample_archive.statistics(_REJECTED) == (
        replace(record, amended=reject.annotation, rejected=True),
    )
    assert sample_archive.statistics_count(_REJECTED) == 1
    assert sample_archive.statistic(record.id).rejected
    restore = RestoreStatistic(record.id)
    sample_archive.do(restore)
    assert sample_archive.statistics(_EVERY) == before
    sample_archive.undo(restore)
    assert sample_archive.statistics_count(_REJECTED) == 1
    sample_archive.do(restore)
    sample_archive.undo(restore)
    sample_archive.undo(reject)
    assert sample_archive.statistics(_EVERY) == before
    assert sample_archive.annotations() == ()


def test_what_was_said_last_of_a_number_stands_and_every_step_is_undone(sample_archive: Archive) -> None:
    done: list[Command] = [_amended(sample_archive)]
    states = [sample_archive.statistics(_EVERY)]
    for make in (
        lambda one: RejectStatistic(one.id),
        lambda one: AmendStatistic(one.id, replace(one.statistic, value=1.0, unit="元")),
        lambda one: AmendStatistic(one.id, replace(one.statistic, low=1.0, high=2.0, value=None)),
        lambda one: RestoreStatistic(one.id),
    ):
        said = (*sample_archive.statistics(_EVERY), *sample_archive.statistics(_REJECTED))
        command = make(next(one for one in said if one.amended))
        sample_archive.do(command)
        done.append(command)
        states.append(sample_archive.statistics(_EVERY))
        assert len(sample_archive.annotations()) <= 1
    for command in reversed(done[1:]):
        states.pop()
        sample_archive.undo(command)
        assert [one.statistic for one in sample_archive.statistics(_EVERY)] == [
            one.statistic for one in states[-1]
        ]


def test_a_corrected_number_is_found_as_corrected(sample_archive: Archive) -> None:
    article = _number(sample_archive, "295.6亿元").article
    assert sample_archive.found(Question("金额:29560000000")) == (article,)
    command = _amended(sample_archive)
    assert sample_archive.found(Question("金额:29560000000")) == ()
    assert sample_archive.found(Question("金额:300亿元")) == (article,)
    (hit,) = sample_archive.search(Question("金额:300亿元")).hits
    assert any(
        snippet.text[slice(*mark)] == "295.6亿元" for snippet in hit.snippets for mark in snippet.marks
    )
    sample_archive.undo(command)
    assert sample_archive.found(Question("金额:29560000000")) == (article,)
    sample_archive.do(RejectStatistic(_number(sample_archive, "295.6亿元").id))
    assert sample_archive.found(Question("金额:29560000000")) == ()


def test_removing_the_annotation_brings_back_what_was_read(sample_archive: Archive) -> None:
    before = sample_archive.statistics(_EVERY)
    command = _amended(sample_archive)
    remove = RemoveAnnotation(command.annotation)
    assert sample_archive.do(remove).statistics
    assert sample_archive.statistics(_EVERY) == before
    assert sample_archive.undo(remove).statistics
    assert sample_archive.amended_statistic(command.annotation) is not None


def test_a_note_beside_a_correction_outlives_it(sample_archive: Archive) -> None:
    before = sample_archive.statistics(_EVERY)
    command = _amended(sample_archive)
    sample_archive.do(EditAnnotation(command.annotation, "据年鉴", (), 1))
    said = sample_archive.amended_statistic(command.annotation)
    assert said is not None
    restore = RestoreStatistic(said.id)
    sample_archive.do(restore)
    assert sample_archive.statistics(_EVERY) == before
    (note,) = sample_archive.annotations()
    assert (note.annotation.note, note.annotation.amendment) == ("据年鉴", None)
    sample_archive.undo(restore)
    assert sample_archive.amended_statistic(command.annotation) is not None


def test_corrections_stay_when_the_page_is_laid_out_again(sample_archive: Archive) -> None:
    (page,) = sample_archive.pages()
    command = _amended(sample_archive)
    record = sample_archive.amended_statistic(command.annotation)
    assert record is not None
    reject = RejectStatistic(_number(sample_archive, "1549件").id)
    sample_archive.do(reject)
    for decision in sample_archive.page(page.id).decisions:
        change = ChangeDecision(page.id, decision.id, rejected=True)
        sample_archive.do(change)
        _stands(sample_archive, command, reject)
        sample_archive.undo(change)
        now = sample_archive.amended_statistic(command.annotation)
        assert now is not None
        assert now.statistic == record.statistic
        assert len(sample_archive.statistics(_REJECTED)) == 1
    assert check(sample_archive, Silent()).faults == ()


def _stands(archive: Archive, command: AmendStatistic, reject: RejectStatistic) -> None:
    """See that what was said stands where its words do; elsewhere its annotation is without a place."""
    shown = {one.annotation.id: one.span for one in archive.annotations()}
    for annotation, statistic in ((command.annotation, True), (reject.annotation, False)):
        if annotation not in shown:
            continue  # with the article, which another layout has no more
        span = shown[annotation]
        said = archive.amended_statistic(annotation)
        hidden = [one for one in archive.statistics(_REJECTED) if one.amended == annotation]
        assert (said is not None) == (statistic and span is not None)
        assert bool(hidden) == (not statistic and span is not None)
        if said is not None and span is not None:
            number = said.statistic
            assert (number.start, number.end) == tuple(span)
            assert archive.article(said.article).article.text[slice(*span)] == number.raw
            assert number.raw in said.sentence


def test_corrections_go_out_of_sight_and_come_back_with_their_page(sample_archive: Archive) -> None:
    (page,) = sample_archive.pages()
    _amended(sample_archive)
    before = sample_archive.statistics(_EVERY)
    keep = KeepPages((page.id,))
    sample_archive.undo(keep)
    assert sample_archive.statistics_count(_EVERY) == 0
    sample_archive.do(keep)
    assert sample_archive.statistics(_EVERY) == before


def test_a_correction_is_written_whole_or_not_at_all(sample_archive: Archive) -> None:
    before = sample_archive.statistics(_EVERY)
    with sample_archive.catalogue.database.writing() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER stop BEFORE INSERT ON statistic WHEN new.annotation_id IS NOT NULL "
                "BEGIN SELECT RAISE(ABORT, 'stop'); END"
            )
        )
    with pytest.raises(DBAPIError):
        _amended(sample_archive)
    assert sample_archive.annotations() == ()
    assert sample_archive.statistics(_EVERY) == before


def test_a_correction_without_sense_is_refused_and_changes_nothing(sample_archive: Archive) -> None:
    record = _number(sample_archive, "295.6亿元")
    for wrong in (
        {"value": None},
        {"value": float("nan")},
        {"value": None, "low": 5.0, "high": 3.0},
        {"start": 5, "end": 5},
        {"end": 10**9},
    ):
        with pytest.raises(AmendmentUnusable) as caught:
            sample_archive.do(AmendStatistic(record.id, replace(record.statistic, **wrong)))
        assert caught.value.say("zh")
        assert caught.value.say("en")
    with pytest.raises(NotFound):
        sample_archive.do(RejectStatistic(StatisticId(10**6)))
    assert sample_archive.annotations() == ()
    assert sample_archive.statistic(record.id) == record


def test_a_date_is_corrected_to_another_date(sample_archive: Archive) -> None:
    day = next(one for one in sample_archive.statistics(_EVERY) if one.statistic.kind is Kind.DATE)
    with pytest.raises(AmendmentUnusable):
        sample_archive.do(AmendStatistic(day.id, replace(day.statistic, iso="some day")))
    command = AmendStatistic(day.id, replace(day.statistic, iso="1998-03"))
    sample_archive.do(command)
    said = sample_archive.amended_statistic(command.annotation)
    assert said is not None
    assert said.statistic.iso == "1998-03"
    march = StatisticFilter(kinds=frozenset({Kind.DATE}), until=date(1998, 3, 31))
    assert said in sample_archive.statistics(march)


def test_restoring_what_nobody_amended_changes_nothing(sample_archive: Archive) -> None:
    record = _number(sample_archive, "295.6亿元")
    restore = RestoreStatistic(record.id)
    assert not sample_archive.do(restore).statistics
    assert not sample_archive.undo(restore).statistics
    assert sample_archive.statistic(record.id) == record


def test_what_follows_from_a_correction_follows(sample_archive: Archive) -> None:
    record = _number(sample_archive, "295.6亿元")

    def corrected(**changed: object) -> StatisticRecord:
        command = AmendStatistic(record.id, replace(record.statistic, **changed))
        sample_archive.do(command)
        said = sample_archive.amended_statistic(command.annotation)
        assert said is not None
        sample_archive.undo(command)
        return said

    days = corrected(time_text="今年前三季度").statistic
    assert days.time_iso == "2022-01/2022-09"
    mass = corrected(value=None, low=3.0, high=5.0, unit="斤").statistic
    assert (mass.kind, mass.dimension, mass.base_low, mass.base_high) == (Kind.MASS, "mass", 1.5, 2.5)
    heat = corrected(value=50.0, unit="℉").statistic
    assert heat.base_value == pytest.approx(10)
    assert corrected(value=2.0, unit="捆捆").statistic.dimension == "捆捆"
    bare = corrected(value=2.0, unit=None).statistic
    assert (bare.dimension, bare.base_value) == (None, 2.0)
    same = corrected(measure="投资").statistic
    assert (same.value, same.base_value) == (record.statistic.value, record.statistic.base_value)


def test_an_amendment_is_told_in_a_sentence(sample_archive: Archive) -> None:
    command = _amended(sample_archive)
    told = amendment_text(sample_archive.annotation(command.annotation).annotation)
    assert told.zh == "“295.6亿元”更正为：30,000,000,000 CNY，2021年，天津，B1线工程，总投资。"
    assert told.en == '"295.6亿元" corrected: 30,000,000,000 CNY, 2021年, 天津, B1线工程, 总投资.'
    reject = RejectStatistic(_number(sample_archive, "1549件").id)
    sample_archive.do(reject)
    assert amendment_text(sample_archive.annotation(reject.annotation).annotation).zh == "“1549件”不是统计。"
    assert {command.label.zh, reject.label.zh, RestoreStatistic(StatisticId(1)).label.zh} == {
        "更正统计",
        "不是统计",
        "恢复统计",
    }


def test_nothing_is_amended_where_nothing_can_be_written(sample_archive: Archive) -> None:
    record = _number(sample_archive, "295.6亿元")
    sample_archive.read_only = True
    with pytest.raises(ArchiveReadOnly):
        sample_archive.do(RejectStatistic(record.id))
    assert sample_archive.statistic(record.id) == record
