"""Pairs of two common characters: what narrows a search where single characters do not.

A rare character is in few articles, so it is selective by itself. Indexing all neighbours instead
would make an index twenty times as large as the text.
"""

import re
import zlib
from collections import Counter
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path

from baoguan.index.fold import fold_text

GAP = "\x1e"
"""Stands in ``runs`` where characters that are not common stood; folded text never holds it."""

_MOST = 490
# jieba's dictionary has no numerals to count; newspapers are full of them.
_DIGITS = "0123456789"


@cache
def common_characters() -> str:
    """Return 500 folded characters, most frequent in jieba's dictionary first, the digits last.

    The same for one dictionary; kept in the user's cache, so that jieba need not be asked again.
    """
    dictionary = _dictionary().read_bytes()
    kept = user_cache_path("baoguan") / f"common-{zlib.crc32(dictionary):08x}-{_MOST}.txt"
    with suppress(OSError, UnicodeDecodeError):
        found = kept.read_text("utf-8")
        if len(found) == len(set(found)) == _MOST + len(_DIGITS) and found.endswith(_DIGITS):
            return found
    found = _counted(dictionary.decode("utf-8")) + _DIGITS
    with suppress(OSError):
        _keep(kept, found)
    return found


def runs(folded: str) -> str:
    """Return text with each run of characters that are not common made one ``GAP``."""
    return _rare().sub(GAP, folded)


def pairs(folded: str) -> list[str]:
    """Return the pairs of common characters in text, in order, as often as they stand there."""
    return _pair().findall(folded)


def is_pair(text: str) -> bool:
    """Tell whether a text is two common characters."""
    return len(text) == 2 and _common().issuperset(text)


def choice() -> str:
    """Return a short name of this choice of common characters: another choice needs another index."""
    return f"{zlib.crc32(common_characters().encode()):08x}"


@cache
def _common() -> frozenset[str]:
    return frozenset(common_characters())


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[^{common_characters()}]+")


@cache
def _pair() -> re.Pattern[str]:
    one = f"[{common_characters()}]"
    return re.compile(f"(?=({one}{one}))")


def _dictionary() -> Path:
    """Return where jieba's dictionary is, without the second that importing jieba takes."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    return Path(spec.origin).with_name("dict.txt")


def _counted(dictionary: str) -> str:
    counts: Counter[str] = Counter()
    for line in dictionary.splitlines():
        word, frequency, *_ = line.split(" ")
        for character in word:
            counts[character] += int(frequency)
    folded: Counter[str] = Counter()
    for character, count in counts.items():
        form = fold_text(character)
        if "一" <= form <= "鿿":
            folded[form] += count
    ranked = sorted(folded, key=lambda one: (-folded[one], one))
    return "".join(ranked[:_MOST])


def _keep(path: Path, text: str) -> None:
    """Write a file in one step, so that nobody reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".tmp", delete=False) as part:
        part.write(text)
    try:
        Path(part.name).replace(path)
    except OSError:
        Path(part.name).unlink(missing_ok=True)
        raise
