from baoguan.app.theme import load_theme
from baoguan.domain.statistic import Kind
from baoguan.ui.models.kinds import MEMBERS, colour_of, group_of


def test_every_kind_belongs_to_exactly_one_group() -> None:
    assert sorted(kind for kinds in MEMBERS.values() for kind in kinds) == sorted(Kind)
    for kind in Kind:
        assert kind in MEMBERS[group_of(kind)]


def test_every_group_has_its_own_colour() -> None:
    theme = load_theme("dark")
    colours = {group_of(kind): colour_of(kind, theme) for kind in Kind}
    assert len(set(colours.values())) == len(MEMBERS)
