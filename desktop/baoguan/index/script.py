"""In which script an article writes the characters that have variants.

Flags tell nearly every article apart without its text. An article flagged ``+發`` writes 發, one flagged
``~发`` writes 发 in a form that folding changes, and one flagged ``±发`` writes it in several forms, so
that only its text tells which stands where.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from baoguan.index.fold import fold_own, has_variants, own_characters
from baoguan.index.variants import script_forms


@dataclass(frozen=True, slots=True)
class ScriptFlags:
    """The flags of an article that holds a string in its own script; with a ``doubted`` one, read it."""

    needed: tuple[str, ...]
    denied: tuple[str, ...]
    doubted: tuple[str, ...]


def script_flags(text: str) -> frozenset[str]:
    """Return the flags of an article's text; none where folding changes no script."""
    if not has_variants(text):
        return frozenset()
    forms = script_forms()
    written = own_characters(text)
    return frozenset(flag for one in written if one in forms for flag in _flags(one, forms[one], written))


@cache
def _written_alike() -> dict[str, frozenset[str]]:
    """Return every form of each character that has variants, the folded one included."""
    found: dict[str, set[str]] = {}
    for one, folded in script_forms().items():
        found.setdefault(folded, {folded}).add(one)
    return {folded: frozenset(written) for folded, written in found.items()}


def _flags(one: str, folded: str, written: frozenset[str]) -> Iterator[str]:
    yield from (f"+{one}", f"~{folded}")
    if not written.isdisjoint(_written_alike()[folded] - {one}):
        yield f"±{folded}"


def flags_of_string(text: str) -> ScriptFlags:
    """Return how flags tell an article holding a string as typed from one with a variant of it."""
    forms = script_forms()
    alike = _written_alike()
    typed = [(one, forms.get(one, one)) for one in dict.fromkeys(fold_own(text))]
    return ScriptFlags(
        tuple(f"+{one}" for one, folded in typed if one != folded),
        tuple(f"~{folded}" for one, folded in typed if one == folded and folded in alike),
        tuple(f"±{folded}" for _, folded in typed if folded in alike),
    )
