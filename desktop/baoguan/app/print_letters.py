"""Which printed character each code point of an article's text is."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from baoguan.domain.article import Article, Passage
from baoguan.domain.page import BLANK, Region, TextLine

Letter = tuple[int, TextLine, int]
"""A code point of an article's text, its line, and its place in that."""

_LEFT_OUT = frozenset(BLANK + "-\u00ad\u2010¬=⸗")
"""What a layout may leave out where it joins lines: white space, and the hyphen of a word divided."""


def traced(lines: Mapping[int, TextLine], article: Article, start: int, end: int) -> Iterator[Letter]:
    """Yield the code points of an article from ``start`` to ``end`` that some lines print, in order."""
    for passage, numbers in _printed(article):
        if passage.start < end and passage.end > start:
            letters = [
                (lines[number], at)
                for number in numbers
                if number in lines
                for at in range(len(lines[number].text))
            ]
            text = article.text[passage.start : passage.end]
            for place, letter in _matched(text, letters):
                if start <= passage.start + place < end:
                    line, at = letters[letter]
                    yield passage.start + place, line, at


def box_of(line: TextLine, first: int, last: int) -> Region:
    """Return where the characters ``first`` to ``last`` of a line stand; spread evenly where nobody says."""
    region, count = line.region, max(1, len(line.text))
    if len(line.cuts) == len(line.text) + 1:
        start, end = sorted((line.cuts[first], line.cuts[last]))
    elif line.vertical:
        start, end = (region.top + region.height * at / count for at in (first, last))
    else:
        start, end = (region.left + region.width * at / count for at in (first, last))
    if line.vertical:
        return Region(region.left, start, region.width, end - start)
    return Region(start, region.top, end - start, region.height)


def _printed(article: Article) -> Iterator[tuple[Passage, tuple[int, ...]]]:
    """Yield each part of an article's text with its source lines; a section's name is not among its lines."""
    numbers: list[tuple[int, ...]] = [()] if article.section else []
    numbers += [heading.source_lines for heading in article.headings]
    inside = {line for paragraph in article.paragraphs for line in paragraph.source_lines}
    numbers += [byline.source_lines for byline in article.bylines if byline.source_line not in inside]
    numbers += [paragraph.source_lines for paragraph in article.paragraphs]
    for figure in article.figures:
        numbers += [figure.source_lines for text in (figure.caption, figure.credit) if text]
    return zip(article.passages(), numbers, strict=True)


def _matched(text: str, letters: Sequence[tuple[TextLine, int]]) -> list[tuple[int, int]]:
    """Return which place in a text is which letter: all of it where it stands there as it is."""
    printed = "".join(line.text[at] for line, at in letters)
    found = printed.find(text)
    if found >= 0:
        return [(place, found + place) for place in range(len(text))]
    return _joined(text, printed) or _alike(text, printed)


def _joined(text: str, printed: str) -> list[tuple[int, int]]:
    """Return the same of a text whose lines were joined with white space, or without it or a hyphen."""
    pairs = []
    place = letter = 0
    while place < len(text) and letter < len(printed):
        if text[place] == printed[letter]:
            pairs.append((place, letter))
            place, letter = place + 1, letter + 1
        elif printed[letter] in _LEFT_OUT:
            letter += 1
        elif text[place] in _LEFT_OUT:
            place += 1
        else:
            return []
    return pairs if place == len(text) else []


def _alike(text: str, printed: str) -> list[tuple[int, int]]:
    """Return the same of a text of which something else stands there."""
    blocks = SequenceMatcher(None, text, printed, autojunk=False).get_matching_blocks()
    return [(block.a + at, block.b + at) for block in blocks for at in range(block.size)]
