"""Threads of text to articles, with their figures, insets and genres."""

from collections.abc import Sequence

from baoguan.domain.article import Role, SectionLabel
from baoguan.layout.drafts import Draft, DraftPage, Part
from baoguan.layout.places.boxes import (
    by_zone,
    display,
    inset,
    is_display,
    is_inset,
    is_notice,
    loose_displays,
)
from baoguan.layout.places.frame import Box
from baoguan.layout.places.paragraphs import parts_of, with_lead
from baoguan.layout.places.pictures import Picture
from baoguan.layout.places.threads import Thread
from baoguan.layout.places.titles import Title

PAID = 1 << 20
"""Frames from this number on are what the source itself calls advertisements."""
Bodies = list[tuple[Draft, list[Thread]]]


def file(page: DraftPage, threads: Sequence[Thread], pictures: Sequence[Picture], size: float) -> None:
    """Make articles of threads; what a frame holds together is one, or goes with the article around it."""
    paid = loose_displays(threads, size)
    insets: list[list[Thread]] = []
    for zone, run in by_zone(threads).items():
        if zone >= PAID or is_display(run, size):
            paid.append(run)
        elif is_inset(run):
            insets.append(run)
    gone = {id(thread): run for run in [*paid, *insets] for thread in run}
    bodies: Bodies = []
    for thread in threads:
        held = gone.get(id(thread))
        if held is None:
            bodies.append((_draft(thread, page), [thread]))
        elif held in paid and thread is held[0]:
            bodies.append((display(held), held))
    _put_insets(bodies, insets)
    page.articles = [draft for draft, _ in bodies]
    _hang(page, bodies, pictures)


def _put_insets(bodies: Bodies, insets: Sequence[list[Thread]]) -> None:
    """Give every inset to the article around it; one that stands alone is an article."""
    around = [each for each in bodies if each[0].genre == "article"]
    for run in insets:
        draft = _draft_around([box for thread in run for box in _boxes(thread)], around)
        if draft is None:
            bodies.append((Draft(inset(run)), run))
        else:
            draft.parts += inset(run)


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


def _hang(page: DraftPage, bodies: Bodies, pictures: Sequence[Picture]) -> None:
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


def _draft_around(boxes: Sequence[Box], bodies: Bodies) -> Draft | None:
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
