import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


def test_filters_narrow_in_either_language(run: Run, archive_folder: Path) -> None:
    for facet in ("栏目", "section"):
        shown = json.loads(
            run("search", archive_folder, "天津", "--filter", f"{facet}=区域热点", "--json").stdout
        )
        assert {hit["section"] for hit in shown["hits"]} == {"区域热点"}
    both = run(
        "search", archive_folder, "天津", "--filter", "栏目=区域热点", "--filter", "栏目=信息速递", "--json"
    )
    assert json.loads(both.stdout)["total"] > shown["total"]
    none = run("search", archive_folder, "天津", "--filter", "年=1949", "--json")
    assert json.loads(none.stdout)["total"] == 0


@pytest.mark.parametrize("wrong", ["颜色=红", "栏目", "栏目="])
def test_an_unknown_facet_is_wrong_usage_and_lists_the_known(
    run: Run, archive_folder: Path, wrong: str
) -> None:
    shown = run("search", archive_folder, "天津", "--filter", wrong)
    assert shown.returncode == 2
    assert "栏目" in shown.stderr
    assert len(shown.stderr.strip().splitlines()) == 1


def test_facets_are_counted(run: Run, archive_folder: Path) -> None:
    shown = json.loads(run("search", archive_folder, "", "--facets", "--limit", 0, "--json").stdout)
    assert sum(shown["facets"]["section"].values()) == 7
    assert shown["months"] == [{"month": "2022-10", "articles": 7, "issues": 1}]
    printed = run("search", archive_folder, "知识产权", "--facets").stdout
    assert "栏目: 区域热点 1" in printed
    assert (
        "Section: 区域热点 1"
        in run("search", archive_folder, "知识产权", "--facets", lang="en_GB.UTF-8").stdout
    )


def test_each_hit_stands_in_its_line(run: Run, archive_folder: Path) -> None:
    shown = json.loads(run("search", archive_folder, "知識產權", "--lines", "--json").stdout)
    assert (shown["read"], shown["total"]) == (1, 1)
    article = json.loads(run("show", archive_folder, shown["lines"][0]["article"], "--json").stdout)
    assert len(shown["lines"]) == article["text"].count("知识产权")
    for line in shown["lines"]:
        assert article["text"][line["start"] : line["end"]] == line["hit"] == "知识产权"
    printed = run("search", archive_folder, "知識產權", "--lines").stdout.splitlines()
    assert len(printed) == len(shown["lines"])
    assert all("【知识产权】" in line for line in printed)


def test_what_was_meant_is_asked(run: Run, archive_folder: Path) -> None:
    shown = run("search", archive_folder, "知识户权", lang="en_GB.UTF-8")
    assert shown.returncode == 0
    assert "Did you mean: 知识产权" in shown.stdout


def test_queries_are_answered_within_filters(run: Run, archive_folder: Path) -> None:
    given = "天津\n知识产权\n"
    everywhere, narrowed = (
        [
            json.loads(line)
            for line in run(
                "search", archive_folder, "--queries", "-", *more, given=given
            ).stdout.splitlines()
        ]
        for more in ((), ("--filter", "栏目=区域热点"))
    )
    assert [one["query"] for one in narrowed] == ["天津", "知识产权"]
    assert 0 < narrowed[0]["total"] < everywhere[0]["total"]
    assert narrowed[1] == everywhere[1]
