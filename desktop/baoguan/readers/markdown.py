"""Markdown and plain text to a PageScan. It reads marks and guesses nothing: the layout does."""

import re
from collections.abc import Iterator

from baoguan.domain.page import BLANK, Block, BlockRole, PageScan

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t\u3000]+(?P<text>.*?)(?:[ \t]+#+)?)?[ \t\u3000]*", re.DOTALL)
_IMAGE = re.compile(
    r"\s*(?:!\[(?P<alt>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?|<img\b[^>]*>|<!--\s*(?:image|figure|picture)\s*-->)\s*",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")


def read_markdown(text: str, encoding: str) -> PageScan:
    """Return the blocks of a page's text; line numbers are 1-based over line feeds, CR LF read as one."""
    return PageScan(tuple(_blocks(source_lines(text))), encoding)


def source_lines(text: str) -> list[str]:
    """Return the lines that source line numbers count: cut at LF, CR LF and, where no LF is used, CR."""
    if "\n" not in text:
        return text.split("\r")
    return text.replace("\r\n", "\n").split("\n")


def is_blank(line: str) -> bool:
    """Tell whether a line has no text: empty, white space, or a ruled line (``---``)."""
    return not line.strip(BLANK) or _RULE.fullmatch(line) is not None


def _blocks(lines: list[str]) -> Iterator[Block]:
    gap = 0
    first: int | None = None
    for index, line in enumerate([*lines, ""]):
        plain = not is_blank(line) and _mark(line) is None
        if first is not None and not plain:
            yield _paragraph(lines, first, index, gap)
            first, gap = None, 0
        if plain:
            first = index if first is None else first
        elif is_blank(line):
            gap += 1
        else:
            yield _marked(line, index, gap)
            gap = 0


def _mark(line: str) -> re.Match[str] | None:
    return _HEADING.fullmatch(line) or _IMAGE.fullmatch(line)


def _marked(line: str, index: int, gap: int) -> Block:
    heading = _HEADING.fullmatch(line)
    if heading:
        text = heading["text"] or ""
        return Block(text, (index + 1,), BlockRole.HEADING, len(heading[1]), gap)
    image = _IMAGE.fullmatch(line)
    alternative = image["alt"] if image else None
    return Block(alternative or "", (index + 1,), BlockRole.IMAGE, 0, gap)


def _paragraph(lines: list[str], first: int, end: int, gap: int) -> Block:
    run = lines[first:end]
    starts, at = [], 0
    for line in run:
        starts.append(at)
        at += len(line)
    numbers = tuple(range(first + 1, end + 1))
    return Block("".join(run), numbers, BlockRole.TEXT, 0, gap, starts=tuple(starts) if len(run) > 1 else ())
