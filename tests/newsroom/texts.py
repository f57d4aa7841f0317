"""Fills the room of an article with paragraphs, subheads and the lines that send the reader on and back."""

from newsroom.plots import Article, slots
from newsroom.setting import Compositor
from newsroom.truth import Face, Jump, Role

_INDENT = 2
_Room = list[tuple[int, float]]


def set_text(article: Article) -> None:
    """Write and set paragraphs until no more fit; the last ends within a line or two of the end of the
    room.
    """
    room = slots(article)
    article.taken = 0
    reserved = room.pop() if article.style.onward and len(room) > 6 else None
    if article.style.back and room:
        _jump(article, room.pop(0), "back")
    opening = _opening(article)
    texts: list[str] = []
    while len(room) - article.taken > 1:
        if _wants_subhead(article, room, texts):
            _set_subhead(article, room, texts)
        text = _fitting(
            article, len(room) - article.taken, opening, first=not texts and not article.style.back
        )
        if not text:
            break
        _set_paragraph(article, text, Role.LEAD if article.style.lead and not texts else Role.BODY, room)
        texts.append(text)
        opening = ""
    article.story["paragraphs"] = tuple(texts)
    if reserved:
        _jump(article, reserved, "onward")


def _opening(article: Article) -> str:
    if not article.style.inline:
        return ""
    opening, names = article.prose.naming("inline")
    article.story |= {"authors": names, "bylines": (opening,)}
    return opening


def _lines_needed(article: Article, text: str, face: Face) -> int:
    compositor = _compositor(article, text, face)
    count, indent = 0, _INDENT * article.grid.size
    while not compositor.done:
        compositor.line(article.grid.width, indent)
        count, indent = count + 1, 0.0
    return count


def _fitting(article: Article, lines: int, opening: str, *, first: bool) -> str:
    room = int(lines * article.grid.width / article.grid.size / article.prose.em) - _INDENT - len(opening)
    for _ in range(12):
        body = article.prose.write("lead") if first and room > 40 else article.prose.paragraph(room)
        if body and _lines_needed(article, opening + body, article.faces.body) <= lines:
            return opening + body
        room = int(room * 0.85)
    return ""


def _compositor(article: Article, text: str, face: Face) -> Compositor:
    return Compositor(text, face, article.grid.size, vertical=article.sheet.vertical)


def _set_paragraph(article: Article, text: str, role: Role, room: _Room) -> None:
    grid = article.grid
    face = article.faces.lead if role is Role.LEAD else article.faces.body
    if _lines_needed(article, text, face) > len(room) - article.taken:
        face = article.faces.body
    compositor = _compositor(article, text, face)
    indent = _INDENT * grid.size
    while not compositor.done:
        column, v = room[article.taken]
        set_line = compositor.line(grid.width, indent)
        article.sheet.put(set_line, grid.lefts[column], v, article.how(role, grid.size, face))
        indent, article.taken = 0.0, article.taken + 1
    article.paragraph += 1


def _wants_subhead(article: Article, room: _Room, texts: list[str]) -> bool:
    enough = len(texts) > 1 and len(room) - article.taken > 14
    return enough and article.chance.random() < article.style.subheads


def _set_subhead(article: Article, room: _Room, texts: list[str]) -> None:
    grid, strong = article.grid, article.faces.strong
    text = article.prose.fitting("subhead", int(grid.width / grid.size) - 1)
    compositor = _compositor(article, text, strong)
    set_line = compositor.line(grid.width)
    if not compositor.done:
        return
    column, v = room[article.taken]
    u = grid.lefts[column] + (grid.width - set_line.length) / 2
    article.sheet.put(set_line, u, v, article.how(Role.SUBHEAD, grid.size, strong))
    texts.append(text)
    article.paragraph += 1
    article.taken += 1


def _jump(article: Article, place: tuple[int, float], way: str) -> None:
    grid = article.grid
    page = article.style.onward if way == "onward" else article.style.back
    set_line = _compositor(article, article.prose.jump(way, page), Face.SANS).line(grid.width)
    u = grid.right(place[0]) - set_line.length if way == "onward" else grid.lefts[place[0]]
    article.sheet.put(set_line, u, place[1], article.how(Role.JUMP, grid.size, Face.SANS))
    article.sheet.jumps.append(Jump(article.name, page, way == "onward", len(article.sheet.lines) - 1))
    article.paragraph += 1
