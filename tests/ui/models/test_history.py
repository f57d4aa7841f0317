from baoguan.app.preferences import Preferences
from baoguan.ui.models.history import History


def test_queries_are_kept_once_without_the_space_around_them() -> None:
    history = History()
    for query in ("甲", "乙", "  ", " 甲 "):
        history.add(query)
    assert history.queries == ("甲", "乙")
    history.forget("甲")
    assert history.queries == ("乙",)
    history.clear()
    assert history.queries == ()


def test_other_preferences_stay_as_they_are() -> None:
    history = History()
    history.memory.keep(Preferences(language="en", theme="dark"))
    history.add("甲")
    history.clear()
    assert history.memory.preferences == Preferences(language="en", theme="dark")
