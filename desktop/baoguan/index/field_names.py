"""What engines with named fields call them."""

from baoguan.domain.query import Field
from baoguan.index.analysis import WordField

GROUPS = {"金额": "money", "百分比": "percent", "数量": "count"}
"""The groups of numbers a query can ask for, and the names of their fields."""


def text_in(field: Field) -> str:
    """Return the name of the field that holds the characters of a field's text."""
    return f"text_{field.value}"


def own_in(field: Field) -> str:
    """Return the name of the field that holds the characters of a field's text in its own script."""
    return f"own_{field.value}"


def words_in(field: WordField) -> str:
    """Return the name of the field that holds the words of a part."""
    return f"words_{field.value}"


def numbers_in(group: str) -> str:
    """Return the name of the field that holds the numbers of a group."""
    return f"numbers_{group}"
