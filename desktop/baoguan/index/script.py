"""In which script an article writes the characters that have variants.

Flags tell nearly every article apart without its text. An article flagged ``+發`` writes 發, one flagged
``~发`` writes 发 in a form that folding changes, and one flagged ``±发`` writes it in several forms, so
that only its text tells which stands where.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from baoguan.index.fold import changed_characters, fold_own, own_of, spellings
from baoguan.index.tree import Flag
from baoguan.index.variants import script_forms


@dataclass(frozen=True, slots=True)
class ScriptFlags:
    """The flags of an article that holds a string in its own script; with a ``doubted`` one, read it."""

    needed: tuple[str, ...]
    denied: tuple[str, ...]
    doubted: tuple[str, ...]


def script_flags(characters: set[str]) -> Iterator[str]:
    """Yield the flags of an article with these characters in print; none where folding changes no script."""
    forms = script_forms()
    changed = characters & changed_characters()
    for one in {one for character in changed for one in own_of(character) if one in forms}:
        yield from (Flag.VARIANT, f"+{one}", f"~{forms[one]}")
        if not characters.isdisjoint(_other_spellings(one)):
            yield f"±{forms[one]}"


def is_mixed(flags: Iterable[str]) -> bool:
    """Tell whether an article with these flags writes some character in several forms."""
    return any(flag[0] == "±" for flag in flags)


@cache
def _other_spellings(one: str) -> frozenset[str]:
    """Return every character that folds as this one does and is another in its own script."""
    others = _written_alike()[script_forms()[one]] - {one}
    return frozenset().union(*map(spellings, others))


@cache
def _written_alike() -> dict[str, frozenset[str]]:
    """Return every form of each character that has variants, the folded one included."""
    found: dict[str, set[str]] = {}
    for one, folded in script_forms().items():
        found.setdefault(folded, {folded}).add(one)
    return {folded: frozenset(written) for folded, written in found.items()}


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
