"""Statistics as text: under the mouse, and copied to be cited."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from baoguan.domain.annotation import Amendment
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models import wording
from baoguan.ui.models.citation import cited
from baoguan.ui.models.statistic_columns import SENTENCE, SOURCE, cell_text, column_names


def statistic_tip(record: StatisticRecord) -> str:
    """Return a statistic as printed, with its article, and whether a reader amended it."""
    amended = ""
    if record.rejected:
        amended = QCoreApplication.translate("Statistics", "已剔除：不是统计")
    elif record.amended is not None:
        amended = QCoreApplication.translate("Statistics", "已更正")
    lines = (record.printed, amended, record.headline, record.sentence.strip())
    return "\n".join(line for line in lines if line)


def amendment_text(amendment: Amendment) -> str:
    """Return what a reader says of a number: that it is none, or how it reads."""
    statistic = amendment.statistic
    if statistic is None:
        return QCoreApplication.translate("Statistics", "不是统计")
    value = f"{wording.value_text(statistic)} {wording.unit_text(statistic)}".strip()
    about = (statistic.time_text, statistic.place, statistic.subject, statistic.measure)
    words = QCoreApplication.translate("Statistics", "更正为：{statistic}")
    return words.format(statistic=" · ".join(part for part in (value, *about) if part))


def table_text(records: Iterable[StatisticRecord]) -> str:
    """Return rows as a spreadsheet takes them from the clipboard, with the columns' names and a citation."""
    names = column_names()
    names[SOURCE] = QCoreApplication.translate("Statistics", "出处")
    rows = [names]
    for record in records:
        cells = [cell_text(record, column) for column in range(SENTENCE + 1)]
        rows.append([*cells, printed_at(record)])
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def citations(records: Iterable[StatisticRecord]) -> str:
    """Return the sentences, each with where it is printed, a line each: “……”（《天津日报》……）."""
    words = QCoreApplication.translate("Statistics", "“{sentence}”（{place}）")
    return "\n".join(
        words.format(sentence=" ".join(record.sentence.split()), place=printed_at(record))
        for record in records
    )


def printed_at(record: StatisticRecord) -> str:
    """Return where a statistic is printed, as far as that is known: 《天津日报》2022年10月12日第1版《…》."""
    return cited(record.title, record.date, record.page_number, record.headline)
