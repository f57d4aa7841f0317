"""What was understood of a query, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from baoguan.domain.article import Span
from baoguan.domain.language import Language
from baoguan.domain.query import All, AnyOf, Field, Filed, Mistake, Node, Not, Query, Term
from baoguan.ui.models.chip_text import leaf_text
from baoguan.ui.models.question import filed_text
from baoguan.ui.models.question_text import Leaf, is_quoted, place


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a question that can be taken out of it.

    ``at`` is its place in the query text, None for a filter; ``trouble`` says what is wrong with it.
    """

    words: str
    at: Span | None = None
    leaf: Leaf | None = None
    filed: Filed | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What stands between chips: 或, a bracket."""

    words: str


Piece = Chip | Link


def pieces(query: Query | None, filters: tuple[Filed, ...], language: Language) -> tuple[Piece, ...]:
    """Return the chips of a question, in order; none for one string that is plainly typed."""
    found: list[Piece] = []
    if query is not None and not _is_plain(query):
        tree = query.understood
        found = [_troubled(piece, query, language) for piece in _parts(tree, query.text)] if tree else []
        found += [
            Chip(query.text[mistake.at.start : mistake.at.end], mistake.at, trouble=_said(mistake, language))
            for mistake in query.mistakes
            if not any(isinstance(piece, Chip) and _touch(piece.at, mistake.at) for piece in found)
        ]
    return (*found, *(Chip(filed_text(filed), filed=filed) for filed in filters))


def _is_plain(query: Query) -> bool:
    tree = query.tree
    plainly = tree is None or (isinstance(tree, Term) and not tree.wild and tree.field is Field.ANY)
    return plainly and not query.mistakes


def _parts(node: Node, text: str, denied: bool = False) -> Iterator[Piece]:
    """Yield a tree's chips, and what stands between them."""
    match node:
        case Not(part=All() | AnyOf() as group):
            yield Link(QCoreApplication.translate("Chips", "排除"))
            yield from _bracketed(group, text)
        case Not(part=part):
            yield from _parts(part, text, not denied)
        case All(parts=parts):
            for part in parts:
                yield from _bracketed(part, text) if isinstance(part, AnyOf) else _parts(part, text)
        case AnyOf(parts=parts):
            for number, part in enumerate(parts):
                if number:
                    yield Link(QCoreApplication.translate("Chips", "或"))
                yield from _bracketed(part, text) if isinstance(part, All) else _parts(part, text)
        case _:
            yield _chip(node, text, denied)


def _bracketed(group: Node, text: str) -> Iterator[Piece]:
    yield Link("（")
    yield from _parts(group, text)
    yield Link("）")


def _chip(leaf: Leaf, text: str, denied: bool) -> Chip:
    words = leaf_text(leaf, is_quoted(leaf, text))
    if denied:
        words = QCoreApplication.translate("Chips", "排除 {part}").format(part=words)
    return Chip(words, place(leaf), leaf)


def _troubled(piece: Piece, query: Query, language: Language) -> Piece:
    """Return a piece with what is wrong with it, if anything is."""
    if isinstance(piece, Link):
        return piece
    told = [_said(mistake, language) for mistake in query.mistakes if _touch(piece.at, mistake.at)]
    return replace(piece, trouble=" ".join(told)) if told else piece


def _touch(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def _said(mistake: Mistake, language: Language) -> str:
    return mistake.zh if language == "zh" else mistake.en
