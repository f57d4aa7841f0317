"""The words of an ALTO line: spaces, hyphens, divided words, glyphs, confidence."""

from collections.abc import Callable

from baoguan.domain.page import Region
from baoguan.readers.xml_lines import Word
from baoguan.readers.xml_tree import Element, below, children, local, number

_HYPHENS = "-\u00ad\u00ac\u2010\u2e17="
_SOFT = "\u00ad"
"""Ends a line whose last word goes on in the next without anything printed that says so."""
Place = Callable[[Element], Region | None]


class Words:
    """Reads the lines of one file, which either writes its spaces (SP) or never does."""

    def __init__(self, root: Element, place: Place) -> None:
        self._place = place
        self._writes_spaces = next(below(root, "SP"), None) is not None

    def of(self, line: Element) -> tuple[tuple[Word, ...], str]:
        """Return a line's words, and its text as the file has it where that is another (empty otherwise).

        The hyphen that divides the last word ends it, whatever sign the file has for it.
        """
        found: list[Word] = []
        spaced: bool | None = None
        divided, hyphen = False, ""
        for each in line:
            kind = local(each)
            if kind == "SP":
                spaced = True
            elif kind == "HYP":
                hyphen = each.get("CONTENT") or "-"
            elif kind == "String" and (text := " ".join(each.get("CONTENT", "").split())):
                divided = each.get("SUBS_TYPE") == "HypPart1"
                found.append(self._word(each, text, spaced))
                spaced = False if self._writes_spaces else None
        if not found or not (divided or hyphen) or _is_hyphened(found[-1].text):
            return tuple(found), ""
        return (*found, _mark(found[-1], hyphen)), _raw(found, hyphen)

    def _word(self, string: Element, text: str, spaced: bool | None) -> Word:
        region = self._place(string)
        glyphs = [self._place(glyph) for glyph in children(string, "Glyph")] if len(string) else []
        boxes = tuple(box for box in glyphs if box)
        return Word(text, region, boxes if len(boxes) == len(text) else (), _confidence(string), spaced)


def _is_hyphened(text: str) -> bool:
    return len(text) > 1 and text[-1] in _HYPHENS.replace("=", "")


def _mark(last: Word, hyphen: str) -> Word:
    """Return what a line's last word is divided with, as a word without a width after it."""
    place = last.region and Region(last.region.right, last.region.top, 0.0, last.region.height)
    sign = "-" if hyphen in _HYPHENS and hyphen else hyphen or _SOFT
    return Word(sign, place, (), last.confidence, False)


def _raw(words: list[Word], hyphen: str) -> str:
    """Return a line as the file has it where its hyphen is no common one, or is not printed."""
    if hyphen == "-":
        return ""
    gaps = ("" if word.spaced is False else " " for word in words[1:])
    return (
        words[0].text + "".join(gap + word.text for gap, word in zip(gaps, words[1:], strict=True)) + hyphen
    )


def _confidence(string: Element) -> float:
    """Return how sure a word is, 0 to 1: WC, else CC, whose digits are 0 for sure to 9 for unsure."""
    told = number(string.get("WC"))
    if told is not None:
        return min(max(told, 0.0), 1.0)
    digits = [int(digit) for digit in string.get("CC", "") if digit.isdigit()]
    return 1.0 - sum(digits) / (9 * len(digits)) if digits else 1.0
