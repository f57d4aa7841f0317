"""``baoguan stats`` and ``restat``: what they list, save and refuse."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import openpyxl
import pytest
from pyarrow import parquet
from sqlalchemy import text

import baoguan
from baoguan.app.amending import RejectStatistic
from baoguan.app.archive import Archive
from baoguan.app.check import check
from baoguan.domain.progress import Silent
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.ingest.rules import rules

Run = Callable[..., CompletedProcess[str]]


def _listed(run: Run, *arguments: object) -> list[dict[str, object]]:
    done = run("stats", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_filters_let_through_what_the_window_would(run: Run, archive_folder: Path) -> None:
    money = _listed(run, archive_folder, "--kind", "金额", "--sort", "value", "--descending")
    values = [one["base_value"] or one["base_low"] for one in money if one["dimension"] == "CNY"]
    assert (max(values), {one["kind"] for one in money}) == (29_560_000_000, {"money"})
    assert values == sorted(values, reverse=True)
    large = _listed(run, archive_folder, "--unit", "亿元", "--min", "2", "--max", "300")
    assert {one["raw"] for one in large} >= {"295.6亿元", "5亿元"}
    assert all(2e8 <= one["base_value"] <= 3e10 for one in large if one["base_value"])
    some = next(one for one in large if one["raw"] == "295.6亿元")
    assert (some["title"], some["date"], some["page"]) == ("天津日报", "2022-10-12", "1")
    assert "295.6亿元" in some["sentence"]
    assert some["measure"]
    place = ("--article", some["article"], "--page", 1, "--title", "天津日报", "--find", "295")
    told = ("--measure", some["measure"], "--since", "2022", "--until", "2022-10")
    assert _listed(run, archive_folder, *place, *told) == [some]
    assert _listed(run, archive_folder, "--title", "申报") == []


def test_nothing_found_is_said(run: Run, archive_folder: Path) -> None:
    for arguments in (("--title", "申报"), ("--group", "--place", "火星"), ("--compare", "没有的指标")):
        done = run("stats", archive_folder, *arguments)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.startswith("没有")


def test_a_line_a_number_and_a_line_a_measure(run: Run, archive_folder: Path) -> None:
    lines = run("stats", archive_folder).stdout.splitlines()
    with closing(Archive.open(archive_folder)) as archive:
        assert len(lines) == archive.statistics_count() + 1
        groups = archive.statistic_groups_count()
    assert lines[0].split("\t")[0] == "文章"
    assert any("295.6亿元\t总投资" in line and "天津日报 2022-10-12 第1版" in line for line in lines)
    grouped = run("stats", archive_folder, "--group", lang="en_US.UTF-8").stdout.splitlines()
    assert len(grouped) == groups + 1
    assert grouped[0].startswith("Count\tArticles\tMeasure")
    shapes = json.loads(run("stats", archive_folder, "--group", "--json").stdout)
    assert [one["statistics"] for one in shapes] == sorted(
        (one["statistics"] for one in shapes), reverse=True
    )


def test_a_number_stands_as_its_sentence_prints_it(run: Run, archive_folder: Path) -> None:
    done = run("stats", archive_folder, "--kind", "百分比")
    assert "\t达到50%以上\t" in done.stdout or "\t达到35%以上\t" in done.stdout


def test_figures_of_one_measure_are_held_against_each_other(run: Run, tmp_path: Path) -> None:
    for name, title, figure in (("a", "天津日报", 35), ("b", "北京日报", 52)):
        page = (
            f"# {title}\n\n## 要闻\n\n### 面粉厂投产\n\n本报记者 王小明\n\n天津面粉厂总产量{figure}万吨。\n"
        )
        (tmp_path / f"{name}.md").write_text(page, "utf-8")
        (tmp_path / f"{name}.toml").write_text(f'title = "{title}"\ndate = 2022-10-12\n', "utf-8")
    assert run("ingest", tmp_path / "馆藏", tmp_path / "a.md", tmp_path / "b.md").returncode == 0
    measure = _listed(run, tmp_path / "馆藏")[0]["measure"]
    compared = json.loads(run("stats", tmp_path / "馆藏", "--compare", measure, "--json").stdout)
    (told,) = compared["told"]
    assert told["conflict"]
    assert {(one["title"], one["raw"]) for one in told["statistics"]} == {
        ("天津日报", "35万吨"),
        ("北京日报", "52万吨"),
    }
    said = run("stats", tmp_path / "馆藏", "--compare", measure).stdout
    assert "说法不一" in said
    assert "北京日报 2022-10-12" in said


def test_every_format_holds_the_same_rows(run: Run, archive_folder: Path, tmp_path: Path) -> None:
    files = {name: tmp_path / f"表.{name}" for name in ("csv", "xlsx", "jsonl", "parquet")}
    options = [part for name, path in files.items() for part in (f"--{name}", path)]
    done = run("stats", archive_folder, "--kind", "percent", *options)
    assert done.returncode == 0, done.stderr
    expected = [one["raw"] for one in _listed(run, archive_folder, "--kind", "percent")]
    assert len(expected) > 5
    with files["csv"].open(encoding="utf-8-sig", newline="") as file:
        assert [row["raw"] for row in csv.DictReader(file)] == expected
    rows = list(openpyxl.load_workbook(files["xlsx"]).worksheets[0].iter_rows(values_only=True))
    assert [row[rows[0].index("raw")] for row in rows[1:]] == expected
    assert [json.loads(line)["raw"] for line in files["jsonl"].read_text("utf-8").splitlines()] == expected
    assert parquet.read_table(files["parquet"]).column("raw").to_pylist() == expected
    streamed = run("stats", archive_folder, "--kind", "percent", "--csv", "-").stdout
    assert [row["raw"] for row in csv.DictReader(io.StringIO(streamed))] == expected
    lines = run("stats", archive_folder, "--kind", "percent", "--jsonl", "-").stdout.splitlines()
    assert [json.loads(line)["raw"] for line in lines] == expected


@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "en_US.UTF-8"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--min", "5", "--max", "3"], 2),
        (["--min", "很多"], 2),
        (["--max", "inf"], 2),
        (["--kind", "钱财"], 2),
        (["--unit", "没有的单位啊"], 2),
        (["--since", "2022-13"], 2),
        (["--since", "昨天"], 2),
        (["--since", "2019/2021"], 2),
        (["--since", "2022", "--until", "2021-12-31"], 2),
        (["--page", "99"], 1),
        (["--article", "99"], 1),
        (["--xlsx", "{nowhere}/a.xlsx"], 1),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(
    run: Run, archive_folder: Path, tmp_path: Path, arguments: list[str], code: int, lang: str
) -> None:
    given = [one.format(nowhere=tmp_path / "nowhere") for one in arguments]
    done = run("stats", archive_folder, *given, lang=lang)
    assert (done.returncode, done.stdout) == (code, "")
    (line,) = done.stderr.splitlines()
    assert any("一" <= character <= "鿿" for character in line.replace(given[1], "")) == lang.startswith(
        "zh"
    ) or ("--unit" in given)


def test_what_readers_rejected_is_listed_apart_and_shown(run: Run, archive_folder: Path) -> None:
    with closing(Archive.open(archive_folder)) as archive:
        every = archive.statistics(StatisticFilter(kinds=frozenset(Kind)))
        record = next(one for one in every if one.statistic.raw == "295.6亿元")
        archive.do(RejectStatistic(record.id))
    (listed,) = _listed(run, archive_folder, "--rejected")
    assert (listed["raw"], listed["rejected"]) == ("295.6亿元", True)
    assert "295.6亿元" not in {one["raw"] for one in _listed(run, archive_folder)}
    assert "更正：“295.6亿元”不是统计。" in run("show", archive_folder, record.article).stdout
    (shown,) = json.loads(run("show", archive_folder, record.article, "--json").stdout)["annotations"]
    assert shown["amendment"] == {"statistic": None}


def test_numbers_that_other_rules_read_are_said_and_read_anew(run: Run, archive_folder: Path) -> None:
    _read_by_others(archive_folder)
    said = run("stats", archive_folder, lang="en_US.UTF-8")
    assert said.returncode == 0
    assert "restat" in said.stderr
    done = run("restat", archive_folder)
    assert done.returncode == 0
    assert "7 篇" in done.stdout
    assert run("stats", archive_folder).stderr == ""


def _read_by_others(folder: Path) -> None:
    with closing(Archive.open(folder)) as archive, archive.catalogue.database.writing() as connection:
        connection.execute(text("UPDATE reading SET rules = 'others'"))
        connection.execute(text("DELETE FROM statistic WHERE raw = '295.6亿元'"))


_KILLED = """
import os, signal, sys
from contextlib import closing
from pathlib import Path
from baoguan.app import rereading
from baoguan.app.archive import Archive

class Dying:
    def step(self, done, total, doing):
        if done == 4:
            os.kill(os.getpid(), signal.SIGKILL)

rereading._BATCH = 2
with closing(Archive.open(Path(sys.argv[1]))) as archive:
    rereading.read_by_hand(archive, Dying())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_while_reading_anew_it_goes_on(archive_folder: Path) -> None:
    with closing(Archive.open(archive_folder)) as archive:
        right = [one.statistic for one in archive.statistics()]
    _read_by_others(archive_folder)
    environment = os.environ | {"PYTHONPATH": str(Path(baoguan.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", _KILLED, archive_folder], env=environment)
    assert done.returncode == -signal.SIGKILL
    with closing(Archive.open(archive_folder)) as archive:
        assert check(archive, Silent()).faults == ()
        assert len(archive.catalogue.readings.due(rules())) == 3
        assert [one.statistic for one in archive.statistics()] == right
