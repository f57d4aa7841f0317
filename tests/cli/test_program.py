import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
COMMANDS = ["ingest", "recognise", "read", "search", "show", "stats", "check", "reindex", "restat", "open"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh_CN.UTF-8", ("用法", "命令", "选项")), ("en_GB.UTF-8", ("Usage", "Commands", "Options"))],
)
def test_help_speaks_the_language_of_the_locale(run: Run, lang: str, words: tuple[str, ...]) -> None:
    shown = run("--help", lang=lang)
    assert shown.returncode == 0
    for word in (*words, *COMMANDS):
        assert word in shown.stdout
    chinese = any("一" <= character <= "鿿" for character in shown.stdout)
    assert chinese == (lang == "zh_CN.UTF-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    shown = run(command, "--help", lang="en_US.UTF-8")
    assert shown.returncode == 0
    assert len(shown.stdout.splitlines()[2].strip()) > 10


def test_the_whole_job(run: Run, tmp_path: Path, seed: Path) -> None:
    archive = tmp_path / "天津日报.baoguan"
    assert run("ingest", archive, seed).returncode == 0
    found = json.loads(run("search", archive, "知识产权 证券化", "--json").stdout)
    assert found["total"] == 1
    (hit,) = found["hits"]
    assert (hit["title"], hit["date"], hit["section"]) == ("天津日报", "2022-10-12", "区域热点")
    for snippet in hit["snippets"]:
        for start, end in snippet["marks"]:
            assert snippet["text"][start:end] in {"知识产权", "证券化", "知识产权证券化"}
    article = json.loads(run("show", archive, hit["article"], "--json").stdout)
    assert article["headline_block"] == ["建知识产权一流强区", "全国首单证券化项目落地滨海"]
    assert "证券化" in run("show", archive, hit["article"]).stdout
    statistics = json.loads(run("stats", archive, "--json").stdout)
    assert any(one["raw"] == "295.6亿元" and one["value"] == 29_560_000_000 for one in statistics)
    table = tmp_path / "统计.csv"
    assert run("stats", archive, "--csv", table).returncode == 0
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == len(statistics) + 1
    whole = run("check", archive)
    assert whole.returncode == 0
    assert "7 篇文章" in whole.stdout


def test_many_queries_answer_in_order_a_line_each(run: Run, archive_folder: Path, tmp_path: Path) -> None:
    queries = ["知識產權", "沒有這樣的話", "", "B1线", '"轨道交通" OR 膜']
    file = tmp_path / "queries.txt"
    file.write_text("\n".join(queries) + "\n", encoding="utf-8")
    lines = run("search", archive_folder, "--queries", file, "--json").stdout.splitlines()
    answers = [json.loads(line) for line in lines]
    assert [answer["query"] for answer in answers] == queries
    assert all(answer["total"] == len(answer["articles"]) for answer in answers)
    assert [answer["total"] > 0 for answer in answers] == [True, False, False, True, True]


def test_statistics_of_sentences_from_standard_input(run: Run) -> None:
    given = {"sid": "s1", "sentence": "总投资约295.6亿元,同比增长53.37%。", "issue_date": "2022-10-12"}
    shown = run("stats", "--text", "-", given=json.dumps(given, ensure_ascii=False) + "\n")
    money, percent = (json.loads(line) for line in shown.stdout.splitlines())
    assert (money["sid"], money["kind"], money["value"], money["unit"]) == (
        "s1",
        "money",
        29_560_000_000,
        "CNY",
    )
    assert (money["start"], money["end"], money["relation"]) == (4, 11, "~")
    assert (percent["kind"], percent["value"], percent["unit"], percent["direction"]) == (
        "percent",
        53.37,
        "%",
        "up",
    )


def test_sentences_under_one_headline_know_those_before(run: Run) -> None:
    told = ["渤化集团昨日在天津开会。", "获得融资1亿元。"]
    for headline, subjects in (("渤化集团获融资", ["渤化集团"]), (None, [None])):
        lines = [{"sid": f"s{at}", "sentence": text, "headline": headline} for at, text in enumerate(told)]
        given = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
        shown = [json.loads(line) for line in run("stats", "--text", "-", given=given).stdout.splitlines()]
        assert [one.get("subject") for one in shown if one["kind"] == "money"] == subjects


def test_read_stores_nothing(run: Run, seed: Path, tmp_path: Path) -> None:
    before = sorted(seed.parent.rglob("*"))
    shown = json.loads(run("read", seed, "--json").stdout)
    assert (len(shown["articles"]), len(shown["sections"]), len(shown["page_notes"])) == (7, 4, 1)
    assert sorted(seed.parent.rglob("*")) == before
    assert not (tmp_path / "data").exists()
    assert "建知识产权一流强区" in run("read", seed).stdout


@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "en_US.UTF-8"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "{nowhere}", "字"],
        ["check", "{notes}"],
        ["show", "{archive}", "999"],
        ["read", "{nowhere}"],
        ["read", "{binary}"],
        ["read", "{empty}"],
        ["read", "{folder}"],
        ["ingest", "{notes}", "{seed}"],
        ["ingest", "{archive}", "{seed}"],
        ["ingest", "{archive}", "{half}"],
        ["stats", "{archive}", "--csv", "{folder}/none/x.csv"],
        ["open", "{notes}", "--screenshot", "{folder}/x.png"],
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_bad_input_is_one_sentence_and_a_code(
    run: Run, arguments: list[str], lang: str, archive_folder: Path, seed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "some"
    folder.mkdir()
    files = {
        "archive": archive_folder,
        "seed": seed,
        "folder": folder,
        "nowhere": folder / "nowhere",
        "notes": folder / "notes",
        "binary": folder / "binary.txt",
        "empty": folder / "empty.txt",
        "half": folder / "half.txt",
    }
    files["notes"].mkdir()
    (files["notes"] / "letter.txt").write_text("亲爱的读者", encoding="utf-8")
    files["binary"].write_bytes(bytes(range(256)) * 40)
    files["empty"].write_bytes(b" \n\n")
    files["half"].write_bytes(seed.read_bytes()[:1001])
    shown = run(*(argument.format(**files) for argument in arguments), lang=lang)
    assert shown.returncode == 1
    lines = [line for line in shown.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, shown.stderr
    assert "Traceback" not in shown.stderr
    assert lines[0].startswith("错误：" if lang.startswith("zh") else "Error: ")
    assert sorted(path.name for path in files["notes"].iterdir()) == ["letter.txt"]


def test_wrong_usage_is_code_two(run: Run, archive_folder: Path) -> None:
    for arguments in (["search", archive_folder], ["stats"], ["nonsense"], ["show", archive_folder, "x"]):
        shown = run(*arguments)
        assert shown.returncode == 2
        assert shown.stderr.startswith("用法不对：")
