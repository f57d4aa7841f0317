"""Figures framed by hand, and lines given to the figure they are printed with."""

from baoguan.domain.article import PageNote, Role
from baoguan.domain.page import Region
from baoguan.domain.rearrangement import Reframed
from baoguan.layout.drafts import Draft, DraftPage, Part, Source

_SAME = 1.0
"""Pixels by which the corners of the same frame may differ."""


def reframe(page: DraftPage, act: Reframed, source: Source) -> None:
    """Draw a figure's frame anew, add a figure, or take one away: its lines stay."""
    if act.was is None:
        if act.region is not None:
            part = Part(Role.CAPTION, [], region=act.region, figure=True)
            home = _nearest(page, act.region, source)
            (home.parts if home else page.figures).append(part)
            if home:
                home.made = None
        return
    for parts, home in [*((draft.parts, draft) for draft in page.articles), (page.figures, None)]:
        for part in parts:
            if part.figure and part.region and _is_same(part.region, act.was):
                _frame(page, part, home, act.region, source)
                return


def _frame(page: DraftPage, part: Part, home: Draft | None, region: Region | None, source: Source) -> None:
    if home:
        home.made = None
    part.region = region
    if region is not None:
        return
    lines = [line for line in part.lines if line in source.texts]
    if home is None:
        page.figures.remove(part)
        page.notes += [PageNote(source.texts[line], line) for line in lines]
        return
    home.parts.remove(part)
    if lines:
        home.parts.append(Part(Role.NOTE, lines))


def _nearest(page: DraftPage, region: Region, source: Source) -> Draft | None:
    """Return the article with the line that stands nearest to a region."""
    best: tuple[float, Draft | None] = (float("inf"), None)
    for draft in page.articles:
        for line in draft.lines():
            if line in source.places:
                far = far_from(source.places[line].region, region)
                if far < best[0]:
                    best = (far, draft)
    return best[1]


def _is_same(one: Region, other: Region) -> bool:
    return all(
        abs(left - right) <= _SAME
        for left, right in (
            (one.left, other.left),
            (one.top, other.top),
            (one.right, other.right),
            (one.bottom, other.bottom),
        )
    )


def far_from(one: Region | None, other: Region | None) -> float:
    """Return how far two regions stand apart; much where one is unknown."""
    if one is None or other is None:
        return float("inf")
    across = max(one.left - other.right, other.left - one.right, 0.0)
    return across + max(one.top - other.bottom, other.top - one.bottom, 0.0)


def print_with_figure(home: Draft, lines: list[int], role: Role, source: Source) -> None:
    """Print lines with the figure of an article that stands nearest to them, or with a new one."""
    place = source.places[lines[0]].region if lines[0] in source.places else None
    figures = [part for part in home.parts if part.figure]
    figure = min(figures, key=lambda part: far_from(part.region, place), default=None)
    if figure is None:
        figure = Part(Role.CAPTION, [], figure=True)
        home.parts.append(figure)
    figure.lines += lines
    figure.made = None
    if role is Role.CREDIT:
        figure.credit += lines
