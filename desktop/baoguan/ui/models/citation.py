"""Where something is printed, in a reader's words."""

from datetime import date

from PySide6.QtCore import QCoreApplication


def cited(title: str, day: date | None, page: str, headline: str) -> str:
    """Return where something is printed, unknown parts left out: 《天津日报》2022年10月12日第1版《…》."""
    patterns = QCoreApplication.translate(
        "Statistics", "《{title}》|{year}年{month}月{day}日|第{page}版|《{headline}》|"
    )
    name, dated, numbered, headed, between = patterns.split("|")
    parts = (
        name.format(title=title) if title else "",
        dated.format(year=day.year, month=day.month, day=day.day) if day else "",
        numbered.format(page=page) if page else "",
        headed.format(headline=" ".join(headline.split())) if headline else "",
    )
    return between.join(part for part in parts if part)
