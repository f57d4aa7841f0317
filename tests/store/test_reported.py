"""What a query can ask of the numbers in the catalogue, from pages as they are printed."""

import pytest

from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_files
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question

_PAGE = """# 经济日报

## 要闻

### 工厂产值增长

本报记者 王小明

去年产值增长53.37%，占百分之三十，约三成的工人受益，不良率降至5‰。

### 合资项目签约

本报记者 李小红

项目引进外资1亿美元，中方投资2亿元，安置工人3000人。

### 法币贬值

本报记者 钱小安

民国三十六年三月，面粉每袋售法币三十五万元，银元二枚。

### 防汛物资到位

本报记者 赵小刚

投入资金1.5亿—3亿元，购置设备400件。
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("reported")
    (folder / "page.md").write_text(_PAGE, "utf-8")
    made = Archive.create(folder / "archive")
    ingest_files(made, [folder / "page.md"], Silent())
    return made


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("百分比:53.37", {"工厂产值增长"}),
        ("百分比:[29 TO 31]", {"工厂产值增长"}),
        ("百分比:<1", {"工厂产值增长"}),
        ("百分比:>60", set()),
        ("金额:1亿元", set()),
        ("金额:2亿元", {"合资项目签约", "防汛物资到位"}),
        ("金额:200000000元", {"合资项目签约", "防汛物资到位"}),
        ("金额:>2.5亿元", {"防汛物资到位"}),
        ("金额:35万元", {"法币贬值"}),
        ("金额:>三亿元", set()),
        ("数量:[300 TO 500]", {"防汛物资到位"}),
        ("数量:>=3000", {"合资项目签约"}),
    ],
)
def test_numbers_are_asked_for_as_they_are_printed(archive: Archive, query: str, headlines: set[str]) -> None:
    hits = archive.search(Question(query)).hits
    assert {hit.headline for hit in hits} == headlines
    for hit in hits:
        assert any(snippet.marks for snippet in hit.snippets), hit
