"""Statistics in files, read back by other programs' libraries."""

import csv
import io
import json
import stat
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyarrow import parquet

from baoguan.domain.errors import FormatAbsent, StorageFull, TargetUnwritable
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Silent
from baoguan.domain.records import StatisticRecord
from baoguan.export import statistics_xlsx
from baoguan.export.statistic_columns import COLUMNS, cells, shape
from baoguan.export.statistics import export_statistics, formats
from baoguan.export.statistics_csv import write_csv
from baoguan.export.statistics_xlsx import write_xlsx

Make = Callable[..., StatisticRecord]
_NAMES = [column.name for column in COLUMNS]
_CITED = {
    "title",
    "date",
    "page",
    "article",
    "headline",
    "sentence",
    "start",
    "end",
    "sentence_start",
    "amended",
}


@pytest.fixture
def records(record: Make) -> list[StatisticRecord]:
    """Two statistics: one with all there is to tell, one with little."""
    bare = record(
        value=None, low=-3.0, high=5.5, unit=None, date=None, raw="=1+1", subject="https://a.cn", title=""
    )
    return [record(), bare]


def test_every_column_is_told_and_enough_to_cite(record: Make) -> None:
    assert len(set(_NAMES)) == len(_NAMES)
    assert set(_NAMES) >= _CITED
    assert all(column.meaning.zh and column.meaning.en for column in COLUMNS)
    told = shape(record())
    assert (told["title"], told["date"], told["page"], told["headline"]) == (
        "天津日报",
        "2022-10-12",
        "A3",
        "七座车站封顶",
    )
    for column, cell in zip(COLUMNS, cells(record()), strict=True):
        assert cell is None or isinstance(cell, column.type), column.name


def test_csv_is_read_back(records: list[StatisticRecord], tmp_path: Path) -> None:
    export_statistics(records, 2, tmp_path / "统计.csv", Silent())
    assert (tmp_path / "统计.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "统计.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["value"], first["date"], first["raw"]) == ("29560000000", "2022-10-12", "295.6亿元")
    assert (second["value"], second["low"], second["high"], second["date"]) == ("", "-3", "5.5", "")
    assert second["raw"] == "'=1+1"
    assert second["relation"] == "~"


@settings(deadline=None)
@given(
    some.lists(some.text(some.characters(exclude_categories=("Cs",), exclude_characters="\0")), min_size=1)
)
def test_no_text_becomes_a_formula(record: Make, texts: list[str]) -> None:
    file = io.StringIO(newline="")
    write_csv((record(subject=text, measure="+" + text, headline="＝" + text + "x") for text in texts), file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))
    assert [row["subject"].removeprefix("'") for row in rows] == [text.removeprefix("'") for text in texts]
    for row in rows:
        for column in COLUMNS:
            cell = row[column.name]
            if column.type is str and len(cell) > 1:
                assert cell[0] not in "=+-@\t\r\n＝＋－＠", column.name


def test_json_lines_are_read_back(records: list[StatisticRecord], tmp_path: Path) -> None:
    export_statistics(records, 2, tmp_path / "a.jsonl", Silent())
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert lines == [shape(one) for one in records]


def test_a_workbook_holds_texts_numbers_and_dates(records: list[StatisticRecord], tmp_path: Path) -> None:
    export_statistics(records, 2, tmp_path / "a.xlsx", Silent())
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet, legend = book.worksheets
    assert sheet.freeze_panes == "A2"
    header, first, second = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert header == _NAMES
    one, other = (dict(zip(_NAMES, row, strict=True)) for row in (first, second))
    assert (one["value"], one["date"], one["rejected"]) == (29_560_000_000, datetime(2022, 10, 12), False)
    assert (other["raw"], other["low"], other["date"]) == ("=1+1", -3, None)
    at = _NAMES.index("raw") + 1
    assert (sheet.cell(3, at).data_type, sheet.cell(3, _NAMES.index("subject") + 1).hyperlink) == ("s", None)
    assert [row[0].value for row in legend.iter_rows()] == _NAMES
    assert sheet.column_dimensions["AD"].width > 40


