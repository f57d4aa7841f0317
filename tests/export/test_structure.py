"""The JSON of a page says the same as its layout, and is JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from baoguan.export.structure import structure
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.paths import seeds
from baoguan.readers.markdown import read_markdown
from baoguan.readers.reading import open_source

Rows = Sequence[Mapping[str, object]]


@pytest.fixture
def sample() -> dict[str, object]:
    name = "000_093351186b2237d2.txt"
    made = structure(name, lay_out(open_source(seeds() / name).scan(0), vocabulary))
    return cast("dict[str, object]", json.loads(json.dumps(made, ensure_ascii=False)))


def test_the_sample_pages_sections_hold_its_articles(sample: dict[str, object]) -> None:
    assert sample["sections"] == [
        {"name": "区域热点", "source_line": 3, "articles": ["a1", "a2"]},
        {"name": "信息速递", "source_line": 5, "articles": ["a3", "a4", "a5"], "displaced": True},
        {"name": "双城故事", "source_line": 125, "articles": ["a6"]},
        {"name": "产业观察", "source_line": 157, "articles": ["a7"]},
    ]
    assert sample["page_notes"] == [{"text": "本版图片均由受访者提供", "source_line": 123}]
    assert sample["figures"] == []


def test_an_article_has_its_title_block_bylines_passages_and_figures(sample: dict[str, object]) -> None:
    articles = cast("Rows", sample["articles"])
    first, second = articles[0], articles[1]
    assert first["headline_block"] == ["建知识产权一流强区", "全国首单证券化项目落地滨海"]
    assert first["subheads"] == [
        "运营模式创新 破解融资瓶颈",
        "开通预审通道 专利保护提速",
        "加速协同保护 区域合作加深",
    ]
    blocks = cast("Rows", first["blocks"])
    assert first["lead"] == blocks[0]["text"]
    assert first["paragraphs"] == [block["text"] for block in blocks if block["role"] != "subhead"]
    joined = next(block for block in blocks if block["source_lines"] == [23, 27])
    assert [join["rule"] for join in cast("Rows", joined["joined"])] == ["past-paragraph"]
    assert second["section"] == "区域热点"
    assert [
        (figure["id"], figure["caption"], figure["credit"]) for figure in cast("Rows", second["figures"])
    ] == [("f1", "建设中的轨道交通B1线。", "由受访者提供")]
    assert [byline["names"] for byline in cast("Rows", second["bylines"])] == [["袁诚"]]


def test_choices_are_listed_with_their_keys(sample: dict[str, object]) -> None:
    keys = [decision["key"] for decision in cast("Rows", sample["decisions"])]
    assert "join:23,27" in keys
    assert "section-displaced:5" in keys


def test_labels_of_one_name_keep_their_own_articles() -> None:
    page = "## 要闻\n\n## 甲地修好三座旧桥\n\n正文甲。\n\n## 要闻\n\n## 乙地开通两条新线\n\n正文乙。\n"
    made = structure("page.md", lay_out(read_markdown(page, "utf-8"), vocabulary))
    assert [label["articles"] for label in cast("Rows", made["sections"])] == [["a1"], ["a2"]]


def test_a_page_without_articles_is_json_too() -> None:
    made = structure("page.md", lay_out(read_markdown("![](1.jpg)\n", "utf-8"), vocabulary))
    assert made["articles"] == []
    assert [figure["id"] for figure in cast("Rows", made["figures"])] == ["f1"]
