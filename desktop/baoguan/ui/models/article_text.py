"""An article laid out as a reading text in a QTextDocument.

Its first blocks are the article's passages in order, so that a position in the document is a UTF-16
offset in ``Article.text``; whatever follows them is about the article and not part of it.
"""

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from baoguan.app.theme import Theme
from baoguan.domain.article import Article, Role
from baoguan.ui.models.fonts import sans, serif

LINE_HEIGHT = 1.75
MEASURE = 34
"""Most characters in a line."""
_UNSAFE = str.maketrans(dict.fromkeys("\n\r\0\u2028\u2029\ufdd0\ufdd1\ufffc", " "))
"""Characters that Qt takes for marks of its own; each is shown as one space, so offsets stay."""
_NARROW_MARK = re.compile(r"(?<=\S)([,;:!?])(?=[^\x00-\x7f])")
"""A half-width mark before a Chinese character: it gets the air that a full-width one brings."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How passages of a role are set; lengths in ems of body type."""

    size: float = 1.0
    bold: bool = False
    sans: bool = False
    muted: bool = False
    accent: bool = False
    line: float = LINE_HEIGHT
    above: float = 0.0
    below: float = 0.0
    indent: float = 0.0
    side: float = 0.0


_PLAIN = _Look(indent=2.0, below=0.3)
_LOOKS = {
    Role.SECTION: _Look(0.8, bold=True, sans=True, accent=True, line=1.6, below=0.5),
    Role.KICKER: _Look(1.15, line=1.45, below=0.3),
    Role.HEADLINE: _Look(1.85, bold=True, line=1.35, below=0.35),
    Role.DECK: _Look(1.2, line=1.5, below=0.3),
    Role.BYLINE: _Look(0.82, sans=True, muted=True, line=1.7),
    Role.LEAD: _PLAIN,
    Role.BODY: _PLAIN,
    Role.SUBHEAD: _Look(1.08, bold=True, line=1.6, above=1.1, below=0.4),
    Role.INSET: _Look(0.95, indent=2.0, above=0.8, below=0.8, side=1.2),
    Role.NOTE: _Look(0.82, sans=True, muted=True, line=1.6, above=0.4),
    Role.CAPTION: _Look(0.82, sans=True, line=1.6, above=0.8, side=0.9),
    Role.CREDIT: _Look(0.76, sans=True, muted=True, line=1.6, side=0.9),
}
_FOOT = _Look(0.76, sans=True, muted=True, line=1.7)


def lay_out(text: QTextDocument, article: Article, theme: Theme, size: int) -> list[Role]:
    """Fill a document with an article, ``size`` pixels a body character; return its blocks' roles."""
    text.clear()
    text.setUndoRedoEnabled(False)
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    roles: list[Role] = []
    for role, words in article.parts():
        look = _look(role, roles)
        _put(cursor, words, look, theme, size, first=not roles)
        roles.append(role)
    cursor.endEditBlock()
    return roles


def put_foot(cursor: QTextCursor, words: str, theme: Theme, size: int, above: float = 0.0) -> None:
    """Add a line about the article after its text, ``above`` ems of body type below what is there."""
    look = _Look(_FOOT.size, sans=True, muted=True, line=_FOOT.line, above=above)
    _put(cursor, words, look, theme, size, first=False)


def put_link(cursor: QTextCursor, words: str, target: str, theme: Theme, size: int) -> None:
    """Add a link behind what was added last."""
    shape = _characters(_Look(_FOOT.size, sans=True, accent=True), theme, size)
    shape.setAnchor(True)
    shape.setAnchorHref(target)
    cursor.insertText(f"{words}", shape)


def shown(words: str) -> str:
    """Return a passage as the document holds it: as many characters, none that Qt takes for its own."""
    return words.translate(_UNSAFE)


def _look(role: Role, before: list[Role]) -> _Look:
    """Return a role's look; the first paragraph and the first caption stand off what is above."""
    look = _LOOKS[role]
    last = before[-1] if before else None
    header = (Role.SECTION, Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE)
    above = look.above
    if last in header and role not in header:
        above = 1.5
    elif last in (Role.CAPTION, Role.CREDIT) and role is Role.CAPTION:
        above = 0.4
    elif role is Role.CAPTION:
        above = 1.6
    elif role is Role.BYLINE and last is not Role.BYLINE:
        above = 0.35
    return replace(look, above=above)


def _put(cursor: QTextCursor, words: str, look: _Look, theme: Theme, size: int, first: bool) -> None:
    block = QTextBlockFormat()
    block.setLineHeight(look.line * look.size * size, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block.setTopMargin(look.above * size)
    block.setBottomMargin(look.below * size)
    block.setTextIndent(look.indent * look.size * size)
    block.setLeftMargin(look.side * size)
    block.setRightMargin(look.side * size)
    if look.indent:
        block.setAlignment(Qt.AlignmentFlag.AlignJustify)
    shape = _characters(look, theme, size)
    if first:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(shape)
    else:
        cursor.insertBlock(block, shape)
    airy = QTextCharFormat(shape)
    font = airy.font()
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4 * look.size * size)
    airy.setFont(font)
    for number, run in enumerate(_NARROW_MARK.split(shown(words))):
        cursor.insertText(run, airy if number % 2 else shape)


def _characters(look: _Look, theme: Theme, size: int) -> QTextCharFormat:
    family = sans if look.sans else serif
    font: QFont = family(look.size * size, look.bold)
    shape = QTextCharFormat()
    shape.setFont(font)
    shape.setForeground(QColor(theme.accent if look.accent else theme.muted if look.muted else theme.ink))
    return shape
