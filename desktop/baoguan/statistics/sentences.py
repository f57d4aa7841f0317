"""Sentences and clauses of a text."""

import re

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*|\n|$)")
_CLAUSE = re.compile(r"[,;、:。！？!?\n“”()（）]")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return spans that cover the whole text without gaps; an empty text has one empty span."""
    spans = [match.span() for match in _SENTENCE.finditer(text) if match.group()]
    return spans or [(0, len(text))]


def clause_before(text: str, at: int, window: int) -> str:
    """Return what stands between the last punctuation mark and ``at``, at most ``window`` characters."""
    return _CLAUSE.split(text[max(0, at - window) : at])[-1]


def clause_after(text: str, at: int, window: int) -> str:
    """Return what stands between ``at`` and the next punctuation mark, at most ``window`` characters."""
    return _CLAUSE.split(text[at : at + window], maxsplit=1)[0]
