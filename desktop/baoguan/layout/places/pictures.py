"""Pictures with the captions and credits printed below or beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from baoguan.domain.page import BlockRole, Region
from baoguan.layout.captions import is_credit, says_caption
from baoguan.layout.marks import ends_sentence
from baoguan.layout.names import credited
from baoguan.layout.places.frame import Box, Mark, Sheet, around
from baoguan.layout.places.strips import Strip

_LINES = 8
_SMALL = 0.97
_HOLE = 4
"""How many lines of white over a caption may be a picture."""


@dataclass(slots=True, eq=False)
class Picture:
    """A picture in the frame and on paper, the lines of its caption, and those of its credit."""

    box: Box
    region: Region | None
    caption: list[Mark] = field(default_factory=list)
    credit: list[Mark] = field(default_factory=list)

    @property
    def whole(self) -> Box:
        """The picture with everything printed with it."""
        return around([self.box, *self.caption, *self.credit])


def pictures_of(sheet: Sheet, marks: Sequence[Mark], pitch: float) -> tuple[list[Picture], list[Mark]]:
    """Return the pictures of a page, and the lines that are printed with none of them."""
    taken: set[int] = set()
    inside = {mark.number: mark for mark in marks}
    found = []
    for box, region in sheet.pictures:
        picture = Picture(box, region)
        lines = _below(picture, [mark for mark in marks if mark.number not in taken], sheet.size, pitch)
        for mark in lines:
            told = picture.credit or (is_credit(mark.text) and (picture.caption or _is_name(mark.text)))
            (picture.credit if told else picture.caption).append(mark)
        taken.update(mark.number for mark in lines)
        found.append(picture)
    return found, [mark for number, mark in inside.items() if number not in taken]


def captions_of(sheet: Sheet, strips: Sequence[Strip], above: Sequence[Box], pitch: float) -> list[Picture]:
    """Take the captions that a credit ends out of strips, for pictures that the source does not show.

    The picture is the white over its caption, where there is enough; ``above`` is what else is printed.
    """
    found = []
    printed = [*above, *(strip.box for strip in strips)]
    for strip in strips:
        if strip.marks and strip.marks[0].role is BlockRole.CAPTION:
            found.append(Picture(strip.box, None, strip.marks))
            strip.marks = []
            continue
        at = next((at for at, mark in enumerate(strip.marks[:_LINES]) if _credits(mark, strip)), None)
        if at is None or strip.table or (at == 0 and len(strip.marks) > 1):
            continue
        caption, credit = strip.marks[:at], strip.marks[at : at + 1]
        del strip.marks[: at + 1]
        over = None if caption else _right_above(credit[0], strips, pitch)
        if over is not None:
            caption, over.marks = over.marks, []
        lettering = around([*caption, *credit])
        hole = _hole(lettering, over or strip, printed, pitch)
        found.append(Picture(hole or lettering, sheet.on_paper(hole), caption, credit))
    return found


def _right_above(credit: Mark, strips: Sequence[Strip], pitch: float) -> Strip | None:
    """Return the short strip that ends right above a credit."""
    return next(
        (
            strip
            for strip in strips
            if 0 < len(strip.marks) < 5
            and -0.5 * pitch < credit.top - strip.bottom < 0.8 * pitch
            and strip.box.beside(credit) > 0
        ),
        None,
    )


def _is_name(text: str) -> bool:
    """Tell whether a credit is nothing more: the only line below a picture is rather its caption."""
    return len(text) <= 8 or credited(text.strip("()（）")) is not None


def _credits(mark: Mark, strip: Strip) -> bool:
    """Tell whether a line that does not fill its column is the credit of a picture."""
    loose = strip.short(mark) > 1.2 or strip.indent(mark) > 1.2
    return loose and is_credit(mark.text)


def _hole(lettering: Box, strip: Strip, printed: Sequence[Box], pitch: float) -> Box | None:
    """Return the white above lettering, as wide as its column, where a picture may stand."""
    over = [box.bottom for box in printed if box.beside(lettering) > 0 and box.bottom < lettering.top + 1]
    if not over or lettering.top - max(over) < _HOLE * pitch:
        return None
    return Box(strip.left, max(over) + 0.3 * pitch, strip.right, lettering.top - 0.2 * pitch)


def _below(picture: Picture, marks: Sequence[Mark], size: float, pitch: float) -> list[Mark]:
    """Return the lines of caption and credit below a picture."""
    box = picture.box
    under = sorted(
        (
            mark
            for mark in marks
            if not mark.turned
            and mark.role in (BlockRole.TEXT, BlockRole.CAPTION)
            and box.left - size <= mark.left
            and mark.right <= box.right + size
            and mark.top > box.bottom - 0.8 * size
        ),
        key=lambda mark: mark.top,
    )
    run: list[Mark] = []
    edge = box.bottom
    for mark in under:
        if mark.top - edge > (2.0 if not run else 0.9) * size or len(run) == _LINES or mark.size > 1.3 * size:
            break
        run.append(mark)
        edge = mark.bottom
    return _caption(run, box, size)


def _caption(run: Sequence[Mark], box: Box, size: float) -> list[Mark]:
    """Return as many of the lines below a picture as are its caption and credit."""
    given = [mark for mark in run if mark.role is BlockRole.CAPTION]
    if given:
        return given
    credited = [at for at, mark in enumerate(run) if is_credit(mark.text)]
    if credited:
        return list(run[: credited[0] + 1])
    small = next((at for at, mark in enumerate(run) if mark.size >= _SMALL * size), len(run))
    if small:
        return list(run[:small])
    if run and len(run) < _LINES and (says_caption(run[0].text) or ends_sentence(run[-1].text)):
        full = box.right - run[-1].right < 1.2 * size
        return [] if full and not says_caption(run[0].text) else list(run)
    return []
