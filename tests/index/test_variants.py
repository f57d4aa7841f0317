import pytest
from opencc import OpenCC

from baoguan.index.fold import fold_text
from baoguan.index.variants import script_forms

_HAN = [chr(code) for code in range(0x4E00, 0xA000)]


@pytest.mark.parametrize(
    "table", ["s2t", "t2s", "s2tw", "tw2s", "s2hk", "hk2s", "t2tw", "tw2t", "t2hk", "hk2t"]
)
def test_any_character_that_a_table_converts_folds_to_the_same(table: str) -> None:
    converted = OpenCC(table).convert("\n".join(_HAN)).split("\n")
    assert [a for a, b in zip(_HAN, converted, strict=True) if fold_text(a) != fold_text(b)] == []


def test_forms_stand_for_themselves() -> None:
    forms = script_forms()
    assert not set(forms) & set(forms.values())


def test_words_that_differ_in_simplified_text_stay_apart() -> None:
    for one, other in ("坐座", "象像", "具俱", "复覆", "借错", "里哩", "沉沈", "未末", "己已"):
        assert fold_text(one) != fold_text(other)


def test_the_form_is_the_simplified_character() -> None:
    assert [script_forms().get(character, character) for character in "國着拿背钟"] == list("国着拿背钟")
