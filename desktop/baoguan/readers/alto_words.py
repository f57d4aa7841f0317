"""The words of an ALTO line: spaces, hyphens, divided words, glyphs, confidence."""

from collections.abc import Callable

from baoguan.domain.page import Region
from baoguan.readers.xml_lines import Word
from baoguan.readers.xml_tree import Element, below, children, local, number

_HYPHENS = "-\u00ad\u00ac\u2010\u2e17="
Place = Callable[[Element], Region | None]


class Words:
    """Reads the lines of one file, which either writes its spaces (SP) or never does."""

    def __init__(self, root: Element, place: Place) -> None:
        self._place = place
        self._writes_spaces = next(below(root, "SP"), None) is not None

    def of(self, line: Element) -> tuple[tuple[Word, ...], str | None]:
        """Return a line's words, and what divides the last one: None where it ends with the line."""
        found: list[Word] = []
        spaced: bool | None = None
        hyphen: str | None = None
        for each in line:
            kind = local(each)
            if kind == "SP":
                spaced = True
            elif kind == "HYP":
                hyphen = each.get("CONTENT") or "-"
                found = _without(found, hyphen)
            elif kind == "String" and (text := " ".join(each.get("CONTENT", "").split())):
                text, hyphen = _undivided(text, each)
                if text:
                    found.append(self._word(each, text, spaced))
                    spaced = False if self._writes_spaces else None
        return tuple(found), hyphen

    def _word(self, string: Element, text: str, spaced: bool | None) -> Word:
        region = self._place(string)
        glyphs = [self._place(glyph) for glyph in children(string, "Glyph")] if len(string) else []
        boxes = tuple(box for box in glyphs if box)
        return Word(text, region, boxes if len(boxes) == len(text) else (), _confidence(string), spaced)


def _without(words: list[Word], hyphen: str) -> list[Word]:
    """Return a line's words, the last without a hyphen that the line has a second time as its HYP."""
    if not words or not (len(words[-1].text) > 1 and words[-1].text.endswith(hyphen)):
        return words
    last = words[-1]
    return [*words[:-1], last._replace(text=last.text.removesuffix(hyphen), boxes=last.boxes[:-1])]


def _undivided(text: str, string: Element) -> tuple[str, str | None]:
    """Return a string's text without the hyphen that only divides it, and that hyphen (None without one).

    SUBS_CONTENT is the whole word: a hyphen that it has too is part of the word.
    """
    if string.get("SUBS_TYPE") != "HypPart1":
        return text, None
    whole = string.get("SUBS_CONTENT", "")
    if text[-1] not in _HYPHENS:
        return text, ""
    if whole.startswith(text) and len(whole) > len(text):
        return text, ""
    return text[:-1], text[-1]


def _confidence(string: Element) -> float:
    """Return how sure a word is, 0 to 1: WC, else CC, whose digits are 0 for sure to 9 for unsure."""
    told = number(string.get("WC"))
    if told is not None:
        return min(max(told, 0.0), 1.0)
    digits = [int(digit) for digit in string.get("CC", "") if digit.isdigit()]
    return 1.0 - sum(digits) / (9 * len(digits)) if digits else 1.0
