"""Writes newspaper prose out of phrase lists of our own, the same for the same seed."""

import random
import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

_SLOT = re.compile(r"\{(\w+)\}")
_NUMERALS = "〇一二三四五六七八九"
_DIGITS = "0123456789"
_WORDS = Path(__file__).parent / "words"


class Era(StrEnum):
    """Whose words are written: since 1990, of the 1950s to 1980s, of the 1930s and 1940s (traditional);
    English.
    """

    MODERN = "modern"
    COLLECTIVE = "collective"
    REPUBLIC = "republic"
    ENGLISH = "english"


@cache
def _phrases(era: Era) -> dict[str, tuple[str, ...]]:
    told = tomllib.loads((_WORDS / f"{era}.toml").read_text(encoding="utf-8"))
    words = {
        name: tuple(word.replace("_", " ") for word in text.split()) for name, text in told["words"].items()
    }
    return words | {name: tuple(text.strip().splitlines()) for name, text in told["lines"].items()}


@dataclass(slots=True)
class Prose:
    """A writer with a seed and an era; what it writes is never cut in the midst of a sentence."""

    chance: random.Random
    era: Era = Era.MODERN

    def write(self, kind: str) -> str:
        """Return one phrase of a kind, its slots filled."""
        return self.fill(self.chance.choice(self.phrases(kind)))

    def fill(self, pattern: str) -> str:
        """Return a pattern with its slots filled."""
        return _SLOT.sub(lambda slot: self._slot(slot[1]), pattern)

    def _slot(self, name: str) -> str:
        made = getattr(self, f"_{name}", None)
        return made() if made else self.write(name)

    def name(self) -> str:
        """Return a person's name."""
        if self.era is Era.ENGLISH:
            return f"{self.write('given')} {self.write('surname')}"
        return self.write("surname") + self.write("given")

    @property
    def em(self) -> float:
        """How wide a character is on average, in em."""
        return 0.52 if self.era is Era.ENGLISH else 1.0

    def naming(self, kind: str, most: int = 1000) -> tuple[str, tuple[str, ...]]:
        """Return a phrase that names people, of at most ``most`` characters where there is one, and the
        names.
        """
        pattern = self.chance.choice(
            [each for each in self.phrases(kind) if len(each) <= most] or self.phrases(kind)
        )
        names = tuple(self.name() for _ in range(pattern.count("{name}")))
        for name in names:
            pattern = pattern.replace("{name}", name, 1)
        return pattern, names

    def phrases(self, kind: str) -> tuple[str, ...]:
        """Return the patterns of a kind."""
        return _phrases(self.era)[kind]

    def jump(self, kind: str, page: str) -> str:
        """Return the line that sends the reader ``onward`` or ``back`` to a page."""
        return self.phrases(kind)[0].replace("{page}", page)

    def fitting(self, kind: str, most: int, least: int = 0) -> str:
        """Return a phrase of a kind of at most ``most`` characters, the shortest of many where none is."""
        written = [self.write(kind) for _ in range(40)]
        for phrase in written:
            if least <= len(phrase) <= most:
                return phrase
        short = [phrase for phrase in written if len(phrase) <= most]
        return max(short, key=len) if short else min(written, key=len)

    def paragraph(self, room: int) -> str:
        """Return sentences for a paragraph of at most ``room`` characters; empty where not one fits."""
        wanted = self.chance.randint(60, 200)
        text = ""
        for _ in range(30):
            sentence = self.write("sentence")
            if text and self.era is Era.ENGLISH:
                sentence = f" {sentence}"
            if len(text) + len(sentence) <= room:
                text += sentence
            if len(text) >= min(wanted, room - 15):
                break
        return text

    def _name(self) -> str:
        return self.name()

    def _person(self) -> str:
        return self.name()

    def _bureau2(self) -> str:
        return self.write("bureau")[1:]

    def _scene2(self) -> str:
        return self.write("scene")[:-1]

    def _unit(self) -> str:
        return self.chance.choice("市区县镇")

    def _number(self, low: int, high: int) -> str:
        return str(self.chance.randint(low, high))

    def _n1(self) -> str:
        return self._number(2, 9)

    def _n2(self) -> str:
        return self._number(10, 99)

    def _n3(self) -> str:
        return self._number(100, 999)

    def _n4(self) -> str:
        return self._number(1000, 9999)

    def _n(self) -> str:
        return self._number(3, 480)

    def _km(self) -> str:
        return f"{self.chance.uniform(2, 90):.1f}"

    def _pct(self) -> str:
        return f"{self.chance.uniform(1, 60):.1f}%"

    def _money(self) -> str:
        return f"{self._number(2, 960)}{self.chance.choice(('万元', '亿元', '余万元'))}"

    def _people(self) -> str:
        return f"{self._number(2, 90)}万人次"

    def _year(self) -> str:
        return self._number(2023, 2035)

    def _date(self) -> str:
        return f"{self._number(1, 12)}月{self._number(1, 28)}日"

    def _date2(self) -> str:
        return f"明年{self._number(1, 12)}月底"

    def _score(self) -> str:
        return f"{self._number(2, 3)}比{self._number(0, 1)}"

    def _code(self) -> str:
        return "".join(self.chance.choices(_DIGITS, k=12))

    def _phone(self) -> str:
        if self.era is Era.REPUBLIC:
            return "".join(self.chance.choices(_NUMERALS[1:], k=5))
        return "8" + "".join(self.chance.choices(_DIGITS, k=7))

    def _pct2(self) -> str:
        return f"{self.chance.uniform(100, 130):.1f}%"

    def _unit2(self) -> str:
        return self.chance.choice(("公社", "大队", "生产队", "厂", "矿"))

    def _foreign2(self) -> str:
        return self.chance.choice(("工会", "农业", "妇女", "青年", "文化"))

    def _month(self) -> str:
        return chinese(self.chance.randint(1, 12))

    def _age(self) -> str:
        return chinese(self.chance.randint(14, 79))

    def _tens(self) -> str:
        return chinese(self.chance.randint(11, 99))

    def _hundreds(self) -> str:
        return chinese(100 * self.chance.randint(1, 9))

    def _many(self) -> str:
        return chinese(1000 * self.chance.randint(2, 9)) + "餘"

    def _dollars(self) -> str:
        return chinese(self.chance.randint(12, 990))


def chinese(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese numerals (二百零五)."""
    text, zero = "", False
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if zero and text else "") + _NUMERALS[digit] + unit
        zero = not digit
    return text.removeprefix("一") if text.startswith("一十") else text
