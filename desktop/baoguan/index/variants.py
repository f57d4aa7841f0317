"""Which characters are script variants of one another, derived from OpenCC's tables."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

_IDEOGRAPHS = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x33480))
_TO_SIMPLIFIED = ("t2s", "tw2s", "hk2s")
_TO_TRADITIONAL = ("s2tw", "s2hk")
# PDF fonts map these glyphs to radicals, for which Unicode has no compatibility mapping
# (Unicode Character Database, EquivalentUnifiedIdeograph.txt).
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "民虎西见角贝车长长长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)
# OpenCC writes these for the second character within phrases only (了解, 瞭解), so no table of single
# characters has them. Left out are the pairs that are two words in simplified text too (坐 and 座).
_IN_PHRASES = dict(zip("瞭揹伕甦澂濬甯鏚彷藉拏鎗燄斲薰", "了背夫苏澄浚宁戚仿借拿枪焰斫熏", strict=True))


def _tables() -> dict[str, dict[str, str]]:
    """Return, for each OpenCC configuration, the single characters it changes and what into."""
    from opencc import OpenCC  # a quarter of a second of CPU: only when the first text is folded

    characters = [
        chr(code)
        for first, end in _IDEOGRAPHS
        for code in range(first, end)
        # What decomposes is folded to another character before a script form is looked up.
        if unicodedata.category(chr(code)) == "Lo" and not unicodedata.decomposition(chr(code))
    ]
    # A line feed between characters keeps OpenCC's phrase tables out of it.
    joined = "\n".join(characters)
    tables: dict[str, dict[str, str]] = {}
    for name in (*_TO_SIMPLIFIED, *_TO_TRADITIONAL):
        forms = zip(characters, OpenCC(name).convert(joined).split("\n"), strict=True)
        tables[name] = {character: form for character, form in forms if character != form and len(form) == 1}
    return tables


def _classes(tables: Iterable[dict[str, str]]) -> Iterable[list[str]]:
    """Return the sets of characters that any table converts into each other."""
    parent: dict[str, str] = {}

    def root(character: str) -> str:
        while (above := parent.get(character, character)) != character:
            character = above
        return character

    for table in tables:
        for character, form in table.items():
            parent[root(character)] = root(form)
    classes: dict[str, list[str]] = {}
    for character in {*parent, *parent.values()}:
        classes.setdefault(root(character), []).append(character)
    return classes.values()


@cache
def script_forms() -> dict[str, str]:
    """Return the one form that stands for each character with variants: the simplified, if there is one.

    Two characters that any OpenCC table converts into each other have the same form. Characters
    that stand for themselves are left out.
    """
    tables = _tables()
    forms = dict(_RADICALS)
    simplifying = [*(tables[name] for name in _TO_SIMPLIFIED), _IN_PHRASES]
    for members in _classes([*tables.values(), _IN_PHRASES]):
        votes = Counter(table.get(member, member) for table in simplifying for member in members)
        best = min(members, key=lambda member: (-votes[member], member))
        forms.update((member, best) for member in members if member != best)
    return forms
