"""Statistics read anew where other rules read them; what readers said of numbers stays."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from baoguan.app.amending import AmendStatistic, RejectStatistic
from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.app.ingest import ingest_into
from baoguan.app.rereading import read_anew, read_by_hand
from baoguan.domain.errors import ArchiveReadOnly
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Silent
from baoguan.domain.query import Question
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind, Statistic
from baoguan.ingest import rules as reading
from baoguan.ingest.rules import rules

_EVERY = StatisticFilter(kinds=frozenset(Kind))
_OTHER_RULES = (
    "UPDATE reading SET rules = 'others'",
    "UPDATE statistic SET value = 5, base_value = 5 WHERE raw = '295.6亿元' AND annotation_id IS NULL",
    "DELETE FROM statistic WHERE raw = '1亿元' AND annotation_id IS NULL",
)


def _numbers(archive: Archive) -> list[Statistic]:
    return [one.statistic for one in archive.statistics(_EVERY)]


def _read_by_others(archive: Archive) -> None:
    """Leave the archive as other rules would have read it."""
    with archive.catalogue.database.writing() as connection:
        for line in _OTHER_RULES:
            connection.execute(text(line))
        connection.execute(text("UPDATE article SET revision = revision + 1"))
    archive.index(Silent())


def test_what_other_rules_read_is_read_anew_and_found_so(sample_archive: Archive) -> None:
    right = _numbers(sample_archive)
    _read_by_others(sample_archive)
    assert _numbers(sample_archive) != right
    assert sample_archive.search(Question("金额:29560000000")).total == 0
    assert read_anew(sample_archive, Silent()) == 7
    assert _numbers(sample_archive) == right
    assert sample_archive.search(Question("金额:29560000000")).total == 1
    assert check(sample_archive, Silent()).faults == ()
    assert read_anew(sample_archive, Silent()) == 0


def test_articles_that_read_the_same_are_not_indexed_again(sample_archive: Archive) -> None:
    before = sample_archive.statistics(_EVERY)
    revision = sample_archive.catalogue.texts.revision()
    assert read_by_hand(sample_archive, Silent()) == 7
    assert sample_archive.statistics(_EVERY) == before
    assert sample_archive.catalogue.texts.revision() == revision


def test_what_readers_said_stays(sample_archive: Archive) -> None:
    record = next(one for one in sample_archive.statistics(_EVERY) if one.statistic.raw == "295.6亿元")
    amend = AmendStatistic(record.id, replace(record.statistic, value=3e10))
    sample_archive.do(amend)
    second = next(one for one in sample_archive.statistics(_EVERY) if one.statistic.raw == "1549件")
    sample_archive.do(RejectStatistic(second.id))
    said = _numbers(sample_archive)
    rejected = [one.statistic for one in sample_archive.statistics(replace(_EVERY, rejected=True))]
    _read_by_others(sample_archive)
    assert read_anew(sample_archive, Silent()) == 7
    assert _numbers(sample_archive) == said
    assert [one.statistic for one in sample_archive.statistics(replace(_EVERY, rejected=True))] == rejected
    sample_archive.undo(amend)
    assert record.statistic in _numbers(sample_archive)


def test_stopped_it_goes_on_where_it_was(sample_archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baoguan.app.rereading._BATCH", 2)
    right = _numbers(sample_archive)
    _read_by_others(sample_archive)
    steps: list[int] = []

    class StopAtFour:
        def step(self, done: int, total: int, doing: Bilingual) -> None:
            steps.append(done)
            if done == 4:
                raise Cancelled

    with pytest.raises(Cancelled):
        read_anew(sample_archive, StopAtFour())
    assert steps == [0, 2, 4]
    assert len(sample_archive.catalogue.readings.due(rules())) == 3
    assert check(sample_archive, Silent()).faults == ()
    assert read_by_hand(sample_archive, Silent()) == 3
    assert _numbers(sample_archive) == right


def test_an_article_changed_meanwhile_is_left_for_the_next_time(
    sample_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    _read_by_others(sample_archive)
    record = next(one for one in sample_archive.statistics(_EVERY) if one.statistic.raw == "1549件")
    read = reading.read_numbers

    def slow(articles: object) -> object:
        sample_archive.do(RejectStatistic(record.id))
        return read(articles)

    monkeypatch.setattr("baoguan.app.rereading.read_numbers", slow)
    read_anew(sample_archive, Silent())
    monkeypatch.undo()
    assert sample_archive.catalogue.readings.due(rules()) == (record.article,)
    read_anew(sample_archive, Silent())
    assert sample_archive.catalogue.readings.due(rules()) == ()
    assert [one.statistic.raw for one in sample_archive.statistics(replace(_EVERY, rejected=True))] == [
        "1549件"
    ]


def test_what_is_read_of_an_article_is_written_whole_or_not_at_all(sample_archive: Archive) -> None:
    _read_by_others(sample_archive)
    before = _numbers(sample_archive)
    with sample_archive.catalogue.database.writing() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER stop BEFORE INSERT ON statistic WHEN new.raw = '1亿元' "
                "BEGIN SELECT RAISE(ABORT, 'stop'); END"
            )
        )
    with pytest.raises(Exception, match="stop"):
        read_anew(sample_archive, Silent())
    assert _numbers(sample_archive) == before
    assert len(sample_archive.catalogue.readings.due(rules())) == 7


def test_a_window_has_it_done_beside_and_is_told(archive_folder: Path) -> None:
    with closing(Archive.open(archive_folder)) as archive:
        right = _numbers(archive)
        _read_by_others(archive)
    with closing(Archive.open(archive_folder, apart=True)) as archive:
        assert archive.upkeep is not None
        archive.upkeep.finish()
        assert _numbers(archive) == right
        assert archive.search(Question("金额:29560000000")).total == 1
        told: list[Bilingual | None] = []
        archive.upkeep.watch(lambda done, total, doing: told.append(doing))
        _read_by_others(archive)
        archive.renew(Silent())
        archive.upkeep.finish()
        assert _numbers(archive) == right
        assert told[-1] is None
        assert {doing.zh for doing in told if doing} == {"重读统计"}


def test_an_archive_that_cannot_be_written_is_left_as_it_is(sample_archive: Archive) -> None:
    _read_by_others(sample_archive)
    before = _numbers(sample_archive)
    sample_archive.read_only = True
    with pytest.raises(ArchiveReadOnly):
        read_by_hand(sample_archive, Silent())
    assert _numbers(sample_archive) == before
    assert len(sample_archive.catalogue.readings.due(rules())) == 7


def test_pages_taken_in_are_read_by_the_rules_of_now(tmp_path: Path, seed: Path) -> None:
    ingest_into(tmp_path / "a", [seed], Silent())
    with closing(Archive.open(tmp_path / "a")) as archive:
        assert archive.catalogue.readings.due(rules()) == ()
        assert len(archive.catalogue.readings.due("others")) == 7
