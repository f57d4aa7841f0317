"""Writes newspaper prose out of phrase lists of our own, the same for the same seed."""

import random
import re
from dataclasses import dataclass, field
from types import ModuleType

from newsroom.words import modern

_SLOT = re.compile(r"\{(\w+)\}")
_DIGITS = "0123456789"


@dataclass(slots=True)
class Prose:
    """A writer with a seed and an era; what it writes is never cut in the midst of a sentence."""

    chance: random.Random
    era: ModuleType = modern
    _lists: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        words = {name: tuple(text.split()) for name, text in self.era.SLOTS.items()}
        lines = {name: tuple(text.strip().splitlines()) for name, text in self.era.LISTS.items()}
        self._lists = words | lines

    def write(self, kind: str) -> str:
        """Return one phrase of a kind, its slots filled."""
        return self.fill(self.chance.choice(self._lists[kind]))

    def fill(self, pattern: str) -> str:
        """Return a pattern with its slots filled."""
        return _SLOT.sub(lambda slot: self._slot(slot[1]), pattern)

    def _slot(self, name: str) -> str:
        made = getattr(self, f"_{name}", None)
        return made() if made else self.write(name)

    def name(self) -> str:
        """Return a person's name."""
        return self.write("surname") + self.write("given")

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
        wanted = self.chance.randint(60, 220)
        text = ""
        for _ in range(30):
            sentence = self.write("sentence")
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
        return "8" + "".join(self.chance.choices(_DIGITS, k=7))
