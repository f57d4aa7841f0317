"""The bundled typefaces load under their own names and hold every character a newspaper prints."""

from pathlib import Path
from unicodedata import category

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from baoguan.app.theme import SANS, SERIF
from baoguan.paths import resource

FACES = sorted(resource("fonts").glob("*.otf"))
MEGABYTE = 1_000_000


def characters(encoding: str) -> set[str]:
    """Return every ideograph and kana of a national character set of two-byte characters."""
    found = set()
    for lead in range(0xA1, 0xF8):
        for trail in range(0x40, 0xFF):
            try:
                found.add(bytes((lead, trail)).decode(encoding))
            except UnicodeDecodeError:
                continue
    return {one for one in found if category(one) == "Lo"}


@pytest.fixture
def families(qapp: QApplication) -> set[str]:
    loaded = [QFontDatabase.addApplicationFont(str(face)) for face in FACES]
    return {family for font in loaded for family in QFontDatabase.applicationFontFamilies(font)}


def test_two_families_of_two_weights(families: set[str]) -> None:
    assert families == {SANS, SERIF}
    assert [face.stem for face in FACES] == [
        "BaoguanSans-Bold",
        "BaoguanSans-Regular",
        "BaoguanSerif-Bold",
        "BaoguanSerif-Regular",
    ]
    for family in (SANS, SERIF):
        assert {"Regular", "Bold"} <= set(QFontDatabase.styles(family))


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_every_character_of_the_chinese_standards_has_a_glyph(face: Path, qapp: QApplication) -> None:
    font = QRawFont(str(face), 16)
    wanted = characters("gb2312") | characters("big5") | set("！？，。、；：《》（）𠮷“”‘’—…①ⅧⅣ㎡℃％１Ａ￥")
    assert len(wanted) > 15_000
    assert {c for c in wanted if not font.supportsCharacter(ord(c))} == set()


@pytest.mark.parametrize("family", [SANS, SERIF])
def test_chinese_punctuation_is_as_wide_as_a_character(families: set[str], family: str) -> None:
    font = QFont(family)
    font.setPixelSize(40)
    metrics = QFontMetricsF(font)
    widths = [metrics.horizontalAdvance(one) for one in [*"“”‘’，。、；：？！（）《》—…国"]]
    assert widths == pytest.approx([40] * len(widths), abs=0.1)
    assert metrics.horizontalAdvance("——") == pytest.approx(80, abs=0.1)


def test_the_faces_stay_small_and_carry_their_licence() -> None:
    sizes = [face.stat().st_size for face in FACES]
    assert max(sizes) <= 12 * MEGABYTE
    assert sum(sizes) <= 40 * MEGABYTE
    licence = resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Adobe" in licence