def test_a_workbook_goes_on_on_another_sheet(
    record: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics_xlsx, "_ROWS", 2)
    write_xlsx((record(subject=f"甲{number}") for number in range(5)), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [(sheet.title, sheet.max_row) for sheet in book.worksheets[:3]] == [
        ("统计", 3),
        ("统计 2", 3),
        ("统计 3", 2),
    ]
    at = _NAMES.index("subject")
    assert [row[at].value for sheet in book.worksheets[:3] for row in sheet.iter_rows(min_row=2)] == [
        f"甲{number}" for number in range(5)
    ]


def test_a_workbook_takes_any_text_and_any_day(record: Make, tmp_path: Path) -> None:
    long, odd = "甲" * 40_000, "\x00\x07\x1b_x0041_\ufffe<&>\r\n"
    write_xlsx([record(sentence=long, subject=odd, date=date(1898, 9, 21))], tmp_path / "a.xlsx")
    row = dict(
        zip(
            _NAMES,
            next(openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(min_row=2)),
            strict=True,
        )
    )
    assert row["date"].value == "1898-09-21"
    assert len(row["sentence"].value) == 32_767
    assert row["sentence"].value.endswith("甲…")
    assert "<&>" in row["subject"].value


def test_parquet_is_typed(records: list[StatisticRecord], tmp_path: Path) -> None:
    export_statistics(records, 2, tmp_path / "a.parquet", Silent())
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.column_names == _NAMES
    assert [
        str(table.schema.field(name).type) for name in ("statistic", "date", "value", "unit", "rejected")
    ] == [
        "int64",
        "date32[day]",
        "double",
        "string",
        "bool",
    ]
    assert table.to_pylist() == [dict(zip(_NAMES, cells(one), strict=True)) for one in records]


def test_parquet_is_written_in_groups(record: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baoguan.export.statistics_parquet._GROUP", 2)
    export_statistics((record(start=number) for number in range(5)), 5, tmp_path / "a.parquet", Silent())
    file = parquet.ParquetFile(tmp_path / "a.parquet")
    assert (file.num_row_groups, file.metadata.num_rows) == (3, 5)
    assert file.read().column("start").to_pylist() == list(range(5))


def test_without_its_library_parquet_is_said_to_be_absent(
    records: list[StatisticRecord], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert formats() == (".csv", ".xlsx", ".jsonl", ".parquet")
    monkeypatch.setattr("baoguan.export.statistics_parquet.find_spec", lambda name: None)
    assert formats() == (".csv", ".xlsx", ".jsonl")
    with pytest.raises(FormatAbsent) as caught:
        export_statistics(records, 2, tmp_path / "a.parquet", Silent())
    assert "baoguan[parquet]" in caught.value.say("zh")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_said_with_those_there_are(
    records: list[StatisticRecord], tmp_path: Path
) -> None:
    with pytest.raises(FormatAbsent) as caught:
        export_statistics(records, 2, tmp_path / "a.doc", Silent())
    assert ".xlsx" in caught.value.say("en")
    export_statistics(records, 2, tmp_path / "a.doc", Silent(), ".csv")
    assert (tmp_path / "a.doc").exists()


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".jsonl", ".parquet"])
def test_stopped_or_failed_what_was_there_stays_and_nothing_else(
    record: Make, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"before")

    class Stop:
        def step(self, done: int, total: int, doing: Bilingual) -> None:
            if done:
                raise Cancelled

    def failing() -> Iterator[StatisticRecord]:
        yield record()
        raise ZeroDivisionError

    with pytest.raises(Cancelled):
        export_statistics((record() for _ in range(600)), 600, path, Stop())
    with pytest.raises(ZeroDivisionError):
        export_statistics(failing(), 2, path, Silent())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
    export_statistics([record()], 1, path, Silent())
    assert path.read_bytes() != b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".jsonl", ".parquet"])
def test_a_file_that_cannot_be_written_is_said(record: Make, tmp_path: Path, ending: str) -> None:
    (tmp_path / f"folder{ending}").mkdir()
    for path in (tmp_path / "nowhere" / f"a{ending}", tmp_path / f"folder{ending}"):
        with pytest.raises(TargetUnwritable) as caught:
            export_statistics([record()], 1, path, Silent())
        assert path.name in caught.value.say("zh")
    assert [path.name for path in tmp_path.iterdir()] == [f"folder{ending}"]


def test_a_full_disk_is_said(record: Make, tmp_path: Path) -> None:
    def full() -> Iterator[StatisticRecord]:
        yield record()
        raise OSError(28, "No space left on device")

    with pytest.raises(StorageFull):
        export_statistics(full(), 2, tmp_path / "a.csv", Silent())
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_may_be_read_as_any_other(record: Make, tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    export_statistics([record()], 1, tmp_path / "a.csv", Silent())
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == stat.S_IMODE(
        (tmp_path / "plain").stat().st_mode
    )
