import pytest
from PySide6.QtCore import QObject, Qt

from baoguan.app.saved_searches import RemoveSearch, SaveSearch
from baoguan.domain.query import Facet, Filed, Order, Question
from baoguan.ui.models.history import History
from baoguan.ui.models.offers import OfferKind
from baoguan.ui.models.question_offers import OffersModel
from baoguan.ui.models.room import Room
from baoguan.ui.models.saved import SavedModel


@pytest.fixture
def history() -> History:
    """Two recent queries."""
    history = History()
    history.add("证券化")
    history.add("知识产权")
    return history


@pytest.fixture
def saved(qtbot, room: Room) -> SavedModel:
    """One saved search."""
    model = SavedModel(room, room)
    room.changed.emit(room.archive.do(SaveSearch("化工", Question("渤化集团"))))
    qtbot.waitUntil(lambda: bool(model.searches))
    return model


@pytest.fixture
def offers(room: Room, history: History, saved: SavedModel, tested) -> OffersModel:
    """The model under test, watched by Qt's tester."""
    model = OffersModel(room, history, saved, QObject(room))
    tested(model)
    return model


def _rows(model: OffersModel) -> list[tuple[OfferKind, str]]:
    return [(offer.kind, offer.words) for offer in model.offers]


def test_an_empty_field_is_offered_all_that_was_kept(offers: OffersModel) -> None:
    offers.offer("")
    assert _rows(offers) == [
        (OfferKind.HEAD, "保存的检索"),
        (OfferKind.SAVED, "化工"),
        (OfferKind.HEAD, "最近的检索"),
        (OfferKind.RECENT, "知识产权"),
        (OfferKind.RECENT, "证券化"),
        (OfferKind.CLEAR, "清空最近的检索"),
    ]
    choosable = [bool(offers.index(row).flags() & Qt.ItemFlag.ItemIsSelectable) for row in range(6)]
    assert choosable == [False, True, False, True, True, True]


def test_a_begun_word_is_offered_the_archive_s_words_with_their_articles(qtbot, offers: OffersModel) -> None:
    with qtbot.waitSignal(offers.offered):
        offers.offer("知识")
    assert (OfferKind.RECENT, "知识产权") in _rows(offers)
    words = [offer for offer in offers.offers if offer.kind is OfferKind.WORD]
    assert words
    for offer in words:
        assert offer.text.startswith("知识")
        assert offer.count >= 1


def test_the_newest_text_is_offered_for(qtbot, offers: OffersModel) -> None:
    offers.offer("知")
    with qtbot.waitSignal(offers.offered):
        offers.offer("轨")
    qtbot.waitUntil(lambda: not offers._room.waiting)
    assert offers.offers
    assert all("轨" in offer.text for offer in offers.offers)


def test_nothing_is_offered_any_more_once_dropped(qtbot, offers: OffersModel) -> None:
    with qtbot.assertNotEmitted(offers.offered):
        offers.offer("知")
        offers.drop()
        qtbot.waitUntil(lambda: not offers._room.waiting)


def test_saved_searches_are_found_by_name_and_by_text(qtbot, offers: OffersModel) -> None:
    for text in ("化工", "渤化"):
        with qtbot.waitSignal(offers.offered):
            offers.offer(text)
        assert _rows(offers)[0] == (OfferKind.SAVED, "化工")


def test_a_question_is_saved_in_whatever_order_its_hits_stand(qtbot, room: Room, saved: SavedModel) -> None:
    assert saved.of(Question(" 渤化集团", order=Order.NEWEST)) == saved.searches[0]
    assert saved.of(Question("渤化集团", (Filed(Facet.YEAR, "2022"),))) is None
    with qtbot.waitSignal(saved.renewed):
        room.changed.emit(room.archive.do(RemoveSearch(saved.searches[0].id)))
    assert saved.of(Question("渤化集团")) is None
