"""What a chart and its marks say in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from baoguan.domain.chart import Chart, ChartKind, Mark
from baoguan.domain.ids import StatisticId
from baoguan.domain.statistic import Status
from baoguan.ui.models.unit_names import unit_name
from baoguan.ui.models.wording import number_text

_FIGURES, _FEW = 12, 5
"""Those of a converted value that are not noise, and those that are told where there is little room."""


def heading(chart: Chart) -> str:
    """Return what a chart is about, with its unit."""
    unit = unit_name(chart.unit, chart.per)
    name = chart.title or QCoreApplication.translate("Chart", "报道的数字")
    words = QCoreApplication.translate("Chart", "{name}（{unit}）") if unit else "{name}"
    return words.format(name=name, unit=unit)


def value_words(mark: Mark) -> str:
    """Return a mark's value, or the least and the greatest of those it stands for: ``300–5,000``."""
    return _between(mark, _FIGURES)


def short_value(mark: Mark) -> str:
    """Return the same rounded: ``1,234.6万`` for 12,345,678."""
    return _between(mark, _FEW)


def _between(mark: Mark, figures: int) -> str:
    low, high = (number_text(float(f"{value:.{figures}g}")) for value in (mark.low, mark.high))
    return low if low == high else f"{low} – {high}" if low.startswith("-") else f"{low}–{high}"


def mark_name(chart: Chart, mark: Mark) -> str:
    """Return whose figure a mark is, and of when; of a class, between what its values lie."""
    if chart.kind is ChartKind.DISTRIBUTION:
        return f"{value_words(mark)} {unit_name(chart.unit, chart.per)}".strip()
    if chart.kind is ChartKind.LINE:
        group = mark.group or (unnamed() if len({one.group for one in chart.marks}) > 1 else "")
        return " · ".join(filter(None, (group, time_words(mark.label), status_words(mark.status))))
    return mark.label


def value_line(chart: Chart, mark: Mark) -> str:
    """Return a mark's value with its unit; of a class, how many values lie in it."""
    if chart.kind is ChartKind.DISTRIBUTION:
        return count_words(mark.count)
    return f"{value_words(mark)} {unit_name(chart.unit, chart.per)}".strip()


def mark_words(chart: Chart, mark: Mark) -> str:
    """Return all that a mark says, in a line."""
    count = count_words(mark.count) if mark.count > 1 and chart.kind is not ChartKind.DISTRIBUTION else ""
    return " · ".join(filter(None, (mark_name(chart, mark), value_line(chart, mark), count)))


def turn_words(mark: Mark, shown: StatisticId | None) -> str:
    """Return how many statistics stand behind a mark, and which of them is shown; empty for one alone."""
    if mark.count == 1:
        return ""
    if shown not in mark.statistics:
        words = QCoreApplication.translate("Chart", "{count} 条，逐条点开")
        return words.format(count=f"{mark.count:,}")
    turn = mark.statistics.index(shown) + 1
    words = QCoreApplication.translate("Chart", "第 {turn} 条，共 {count} 条")
    return words.format(turn=f"{turn:,}", count=f"{mark.count:,}")


def count_words(count: int) -> str:
    """Return how many statistics there are."""
    return QCoreApplication.translate("Chart", "{count} 条").format(count=f"{count:,}")


def unnamed() -> str:
    """Return what a subject is called that no sentence names."""
    return QCoreApplication.translate("Chart", "未写明主体")


def status_words(status: Status) -> str:
    """Return in what sense a figure is told; empty where it tells what is."""
    said = QCoreApplication.translate("NumberWords", "目标|假设").split("|")
    return {"target": said[0], "hypothetical": said[1]}.get(status, "")


def time_words(iso: str) -> str:
    """Return an ISO 8601 date or interval as it is read: ``2019–2021``, ``2022-09 起``."""
    first, slash, last = iso.partition("/")
    if not slash:
        return iso
    if first in ("", ".."):
        return QCoreApplication.translate("Chart", "截至 {day}").format(day=last)
    if last in ("", ".."):
        return QCoreApplication.translate("Chart", "{day} 起").format(day=first)
    return f"{first}–{last}" if len(first) == 4 == len(last) else f"{first} – {last}"


def rest_words(chart: Chart) -> str:
    """Return what is not drawn and why; empty where everything is."""
    said = []
    if chart.beyond:
        words = (
            QCoreApplication.translate("Chart", "另有 {count} 个主体较小，未画")
            if chart.kind is ChartKind.BARS
            else QCoreApplication.translate("Chart", "另有 {count} 个主体说得较少，未画")
        )
        said.append(words.format(count=f"{chart.beyond:,}"))
    if chart.left_out:
        words = {
            ChartKind.BARS: QCoreApplication.translate("Chart", "{count} 个数字量纲不同或没有主体，未画"),
            ChartKind.LINE: QCoreApplication.translate("Chart", "{count} 个数字量纲不同或没有日期，未画"),
            ChartKind.DISTRIBUTION: QCoreApplication.translate("Chart", "{count} 个数字量纲不同，未画"),
        }[chart.kind]
        said.append(words.format(count=f"{chart.left_out:,}"))
    return "；".join(said)


def source_words(titles: Sequence[str], since: date | None, until: date | None, count: int) -> str:
    """Return out of which newspapers how many figures come: 据《天津日报》 2022-10-12，97 个数字."""
    named = QCoreApplication.translate("Chart", "《{title}》|、|等 {count} 种报纸").split("|")
    papers = named[1].join(named[0].format(title=title) for title in titles[:3])
    if len(titles) > len(titles[:3]):
        papers += named[2].format(count=len(titles))
    days = "" if since is None or until is None else since.isoformat()
    if since != until:
        days = QCoreApplication.translate("Chart", "{since} 至 {until}").format(since=since, until=until)
    words = QCoreApplication.translate("Chart", "据{papers}{days}，{count} 个数字")
    return words.format(papers=papers, days=f" {days}" if days else "", count=f"{count:,}")
