from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.index.fold import fold_own, fold_text
from baoguan.index.script import flags_of_string, script_flags
from baoguan.index.tree import Flag

_LETTERS = "发發髮后後里裏裡知识識ab，㈱⽇日車车"


def _is_sure(flags: set[str], string: str) -> bool | None:
    """Return whether an article with these flags holds the string as typed, None if it is to be read."""
    told = flags_of_string(string)
    if not flags.isdisjoint(told.doubted):
        return None
    return flags.issuperset(told.needed) and flags.isdisjoint(told.denied)


@given(st.text(_LETTERS, min_size=1, max_size=12), st.text(_LETTERS, min_size=1, max_size=3))
@settings(max_examples=2000, deadline=None)
def test_flags_tell_the_script_of_any_text_that_holds_a_string(text: str, string: str) -> None:
    if fold_text(string) not in fold_text(text):
        return
    sure = _is_sure(set(script_flags(set(text))), string)
    if sure is not None:
        assert sure == (fold_own(string) in fold_own(text))


def test_text_that_folding_leaves_alone_has_no_flags() -> None:
    assert set(script_flags(set("发展，abc １２３"))) == set()


def test_one_form_is_told_by_a_flag_and_two_are_in_doubt() -> None:
    assert set(script_flags(set("發展"))) == {Flag.VARIANT, "+發", "~发"}
    assert "±发" in set(script_flags(set("發展与头发")))
    assert "±发" in set(script_flags(set("發展與頭髮")))


def test_most_strings_leave_no_doubt() -> None:
    assert flags_of_string("的，a").doubted == ()
    assert flags_of_string("展").needed == ()
