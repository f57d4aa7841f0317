"""Sentences in both of the program's languages."""

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Bilingual(NamedTuple):
    """One sentence, in Chinese and in English."""

    zh: str
    en: str

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.zh if language == "zh" else self.en
