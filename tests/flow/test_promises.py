"""What the README promises of an archive, from outside."""

import hashlib
import json
from pathlib import Path

from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation, ChangeDecision
from baoguan.domain.article import Span
from baoguan.domain.query import Question


def test_nothing_a_reader_does_alters_an_original(sample_archive: Archive, seed: Path) -> None:
    (source,) = sample_archive.catalogue.pages.sources()
    (page,) = sample_archive.pages()
    content = sample_archive.page(page.id)
    sample_archive.do(AddAnnotation(content.articles[0].id, Span(0, 4), note="批", tags=("甲",)))
    for decision in content.decisions[:3]:
        sample_archive.do(ChangeDecision(page.id, decision.id, rejected=True))
    kept = sample_archive.catalogue.originals.find(source)
    assert kept.read_bytes() == seed.read_bytes()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == source


def test_every_character_of_the_source_is_somewhere(sample_archive: Archive, seed: Path) -> None:
    (page,) = sample_archive.pages()
    content = sample_archive.page(page.id)
    kept = "".join(record.article.text for record in content.articles)
    kept += "".join(note.text for note in content.notes)
    source = seed.read_text(encoding="utf-8")
    for character in set(source) - set("# \n"):
        # Section labels and the picture credit stand with each article or figure they belong to.
        assert kept.count(character) >= source.count(character), character


def test_snippets_quote_the_article(sample_archive: Archive) -> None:
    for query in ("知識產權", "B1线", "增长", "（以下简称", "轨道 膜"):
        for hit in sample_archive.search(Question(query)).hits:
            text = sample_archive.article(hit.article).article.text
            for snippet in hit.snippets:
                assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text


def test_two_readings_of_a_page_are_the_same(seed: Path) -> None:
    from baoguan.export.structure import structure
    from baoguan.index import vocabulary
    from baoguan.layout.page import lay_out
    from baoguan.readers.reading import open_source

    first, second = (
        json.dumps(structure(seed.name, lay_out(open_source(seed).scan(0), vocabulary)), ensure_ascii=False)
        for _ in range(2)
    )
    assert first == second
