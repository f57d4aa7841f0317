"""How questions are put into words on the screen."""

from PySide6.QtCore import QCoreApplication

from baoguan.domain.query import Filed, Question
from baoguan.ui.models.facet_names import facet_text, value_text


def filed_text(filed: Filed) -> str:
    """Return a facet and its value: ``栏目：区域热点``."""
    words = QCoreApplication.translate("Chips", "{field}：{text}")
    return words.format(field=facet_text(filed.facet), text=value_text(filed))


def question_text(question: Question) -> str:
    """Return a question in one line: ``知识产权 证券化 · 栏目：区域热点``."""
    text = " ".join(question.text.split())
    return " · ".join(part for part in (text, *map(filed_text, question.filters)) if part)
