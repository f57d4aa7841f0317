from baoguan.app.selection import Selection
from baoguan.domain.ids import ArticleId, PageId
from baoguan.ui.models.selection import SelectionModel


def _at(article: int) -> Selection:
    return Selection(page=PageId(1), article=ArticleId(article))


def test_every_change_is_told_once_with_what_was_before(qtbot) -> None:
    model = SelectionModel()
    told = []
    model.changed.connect(lambda new, old: told.append((new, old)))
    model.select(_at(1))
    model.select(_at(1))
    assert told == [(_at(1), Selection())]


def test_back_and_forward_walk_the_history(qtbot) -> None:
    model = SelectionModel()
    model.select(_at(1))
    model.select(_at(2))
    model.back()
    assert model.current == _at(1)
    assert model.can_go_forward
    model.forward()
    assert model.current == _at(2)
    model.forward()
    assert model.current == _at(2)


def test_selecting_after_going_back_forgets_what_was_forward(qtbot) -> None:
    model = SelectionModel()
    model.select(_at(1))
    model.select(_at(2))
    model.back()
    model.select(_at(3))
    assert not model.can_go_forward
    model.back()
    assert model.current == _at(1)


def test_an_amended_selection_takes_the_place_of_the_current_one(qtbot) -> None:
    model = SelectionModel()
    model.select(_at(1))
    model.amend(_at(2))
    model.back()
    assert model.current == Selection()
    model.forward()
    assert model.current == _at(2)


def test_another_archive_forgets_the_history(qtbot) -> None:
    model = SelectionModel()
    model.select(_at(1))
    model.forget()
    assert model.current == Selection()
    assert not model.can_go_back
