"""Which articles hold a string, found by looking into every one of them."""

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from shelves import rows


def holders(archive: Path, strings: Sequence[str]) -> tuple["array[int]", ...]:
    """Return for each string the numbers of the articles that hold it, ascending."""
    found = tuple(array("I") for _ in strings)
    pairs = tuple(zip(strings, found, strict=True))
    for row in rows(archive):
        text = row.text
        for string, numbers in pairs:
            if string in text:
                numbers.append(row.id)
    return found


@dataclass(frozen=True, slots=True)
class Score:
    """How an engine's answers compare with the truth, each the mean over the strings asked for.

    ``precision`` is over the strings for which it found anything; ``complete`` is the share of strings
    whose answer was exactly the truth.
    """

    strings: int
    recall: float
    precision: float
    complete: float


def score(answers: Iterable[tuple[Collection[int], Collection[int]]]) -> Score:
    """Score pairs of what was found and what is true; what is true is never nothing."""
    recalls: list[float] = []
    precisions: list[float] = []
    complete = 0
    for found, true in answers:
        found, true = frozenset(found), frozenset(true)
        both = len(found & true)
        recalls.append(both / len(true))
        if found:
            precisions.append(both / len(found))
        complete += found == true
    return Score(len(recalls), _mean(recalls), _mean(precisions), complete / len(recalls))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
