"""A page that knows where its print stands to its articles, figures and furniture."""

from collections.abc import Sequence

from baoguan.domain.article import PageNote, Role, SectionLabel
from baoguan.domain.page import PageScan
from baoguan.layout.choices import Choices
from baoguan.layout.drafts import Draft, DraftPage, Part
from baoguan.layout.places.boxes import by_zone, display, inset, is_display, is_inset, is_notice, zone_of
from baoguan.layout.places.frame import Box, Mark, pitch_of, sheet_of
from baoguan.layout.places.furniture import furniture_of
from baoguan.layout.places.notices import apart
from baoguan.layout.places.paragraphs import parts_of, with_lead
from baoguan.layout.places.pictures import Picture, captions_of, pictures_of
from baoguan.layout.places.strips import Strip, strips_of
from baoguan.layout.places.tables import tables_of
from baoguan.layout.places.threads import Ground, Thread, threads_of
from baoguan.layout.places.titles import Title, titles_of
from baoguan.layout.places.walls import Walls, frames_of
from baoguan.layout.seam import Seams, Vocabulary

_SPECK = 0.7
"""Share of the height of the text under which a mark is no text."""


def placed_page(scan: PageScan, vocabulary: Vocabulary, choices: Choices) -> DraftPage:
    """Return the parts of a page whose lines know their places."""
    sheet = sheet_of(scan)
    walls = Walls(sheet)
    frames = frames_of(walls, sheet)
    page = DraftPage()
    furniture = furniture_of(sheet, frames)
    specks = [mark for mark in sheet.marks if _is_speck(mark, sheet.size)]
    page.notes = [PageNote(mark.text, mark.number) for mark in dict.fromkeys([*furniture, *specks])]
    gone = {mark.number for mark in furniture}
    gone |= {mark.number for mark in specks}
    marks = [mark for mark in sheet.marks if mark.number not in gone]
    zones = _zones(marks, frames, sheet.size)
    titles, marks = titles_of(marks, sheet, walls, zones)
    body = sorted(marks, key=lambda mark: (round(mark.left / sheet.size), mark.top))
    pitch = pitch_of(body, sheet.size)
    pictures, marks = pictures_of(sheet, marks, pitch)
    tables, marks = tables_of(marks, sheet.size, zones)
    strips = [*tables, *strips_of(marks, walls, pitch, zones)]
    above = [*(title.box for title in titles), *(picture.whole for picture in pictures), *furniture]
    pictures += captions_of(sheet, strips, above, pitch)
    strips = [strip for strip in strips if strip.marks]
    if _indents(strips):
        strips = apart(strips)
    seams = Seams((mark.text for mark in marks), vocabulary)
    boxes = [picture.whole for picture in pictures]
    ground = Ground(strips, titles, boxes, walls, seams, sheet.size, pitch, _indents(strips))
    threads = sorted(threads_of(ground), key=_place)
    _file(page, threads, pictures, sheet.size)
    return page


def _file(page: DraftPage, threads: Sequence[Thread], pictures: Sequence[Picture], size: float) -> None:
    """Make articles of threads; what a frame holds together is one, or goes with the article around it."""
    boxed = {zone: run for zone, run in by_zone(threads).items() if is_inset(run) or is_display(run, size)}
    bodies: list[tuple[Draft, list[Thread]]] = []
    for thread in threads:
        run = boxed.get(zone_of(thread))
        if run is None:
            bodies.append((_draft(thread, page), [thread]))
        elif thread is run[0] and not is_inset(run):
            bodies.append((display(run), run))
    around = [each for each in bodies if each[0].genre == "article"]
    for run in boxed.values():
        if is_inset(run):
            draft = _draft_around([box for thread in run for box in _boxes(thread)], around)
            if draft is None:
                bodies.append((Draft(inset(run)), run))
            else:
                draft.parts += inset(run)
    page.articles = [draft for draft, _ in bodies]
    _hang(page, bodies, pictures)


def _is_speck(mark: Mark, size: float) -> bool:
    """Tell whether a line is dirt that was read as a letter or two."""
    return len(mark.text) < 3 and max(mark.width, mark.height) < _SPECK * size


def _zones(marks: Sequence[Mark], frames: Sequence[Box], size: float) -> dict[int, int]:
    """Return for each line in a frame which it is, counted from 1: the smallest around it."""
    return {
        mark.number: zone
        for mark in marks
        for zone in [next((at for at, box in enumerate(frames, 1) if box.holds(mark, 0.5 * size)), 0)]
        if zone
    }


def _indents(strips: Sequence[Strip]) -> bool:
    """Tell whether paragraphs of a page begin inside the column."""
    long = [strip for strip in strips if len(strip.marks) > 5]
    inside = sum(any(0.7 < strip.indent(mark) < 4 for mark in strip.marks) for strip in long)
    return 3 * inside > len(long)


def _place(thread: Thread) -> tuple[float, float]:
    box = thread.title.box if thread.title else thread.strips[0].box
    return (box.top, box.left)


def _draft(thread: Thread, page: DraftPage) -> Draft:
    title = _title_parts(thread.title) if thread.title else []
    genre = "notice" if is_notice(thread) else "article"
    draft = Draft([*title, *with_lead(parts_of(thread.strips))], genre=genre)
    for mark, role in thread.title.lines if thread.title else ():
        if role is Role.SECTION:
            draft.section, draft.section_confidence = mark.text, 0.9
            page.sections.append(SectionLabel(mark.text, mark.number))
    return draft


def _title_parts(title: Title) -> list[Part]:
    """Return the headings and bylines of a title block; lines of one size and role are one heading."""
    parts: list[Part] = []
    size = 0.0
    for mark, role in title.lines:
        alike = role is Role.HEADLINE or 0.9 < mark.size / max(size, 0.1) < 1.1
        if parts and parts[-1].role is role and alike:
            parts[-1].lines.append(mark.number)
        elif role is not Role.SECTION:
            parts.append(Part(role, [mark.number]))
        size = mark.size
    return parts


def _hang(page: DraftPage, bodies: Sequence[tuple[Draft, list[Thread]]], pictures: Sequence[Picture]) -> None:
    """Give every picture to the article it stands in."""
    for picture in pictures:
        part = Part(
            Role.CAPTION,
            [mark.number for mark in (*picture.caption, *picture.credit)],
            region=picture.region,
            credit=[mark.number for mark in picture.credit],
            figure=True,
        )
        draft = _draft_around([picture.whole], bodies)
        (page.figures if draft is None else draft.parts).append(part)


def _draft_around(boxes: Sequence[Box], bodies: Sequence[tuple[Draft, list[Thread]]]) -> Draft | None:
    """Return the article that most stands next to boxes."""
    best: tuple[float, Draft | None] = (0.0, None)
    for draft, threads in bodies:
        share = sum(_touch(near, box) for thread in threads for near in _boxes(thread) for box in boxes)
        if share > best[0]:
            best = (share, draft)
    return best[1]


def _touch(near: Box, box: Box) -> float:
    far = max(-near.beside(box), 0.0) + max(-near.abreast(box), 0.0)
    return (max(near.beside(box), 0.0) + max(near.abreast(box), 0.0)) / (1 + far / 10) ** 2


def _boxes(thread: Thread) -> list[Box]:
    return [*(strip.box for strip in thread.strips), *([thread.title.box] if thread.title else [])]
