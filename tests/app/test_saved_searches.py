from baoguan.app.archive import Archive
from baoguan.app.saved_searches import RemoveSearch, SaveSearch
from baoguan.domain.query import Facet, Filed, Order, Question

_QUESTION = Question("知识产权 证券化", (Filed(Facet.SECTION, "区域热点"),), Order.NEWEST)


def test_a_question_is_kept_and_taken_away_undoably(sample_archive: Archive) -> None:
    save = SaveSearch("首单", _QUESTION)
    assert sample_archive.do(save).saved_searches
    (saved,) = sample_archive.saved_searches()
    assert (saved.name, saved.question) == ("首单", _QUESTION)
    remove = RemoveSearch(saved.id)
    assert sample_archive.do(remove).saved_searches
    assert sample_archive.saved_searches() == ()
    sample_archive.undo(remove)
    assert sample_archive.saved_searches() == (saved,)
    sample_archive.undo(save)
    assert sample_archive.saved_searches() == ()
    sample_archive.do(save)
    assert [one.name for one in sample_archive.saved_searches()] == ["首单"]


def test_saved_searches_outlive_the_archive_being_closed(sample_archive: Archive) -> None:
    sample_archive.do(SaveSearch("首单", _QUESTION))
    again = Archive.open(sample_archive.folder)
    assert [one.question for one in again.saved_searches()] == [_QUESTION]
    again.close()
