"""Putting planned articles on a page."""

from dataclasses import dataclass, field

from baoguan.domain.article import Role
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models.faces import Face, advances
from baoguan.ui.models.galley import (
    BODY,
    CAPTION_LEADING,
    CAPTION_SIZE,
    LEADING,
    Galley,
    HeadLine,
    Row,
)
from baoguan.ui.models.line_breaking import SetLine, break_lines
from baoguan.ui.models.plan import GRID, SHAPES, Plan, line_height, plan
from baoguan.ui.models.typeset import ArticleFrame, FigureFrame, Fill, TextLine, Tone

LOOSEST = 1.12
"""How far leading may be opened to fill a page."""
HEAD_ROOM = 14.0
"""How far a title block may be opened to fill a page."""
_TONES = {Role.BYLINE: Tone.MUTED, Role.NOTE: Tone.MUTED, Role.KICKER: Tone.INK}


@dataclass(frozen=True, slots=True)
class Type:
    """Whose line it is and how it is set."""

    article: ArticleId | None
    size: int
    face: Face
    tone: Tone = Tone.INK


@dataclass(slots=True)
class Sheet:
    """The page while it is being set."""

    frames: list[ArticleFrame] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    figures: list[FigureFrame] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)

    def fill(self, left: float, top: float, width: float, height: float, tone: Tone) -> None:
        """Put a filled rectangle on the page."""
        self.fills.append(Fill(Region(left, top, width, height), tone))

    def words(
        self, shown: str, left: float, baseline: float, size: int, face: Face, tone: Tone = Tone.INK
    ) -> float:
        """Put one line of page furniture on the page and return its right edge."""
        (line,) = break_lines(shown, advances(face), size, 1e9)
        self.line(Type(None, size, face, tone), 0, shown, line, left, baseline)
        return left + line.edges[-1]

    def line(self, kind: Type, start: int, shown: str, line: SetLine, left: float, baseline: float) -> None:
        """Put a set line on the page, its cells measured from ``left``."""
        edges = tuple(left + edge for edge in line.edges)
        pens = tuple(left + pen for pen in line.pens)
        end = start + len(shown)
        self.lines.append(
            TextLine(kind.article, start, end, shown, edges, pens, baseline, kind.size, kind.face, kind.tone)
        )


def set_article(sheet: Sheet, text: Galley, columns: int, corner: tuple[float, float], height: float) -> None:
    """Set an article in columns from a corner, filling a height as far as that looks well."""
    chosen = _fitting(text, columns, height)
    left, top = corner
    spare = max(0.0, height - chosen.height)
    leading = LEADING * min(LOOSEST, 1 + spare / (chosen.depth * LEADING))
    room = min(HEAD_ROOM, max(0.0, height - chosen.head_height - chosen.depth * leading))
    if not chosen.head:
        room = 0.0
    _set_head(sheet, text, chosen, left, top + room / 2)
    body = top + chosen.head_height + room
    _set_pictures(sheet, text, chosen, left, body)
    for row, (column, place) in zip(text.rows, chosen.places, strict=True):
        x = left + column * (GRID.column + GRID.gutter)
        _set_row(sheet, text, row, x, body + place * leading, leading)


def set_section(sheet: Sheet, text: Galley, columns: int, corner: tuple[float, float]) -> None:
    """Set a section's label over its articles: white on the accent, on a rule as wide as they are."""
    if text.section is None:
        return
    passage, shown = text.section
    left, top = corner
    (line,) = break_lines(shown, advances(Face.SANS_BOLD), 12, 1e9)
    sheet.fill(left, top, line.edges[-1] + 16, 19, Tone.ACCENT)
    sheet.fill(left, top + 18, GRID.width(columns), 1.2, Tone.ACCENT)
    kind = Type(text.id, 12, Face.SANS_BOLD, Tone.ON_ACCENT)
    sheet.line(kind, passage.start, shown, line, left + 8, top + 13.8)


def _fitting(text: Galley, columns: int, height: float) -> Plan:
    """Return the plan with the largest pictures that still fit."""
    plans = [plan(text, columns, shape) for shape in (SHAPES if text.captions else SHAPES[:1])]
    return next((one for one in reversed(plans) if one.height <= height + 0.5), plans[0])


def _set_head(sheet: Sheet, text: Galley, chosen: Plan, left: float, top: float) -> None:
    width = GRID.width(chosen.columns)
    for line in chosen.head:
        centred = left + max(0.0, (width - line.width) / 2) if chosen.columns > 1 else left
        _set_head_line(sheet, text.id, line, centred, top + 1.02 * line.size + 1)
        top += line_height(line)


def _set_head_line(sheet: Sheet, article: ArticleId, line: HeadLine, left: float, baseline: float) -> None:
    (cells,) = break_lines(line.shown, advances(line.face), line.size, 1e9, tight=True)
    kind = Type(article, line.size, line.face, _TONES.get(line.role, Tone.INK))
    sheet.line(kind, line.start, line.shown, cells, left, baseline)


def _set_pictures(sheet: Sheet, text: Galley, chosen: Plan, left: float, body: float) -> None:
    kind = Type(text.id, CAPTION_SIZE, Face.SANS, Tone.MUTED)
    for order, picture in enumerate(chosen.pictures):
        x = left + picture.column * (GRID.column + GRID.gutter)
        top = body + picture.top + 3
        region = Region(x, top, GRID.width(picture.columns), picture.height)
        sheet.figures.append(FigureFrame(text.id, order, region))
        baseline = top + picture.height + CAPTION_LEADING
        for start, shown, line in picture.captions:
            sheet.line(kind, start, shown, line, x, baseline)
            baseline += CAPTION_LEADING


def _set_row(sheet: Sheet, text: Galley, row: Row, left: float, top: float, leading: float) -> None:
    if row.role is Role.INSET:
        sheet.fill(left, top, GRID.column, leading + 0.5, Tone.CHROME)
    drop = 0.62 * leading if row.height > 1 else 0.0
    baseline = top + drop + 0.5 * leading + 0.36 * BODY
    kind = Type(text.id, row.size, row.face, _TONES.get(row.role, Tone.INK))
    sheet.line(kind, row.start, row.shown, row.line, left + row.left, baseline)
