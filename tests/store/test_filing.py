from baoguan.app.archive import Archive
from baoguan.domain.article import Role
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind


def test_articles_come_back_as_they_were_filed(sample_archive: Archive) -> None:
    from baoguan.index import vocabulary
    from baoguan.ingest.package import read_again
    from baoguan.layout.page import lay_out

    (page,) = sample_archive.pages()
    layout = lay_out(read_again(sample_archive.catalogue, page.id), vocabulary)
    content = sample_archive.page(page.id)
    assert tuple(record.article for record in content.articles) == layout.articles
    assert content.notes == layout.page_notes
    assert {record.decision for record in content.decisions} == set(layout.decisions)


def test_offsets_of_statistics_stand_on_their_text(sample_archive: Archive) -> None:
    for one in sample_archive.statistics(StatisticFilter(kinds=frozenset(Kind))):
        text = sample_archive.article(one.article).article.text
        assert text[one.statistic.start : one.statistic.end] == one.statistic.raw
        assert one.statistic.raw in one.sentence


def test_statistics_are_sorted_and_windowed_in_the_catalogue(sample_archive: Archive) -> None:
    wanted = StatisticFilter(kinds=frozenset({Kind.MONEY}))
    values = [one.statistic.base_value or one.statistic.value for one in sample_archive.statistics(wanted)]
    falling = sample_archive.statistics(wanted, sort="value", descending=True)
    got = [one.statistic.base_value or one.statistic.value for one in falling]
    known = [value for value in got if value is not None]
    assert known == sorted((value for value in values if value is not None), reverse=True)
    assert 29_560_000_000 in known
    assert sample_archive.statistics(wanted, sort="value", descending=True, limit=2, offset=1) == falling[1:3]
    assert sample_archive.statistics_count(wanted) == len(values)


def test_text_filter_takes_every_character_literally(sample_archive: Archive) -> None:
    every = sample_archive.statistics_count()
    assert 0 < sample_archive.statistics_count(StatisticFilter(text="%")) < every
    assert sample_archive.statistics_count(StatisticFilter(text="_")) == 0


def test_issue_and_page_say_what_the_sidecar_says(sample_archive: Archive) -> None:
    (issue,) = sample_archive.issues()
    assert (issue.title, str(issue.date)) == ("天津日报", "2022-10-12")
    assert issue.inferred == {"title", "date"}
    assert (issue.pages, issue.articles) == (1, 7)


def test_figures_belong_to_their_articles(sample_archive: Archive) -> None:
    figures = sample_archive.figures()
    assert [figure.figure.caption for figure in figures] == [
        "建设中的轨道交通B1线。",
        "工作中的王伟(左)。",
        "工作人员检查过滤器运行情况。",
    ]
    for figure in figures:
        assert figure.article is not None
        record = sample_archive.article(figure.article)
        assert figure.figure in record.article.figures
        assert (Role.CAPTION, figure.figure.caption) in list(record.article.parts())
        assert sample_archive.figure(figure.id) == figure
