"""Whether each upright character of a page stands in a line across it or in one that runs down."""

from collections import defaultdict
from collections.abc import Sequence

from baoguan.readers.pdf_glyphs import Glyph
from baoguan.readers.pdf_links import Follow, after

_TOLD = 2.0
"""What it counts that the PDF prints one character right after its neighbour; that they touch counts 1."""
_LETTER = 0.3
"""What letters and digits count for lines that run down: they hardly ever stand so."""
_NEXT = 0.7
"""Ems between characters of one text."""
_ALIKE = 1.25
"""How many times as large type may be in one text."""


def standing(glyphs: Sequence[Glyph], across: Follow, down: Follow) -> list[bool]:
    """Tell of each character whether its line runs down, from its neighbours ``across`` and ``down``.

    The order of the PDF decides where a text has one; else all the text that the character is part of.
    """
    told, leans = [0.0] * len(glyphs), [0.0] * len(glyphs)
    for follow, sign in ((across, -1.0), (down, 1.0)):
        for place, found in enumerate(follow):
            if found is not None:
                weight = _weight(glyphs, place, found[0], sign)
                for each in (place, found[0]):
                    told[each] += weight * _TOLD * after(glyphs[place], glyphs[found[0]])
                    leans[each] += weight * max(0.0, 1 - max(found[1], 0.0))
    texts = _texts(glyphs, across, down)
    sums: dict[int, float] = defaultdict(float)
    ordered: dict[int, float] = defaultdict(float)
    for place, text in enumerate(texts):
        sums[text] += told[place] + leans[place]
        ordered[text] += 1 if told[place] else -1
    near = _with_neighbours(told, across, down)
    return [
        (local if abs(local) >= 1.0 and ordered[text] > 0 else sums[text]) > 0.01
        for local, text in zip(near, texts, strict=True)
    ]


def _weight(glyphs: Sequence[Glyph], place: int, other: int, sign: float) -> float:
    letters = glyphs[place].text.isascii() or glyphs[other].text.isascii()
    return sign * (_LETTER if sign > 0 and letters else 1.0)


def _with_neighbours(votes: Sequence[float], across: Follow, down: Follow) -> list[float]:
    """Return votes with half of those of the characters that touch."""
    total = list(votes)
    for follow in (across, down):
        for place, found in enumerate(follow):
            if found is not None and found[1] < _NEXT:
                total[place] += votes[found[0]] / 2
                total[found[0]] += votes[place] / 2
    return total


def _texts(glyphs: Sequence[Glyph], across: Follow, down: Follow) -> list[int]:
    """Return for each character what names the text it is part of: type of one size, close together."""
    heads = list(range(len(glyphs)))

    def head(place: int) -> int:
        while heads[place] != place:
            heads[place] = heads[heads[place]]
            place = heads[place]
        return place

    for follow in (across, down):
        for place, found in enumerate(follow):
            if found is not None and found[1] < _NEXT:
                small, large = sorted((glyphs[place].size, glyphs[found[0]].size))
                if large <= _ALIKE * small:
                    heads[head(place)] = head(found[0])
    return [head(place) for place in range(len(glyphs))]
