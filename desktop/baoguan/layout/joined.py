"""Printed lines to running text: Latin words get the space that a line's end stands for."""

import re
from collections.abc import Sequence

_CHINESE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Characters beside which a line's end stands for no space."""
_WIDE = re.compile(f"[{_CHINESE}]")
_LETTER = re.compile(rf"[^\W\d_{_CHINESE}]")
_WORDLIKE = re.compile(rf"{_LETTER.pattern}|[0-9]")
_DIVIDED = re.compile(r"[^\W\d_]([-\u00ad\u2010¬⸗])$")
_DIVIDES_ONLY = "\u00ad¬⸗"
_NEAR = 12
_CLOSES = ",.;:!?)]’”\"'»%"
_OPENS = "([‘“«„"


def joined(lines: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Return the text of printed lines, and where in it each line begins.

    Chinese lines are joined as they are, and so is a number in them that a line's end cuts. Between Latin
    words stands a space; a hyphen that divides a word at a line's end is left out where a small letter
    follows, one that only divides (¬) always.
    """
    text = ""
    starts = []
    for line in lines:
        text = _before(text, line)
        starts.append(len(text))
        text += line
    return text, tuple(starts)


def _before(text: str, line: str) -> str:
    """Return a text ready to be followed by a line."""
    if not text or not line:
        return text
    divided = _DIVIDED.search(text)
    if divided and (line[0].islower() or divided[1] in _DIVIDES_ONLY):
        return text[:-1]
    if _WIDE.search(text[-_NEAR:] + line[:_NEAR]):
        return text + " " if _LETTER.match(text[-1]) and _LETTER.match(line[0]) else text
    ends = _WORDLIKE.match(text[-1]) or (text[-1] in _CLOSES and text[-2:-1].isascii())
    begins = _WORDLIKE.match(line[0]) or (line[0] in _OPENS and line[1:2].isascii())
    return text + " " if ends and begins else text
