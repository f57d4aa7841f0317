"""What searching reads of an article is what stands in the catalogue, character for character."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation, RemoveAnnotation
from baoguan.domain.ids import ArticleId

_NOTES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)


def test_parts_and_names_are_those_of_the_article(sample_archive: Archive) -> None:
    records = [
        sample_archive.article(ArticleId(number)) for number in sample_archive.catalogue.texts.all_ids()
    ]
    texts = sample_archive.catalogue.texts.texts(record.id for record in records)
    for record, text in zip(records, texts, strict=True):
        article = record.article
        assert text.text == article.text
        assert text.passages == article.passages()
        assert text.bylines == tuple(name for byline in article.bylines for name in byline.names)
        assert (text.section, text.page) == (article.section, record.page.number or str(record.page.sequence))
        assert (text.title, text.date) == (record.page.issue.title, record.page.issue.date)


@given(st.lists(st.tuples(_NOTES, st.lists(_NOTES, max_size=2)), max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
def test_any_note_and_tag_comes_back_in_the_order_of_writing(
    sample_archive: Archive, written: list[tuple[str, list[str]]]
) -> None:
    article = sample_archive.catalogue.texts.all_ids()[0]
    commands = [AddAnnotation(article, None, note, tuple(tags)) for note, tags in written]
    for command in commands:
        command.do(sample_archive)
    (text,) = sample_archive.catalogue.texts.texts([article])
    assert text.notes == tuple(note for note, _ in written)
    assert text.tags == tuple(tag for _, tags in written for tag in tags)
    for command in commands:
        RemoveAnnotation(command.id).do(sample_archive)
    (text,) = sample_archive.catalogue.texts.texts([article])
    assert (text.notes, text.tags) == ((), ())
