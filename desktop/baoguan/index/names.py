"""The words that people add to an archive's dictionary: names of persons, places and works.

A line is ``word [frequency] [tag]``, as in jieba's user dictionaries. Names change how hits rank and
what is suggested, never what is found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baoguan.domain.language import Bilingual
from baoguan.index.fold import fold_text

_LINE = re.compile(r"(?P<word>\S.*?)(?:\s+(?P<frequency>[0-9]+))?(?:\s+[A-Za-z]+)?\s*")
_HAN = re.compile("[一-鿕]{2,}")
_MARK = re.compile(r"[^\w·・‧•\-]")
_LONGEST = 32
_LONGEST_LINE = 200
_MOST_FREQUENT = 1_000_000_000


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A word, folded, and how often it is met; 0: so often that it is cut as one word."""

    word: str
    frequency: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """The words of a user dictionary, each once, in order, and a sentence about each line left out."""

    words: tuple[Name, ...] = ()
    mistakes: tuple[Bilingual, ...] = ()


def read_names(content: bytes) -> Names:
    """Read a user dictionary in UTF-8; a line that cannot be used is reported with its number.

    Of a name with a dot (卡尔·马克思) each part is a word; a word given twice counts as given last.
    """
    words: dict[str, int] = {}
    mistakes: list[Bilingual] = []
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        try:
            words.update((name.word, name.frequency) for name in _names(line.decode("utf-8")))
        except UnicodeDecodeError:
            mistakes.append(_about(number, Bilingual("不是 UTF-8 编码", "is not UTF-8")))
        except _Unusable as unusable:
            mistakes.append(_about(number, unusable.why))
    return Names(tuple(sorted(Name(*item) for item in words.items())), tuple(mistakes))


class _Unusable(Exception):
    """A line no word can be read from."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.why = Bilingual(zh, en)


def _names(line: str) -> Iterator[Name]:
    if len(line) > _LONGEST_LINE or (match := _LINE.fullmatch(line.strip())) is None:
        if not line.strip():
            return
        raise _Unusable(f"长于 {_LONGEST_LINE} 字", f"has more than {_LONGEST_LINE} characters")
    word = match["word"]
    if _MARK.search(word):
        raise _Unusable("每行只写一个词：词 词频 词性", "must be one word: word, frequency, tag")
    runs = _HAN.findall(fold_text(word))
    if not runs:
        raise _Unusable("词里要有两个相连的汉字", "needs two Chinese characters in a row")
    if len(word) > _LONGEST:
        raise _Unusable(f"词长不能超过 {_LONGEST} 字", f"has a word of more than {_LONGEST} characters")
    digits = match["frequency"]
    if digits and not 0 < int(digits[:12]) <= _MOST_FREQUENT:
        raise _Unusable("词频要在 1 到 10 亿之间", "needs a frequency between 1 and a thousand million")
    yield from (Name(run, int(digits or 0)) for run in runs)


def _about(number: int, why: Bilingual) -> Bilingual:
    return Bilingual(
        f"词典第 {number} 行{why.zh}，未采用。", f"Line {number} of the dictionary {why.en}; it is left out."
    )
