from datetime import date

from PySide6.QtCore import Qt

from baoguan.domain.chart import Chart, ChartKind, Mark
from baoguan.domain.ids import StatisticId
from baoguan.ui.models.chart_table import ChartTable
from baoguan.ui.models.roles import ACCESSIBLE, ALIGNMENT, DISPLAY, RECORD

_IDS = (StatisticId(1), StatisticId(2))


def rows(table: ChartTable) -> list[list[object]]:
    return [
        [table.index(row, column).data(DISPLAY) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def heads(table: ChartTable) -> list[object]:
    return [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]


def test_every_mark_has_a_row(tested) -> None:
    table = ChartTable()
    tested(table)
    assert rows(table) == []
    marks = (Mark("天津", 3e8, 5e8, _IDS, count=2), Mark("北京", 1e8, 1e8, _IDS[:1]))
    table.put(Chart(ChartKind.BARS, "总投资", "CNY", marks, 0))
    assert heads(table) == ["主体", "值（元）", "条数"]
    assert rows(table) == [["天津", "3亿–5亿", "2"], ["北京", "1亿", "1"]]
    assert table.index(0, 2).data(ACCESSIBLE) == "2 条"
    assert table.index(1, 0).data(RECORD) is marks[1]
    assert table.index(0, 1).data(ALIGNMENT) & Qt.AlignmentFlag.AlignRight


def test_points_are_named_by_subject_and_time() -> None:
    table = ChartTable()
    marks = tuple(
        Mark(label, 1.0, 1.0, _IDS[:1], date(2021, 7, 2), 1, group)
        for label, group in (("2021", "天津"), ("2019/2021", ""), ("../2022-09", "天津"), ("2022/..", ""))
    )
    table.put(Chart(ChartKind.LINE, "", "%", marks, 0))
    assert heads(table) == ["主体与时间", "值（%）", "条数"]
    assert [row[0] for row in rows(table)] == [
        "天津 · 2021",
        "未写明主体 · 2019–2021",
        "天津 · 截至 2022-09",
        "未写明主体 · 2022 起",
    ]


def test_empty_classes_have_no_row(tested) -> None:
    table = ChartTable()
    tested(table)
    table.put(
        Chart(
            ChartKind.DISTRIBUTION, "", "人次",
            (Mark("", 0.0, 10.0, _IDS, count=2), Mark("", 10.0, 20.0, (), count=0),
             Mark("", 20.0, 30.0, _IDS[:1])),
            0, "day",
        )
    )  # fmt: skip
    assert heads(table) == ["级", "条数"]
    assert rows(table) == [["0–10 人次/日", "2"], ["20–30 人次/日", "1"]]
    assert [table.place(row) for row in range(2)] == [0, 2]
    assert [table.row_of(place) for place in range(3)] == [0, -1, 1]
