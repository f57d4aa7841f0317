"""A query's text, read and rewritten by its parts."""

import re

from baoguan.domain.article import Span
from baoguan.domain.query import (
    All,
    AnyOf,
    DateRange,
    Field,
    Filed,
    Near,
    Node,
    Not,
    NumberRange,
    Query,
    Term,
)

Leaf = Term | Near | DateRange | NumberRange | Filed

_QUOTES = frozenset('"＂“')
_OPERATORS = {"AND", "OR", "NOT"}
_NAMED = re.compile(r"^[A-Za-z一-鿿]{1,8}[:：]")
_NAMES = {
    Field.TITLE: "标题",
    Field.BODY: "正文",
    Field.BYLINE: "记者",
    Field.SECTION: "栏目",
    Field.PAPER: "报纸",
    Field.PAGE: "版",
    Field.CAPTION: "图",
    Field.TAG: "标签",
    Field.NOTE: "批注",
}


def place(leaf: Leaf) -> Span:
    """Return where a part stands in the query's text; an empty span where it was not typed."""
    return Span(0, 0) if isinstance(leaf, Filed) else leaf.at


def is_quoted(leaf: Leaf, text: str) -> bool:
    """Tell whether a term was typed in quotation marks, which are then no part of it."""
    typed = _value(leaf, text)
    return isinstance(leaf, Term) and typed[:1] in _QUOTES and typed != leaf.text


def without(query: Query, leaf: Leaf) -> str:
    """Return the query's text without one part of its tree; what is left is understood as it was."""
    tree = query.understood
    left = _pruned(tree, leaf) if tree is not None else None
    return "" if left is None else _written(left, query.text)


def cut(text: str, at: Span) -> str:
    """Return a text without a span of it, one space in its place."""
    return f"{text[: at.start].rstrip()} {text[at.end :].lstrip()}".strip()


def _pruned(node: Node, leaf: Leaf) -> Node | None:
    """Return a tree without a leaf of it, None where nothing is left."""
    match node:
        case All(parts=parts) | AnyOf(parts=parts):
            left = tuple(kept for part in parts if (kept := _pruned(part, leaf)) is not None)
            return type(node)(left) if len(left) > 1 else next(iter(left), None)
        case Not(part=part):
            kept = _pruned(part, leaf)
            return None if kept is None else Not(kept)
    return None if node is leaf else node


def _written(node: Node, text: str) -> str:
    """Return a tree as query text, its leaves as they were typed."""
    match node:
        case All(parts=parts):
            return " ".join(_inside(part, text, (AnyOf,)) for part in parts)
        case AnyOf(parts=parts):
            return " OR ".join(_written(part, text) for part in parts)
        case Not(part=part):
            return f"NOT {_inside(part, text, (All, AnyOf))}"
    return _typed(node, text)


def _inside(part: Node, text: str, bracketed: tuple[type, ...]) -> str:
    written = _written(part, text)
    return f"({written})" if isinstance(part, bracketed) else written


def _typed(leaf: Leaf, text: str) -> str:
    """Return a leaf as it was typed; with its field's name, where a whole group was given one."""
    at = place(leaf)
    typed = text[at.start : at.end]
    if typed in _OPERATORS:
        return f'"{typed}"'  # a word that was looked for, where it could not be an operator
    return f"{_name(leaf)}:{typed}" if _name(leaf) and _value(leaf, text) == typed else typed


def _value(leaf: Leaf, text: str) -> str:
    """Return what was typed of a part after its field's name."""
    at = place(leaf)
    typed = text[at.start : at.end]
    unnamed = not _name(leaf) or typed[:1] in _QUOTES or (isinstance(leaf, Term) and typed == leaf.text)
    return typed if unnamed else _NAMED.sub("", typed, count=1)


def _name(leaf: Leaf) -> str:
    match leaf:
        case Term(field=field) | Near(field=field):
            return _NAMES.get(field, "")
        case NumberRange(group=group):
            return group
    return "日期" if isinstance(leaf, DateRange) else ""
