"""What is said of a figure in words."""

from PySide6.QtCore import QCoreApplication

from baoguan.domain.records import FigureRecord, PageRecord
from baoguan.ui.models.citation import cited

_KINDS = {
    "photograph": 0, "photo": 0, "picture": 0, "image": 0, "drawing": 1, "illustration": 1, "cartoon": 1,
    "chart": 2, "graph": 2, "diagram": 2, "table": 3, "map": 4, "advertisement": 5, "ad": 5,
}  # fmt: skip


def kind_text(kind: str) -> str:
    """Return what a source calls a figure in the language of the screen, or as the source has it."""
    names = QCoreApplication.translate("Figures", "照片|插图|图表|表格|地图|广告").split("|")
    known = _KINDS.get(kind.casefold())
    return kind if known is None else names[known]


def caption_text(record: FigureRecord) -> str:
    """Return a figure's caption, or that it has none."""
    return record.figure.caption or QCoreApplication.translate("Figures", "（没有说明）")


def foot_text(record: FigureRecord) -> str:
    """Return kind, credit and article of a figure, those that are known."""
    parts = (kind_text(record.figure.kind), record.figure.credit, record.headline)
    return " · ".join(part for part in parts if part)


def figure_line(record: FigureRecord) -> str:
    """Return all that is said of a figure, in a line."""
    return " · ".join(filter(None, (caption_text(record), foot_text(record))))


def citation(record: FigureRecord, page: PageRecord) -> str:
    """Return a figure's caption and credit, and where it is printed: what is copied with it."""
    where = cited(page.issue.title, page.issue.date, page.number or str(page.sequence), record.headline)
    credit = QCoreApplication.translate("Figures", "（{credit}）").format(credit=record.figure.credit)
    return " ".join(filter(None, (record.figure.caption + (credit if record.figure.credit else ""), where)))


def file_name(words: str) -> str:
    """Return a name for a picture's file out of the words that cite it."""
    kept = "".join(one if one.isprintable() and one not in '/\\:*?"<>|' else " " for one in words)
    return " ".join(kept.split())[:80].strip(". ") or "figure"
