"""A page that knows where its print stands to its articles, figures and furniture."""

from collections.abc import Sequence

from baoguan.domain.article import PageNote, Role
from baoguan.domain.page import PageScan
from baoguan.layout.choices import Choices
from baoguan.layout.drafts import Draft, DraftPage, Part
from baoguan.layout.places.frame import Box, Mark, pitch_of, sheet_of
from baoguan.layout.places.furniture import furniture_of
from baoguan.layout.places.paragraphs import parts_of, with_lead
from baoguan.layout.places.pictures import Picture, pictures_of
from baoguan.layout.places.strips import Strip, strips_of
from baoguan.layout.places.threads import Ground, Thread, threads_of
from baoguan.layout.places.titles import Title, titles_of
from baoguan.layout.places.walls import Walls, frames_of
from baoguan.layout.seam import Seams, Vocabulary


def placed_page(scan: PageScan, vocabulary: Vocabulary, choices: Choices) -> DraftPage:
    """Return the parts of a page whose lines know their places."""
    sheet = sheet_of(scan)
    walls = Walls(sheet)
    frames = frames_of(walls, sheet)
    page = DraftPage()
    furniture = furniture_of(sheet, frames)
    page.notes = [PageNote(mark.text, mark.number) for mark in furniture]
    gone = {mark.number for mark in furniture}
    marks = [mark for mark in sheet.marks if mark.number not in gone]
    zones = _zones(marks, frames, sheet.size)
    titles, marks = titles_of(marks, sheet, walls, zones)
    body = sorted(marks, key=lambda mark: (round(mark.left / sheet.size), mark.top))
    pitch = pitch_of(body, sheet.size)
    pictures, marks = pictures_of(sheet, marks, pitch)
    strips = strips_of(marks, walls, pitch, zones)
    seams = Seams((mark.text for mark in marks), vocabulary)
    boxes = [picture.whole for picture in pictures]
    ground = Ground(strips, titles, boxes, walls, seams, sheet.size, pitch, _indents(strips))
    threads = sorted(threads_of(ground), key=_place)
    page.articles = [_draft(thread) for thread in threads]
    _hang(page, threads, pictures)
    return page


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


def _draft(thread: Thread) -> Draft:
    title = _title_parts(thread.title) if thread.title else []
    return Draft([*title, *with_lead(parts_of(thread.strips))])


def _title_parts(title: Title) -> list[Part]:
    parts: list[Part] = []
    for mark, role in title.lines:
        if parts and parts[-1].role is role:
            parts[-1].lines.append(mark.number)
        else:
            parts.append(Part(role, [mark.number]))
    return parts


def _hang(page: DraftPage, threads: Sequence[Thread], pictures: Sequence[Picture]) -> None:
    """Give every picture to the article it stands in."""
    for picture in pictures:
        part = Part(
            Role.CAPTION,
            [mark.number for mark in (*picture.caption, *picture.credit)],
            region=picture.region,
            credit=[mark.number for mark in picture.credit],
            figure=True,
        )
        at = _article_around(picture.whole, threads)
        if at is None:
            page.figures.append(part)
        else:
            page.articles[at].parts.append(part)


def _article_around(box: Box, threads: Sequence[Thread]) -> int | None:
    """Return the article that most stands next to a picture."""
    shares: dict[int, float] = {}
    for at, thread in enumerate(threads):
        for near in [*(strip.box for strip in thread.strips), *([thread.title.box] if thread.title else [])]:
            far = max(-near.beside(box), 0.0) + max(-near.abreast(box), 0.0)
            touch = max(near.beside(box), 0.0) + max(near.abreast(box), 0.0)
            shares[at] = shares.get(at, 0.0) + touch / (1 + far / 10) ** 2
    return max(shares, key=lambda at: shares[at]) if shares else None
