from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from baoguan.domain.errors import ArchiveTooNew
from baoguan.domain.records import FigureFilter, StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.store import schema
from baoguan.store.catalogue import Catalogue
from baoguan.store.database import Database


def test_migrations_make_exactly_the_tables_of_the_schema(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    with catalogue.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    catalogue.close()


def test_a_catalogue_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    with catalogue.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    catalogue.close()
    before = (tmp_path / "catalogue.sqlite").read_bytes()
    with pytest.raises(ArchiveTooNew) as caught:
        Catalogue.open(tmp_path)
    assert "更新" in caught.value.say("zh")
    assert "newer" in caught.value.say("en")
    assert (tmp_path / "catalogue.sqlite").read_bytes() == before


_PLAIN = {
    "article_id": 1, "relation": "=", "qualifier": "", "time_text": "", "subject": "", "measure": "",
    "place": "", "status": "actual", "sentence_start": 0, "sentence_end": 14, "rule": "x", "confidence": 1.0,
}  # fmt: skip
_NUMBERS = (
    {"raw": "5万吨", "start": 0, "end": 3, "kind": "mass", "value": 50000, "unit": "t", "dimension": "mass"}
    | {"base_value": 5e7, "time_iso": "2022-09", "measure": "总产量"},
    {"raw": "3—5吨", "start": 4, "end": 8, "kind": "mass", "low": 3, "high": 5, "unit": "t"}
    | {"dimension": "mass", "time_iso": "../2021", "measure": "日产量"},
    {"raw": "9月3日", "start": 9, "end": 13, "kind": "date", "iso": "2022-09-03"},
)
_ROWS = (
    "INSERT INTO title VALUES (1, '天津日报')",
    "INSERT INTO issue VALUES (1, 1, '2022-10-12', '[]')",
    "INSERT INTO source VALUES (hex(zeroblob(32)), 'a', 1, 'utf-8', '2022-10-12 00:00:00')",
    "INSERT INTO page VALUES (1, 1, hex(zeroblob(32)), 1, NULL, '[]', NULL)",
    "INSERT INTO article VALUES (1, 1, 1, 1, NULL, 1.0, '标题', '5万吨、3—5吨，9月3日。', '', 1, NULL)",
)


def _fill(folder: Path) -> None:
    """Put an article with three numbers into a catalogue of the third version."""
    database = Database(folder / "catalogue.sqlite")
    with database.writing() as connection:
        for row in _ROWS:
            connection.execute(text(row))
        for number in _NUMBERS:
            values = _PLAIN | number | {"full_start": number["start"], "full_end": number["end"]}
            names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
            connection.execute(text(f"INSERT INTO statistic ({names}) VALUES ({places})"), values)
    database.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_statistics_of_the_version_before_are_listed_by_period(
    tmp_path: Path, made_by: Callable[[Path, str], None], read_only: bool
) -> None:
    made_by(tmp_path, "0003")
    _fill(tmp_path)
    before = (tmp_path / "catalogue.sqlite").read_bytes()
    catalogue = Catalogue.open(tmp_path, read_only)
    statistics = catalogue.statistics
    kinds = frozenset(Kind)
    assert [one.statistic.raw for one in statistics.list(StatisticFilter(kinds=kinds))] == [
        "5万吨",
        "3—5吨",
        "9月3日",
    ]
    assert [one.statistic.raw for one in statistics.list(StatisticFilter(since=date(2022, 1, 1)))] == [
        "5万吨"
    ]
    day = StatisticFilter(kinds=kinds, since=date(2022, 9, 3), until=date(2022, 9, 3))
    assert [one.statistic.raw for one in statistics.list(day)] == ["5万吨", "9月3日"]
    assert [one.measure for one in statistics.groups()] == ["总产量", "日产量"]
    assert statistics.list()[0].amended is None
    assert catalogue.annotations.of() == ()
    assert catalogue.readings.due("rules") == (1,)
    catalogue.close()
    if read_only:
        assert {path.name for path in tmp_path.iterdir()} == {"catalogue.sqlite"}
        assert (tmp_path / "catalogue.sqlite").read_bytes() == before


def test_ranges_of_the_version_before_are_filled_in_in_the_base_unit(
    tmp_path: Path, made_by: Callable[[Path, str], None]
) -> None:
    made_by(tmp_path, "0003")
    _fill(tmp_path)
    catalogue = Catalogue.open(tmp_path)
    number = catalogue.statistics.list(StatisticFilter(measure="日产量"))[0].statistic
    assert (number.base_low, number.base_high) == (3000, 5000)
    assert catalogue.faults() == ()
    catalogue.close()


_PRINTED = (
    "INSERT INTO passage VALUES (1, 1, 'headline', 0, 2, '[1]', '[]', 1.0)",
    "INSERT INTO passage VALUES (1, 2, 'body', 3, 9, '[3]', '[]', 1.0)",
    "INSERT INTO byline VALUES (1, 1, '记者 张三', '记者', '[\"张三\"]', 3, 1.0)",
    "INSERT INTO figure VALUES (1, 1, 1, 1, '桥', '张三 摄', 5, 1.0)",
)


@pytest.mark.parametrize("read_only", [True, False])
def test_pages_of_the_version_before_have_no_print_and_are_as_they_were(
    tmp_path: Path, made_by: Callable[[Path, str], None], read_only: bool
) -> None:
    made_by(tmp_path, "0004")
    database = Database(tmp_path / "catalogue.sqlite")
    with database.writing() as connection:
        for row in (*_ROWS, *_PRINTED):
            connection.execute(text(row))
    database.close()
    catalogue = Catalogue.open(tmp_path, read_only)
    (page,) = catalogue.pages.pages()
    (record,) = catalogue.pages.page(page.id).articles
    (byline,) = record.article.bylines
    (figure,) = record.article.figures
    assert (byline.names, byline.source_lines) == (("张三",), (3,))
    assert (figure.region, figure.kind, figure.source_lines, record.article.genre) == (
        None,
        "",
        (5,),
        "article",
    )
    assert [one.figure for one in catalogue.gallery.figures(FigureFilter(), None)] == [figure]
    assert catalogue.prints.of(page.id) is None
    assert catalogue.prints.waiting() == ()
    assert catalogue.prints.recognised(page.id) is None
    assert catalogue.continuations.parts(record.id) == (record.id,)
    assert catalogue.rearrangements.of(page.id) == ()
    origin = catalogue.pages.origin(page.id)
    assert (origin.part, origin.files) == (0, {})
    assert catalogue.pages.pages_of(page.source) == {0: page.id}
    catalogue.close()
