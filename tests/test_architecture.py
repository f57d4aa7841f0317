"""The rules of the house: what may import what, how long things are, what they are called."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import click
import pytest

from baoguan.cli.program import build

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop" / "baoguan"
TOP_LEVEL = {"pyproject.toml", "README.md", "LICENSE", "seeds", "desktop", "resources", "tests", "packaging"}

MADE = {
    ".venv",
    ".git",
    "build",
    "dist",
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
}

FORBIDDEN_NAMES = {"document", "item", "data", "info", "manager", "helper", "utils"}
NETWORK = {
    "socket",
    "socketserver",
    "ssl",
    "ftplib",
    "smtplib",
    "asyncio",
    "http",
    "requests",
    "httpx",
    "aiohttp",
}
NETWORK |= {"urllib.request", "urllib3", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebSockets"}
MACHINE_PATHS = ("root", "home", "work", "tmp", "opt", "Users", "mnt")
REGISTRIES = ("pypi", "pythonhosted", "artifactory", "nexus", "jfrog", "devpi")


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def modules(*folders: str) -> list[Path]:
    """Return the Python files under folders of the package, of all of it without any."""
    roots = [PACKAGE / folder for folder in folders] or [PACKAGE]
    return [file for root in roots for file in sorted(root.rglob("*.py"))]


def where(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imports(file: Path) -> set[str]:
    """Return the dotted names a file imports, at its top and inside functions."""
    found: set[str] = set()
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def importers(*names: str) -> set[str]:
    """Return the files that import any of the named modules or anything in them."""
    wanted = tuple(f"{name}." for name in names)
    return {where(file) for file in modules() for name in imports(file) if f"{name}.".startswith(wanted)}


def outside(files: set[str], *folders: str) -> set[str]:
    homes = tuple(f"desktop/baoguan/{folder}/" for folder in folders)
    return {file for file in files if not file.startswith(homes)}


def functions() -> Iterator[tuple[str, int]]:
    """Yield the place and the number of lines of every function, decorators not counted."""
    for file in modules():
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                yield f"{where(file)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


@cache
def tracked() -> tuple[str, ...]:
    """Return every file of the repository that git knows or would take in; without git, all files."""
    command = ["git", "-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        listed = "\n".join(where(file) for file in ROOT.rglob("*") if not MADE & set(file.parts))
    return tuple(name for name in listed.splitlines() if (ROOT / name).is_file())


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name and text of every tracked text file; newspaper pages and this file left out."""
    for name in tracked():
        if name.startswith(("seeds/", "tests/layout/pages/")) or name == where(Path(__file__)):
            continue
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_import_contracts_hold() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    linted = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); {program}"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_only_the_screen_knows_qt() -> None:
    assert outside(importers("PySide6", "shiboken6"), "ui") == set()


def test_models_have_no_widgets() -> None:
    models = {where(file) for file in modules("ui/models")}
    assert importers("PySide6.QtWidgets") & models == set()


@pytest.mark.parametrize(
    ("libraries", "home"),
    [(("sqlalchemy", "alembic", "sqlite3"), "store"), (("whoosh", "jieba", "opencc"), "index")],
    ids=["store", "index"],
)
def test_a_library_is_known_to_one_folder(libraries: tuple[str, ...], home: str) -> None:
    assert importers(*libraries) != set()
    assert outside(importers(*libraries), home) == set()


def test_nothing_opens_a_network_connection() -> None:
    assert importers(*NETWORK) == set()


def test_files_are_short() -> None:
    lengths = {where(file): len(file.read_text(encoding="utf-8").splitlines()) for file in modules()}
    assert {file: length for file, length in lengths.items() if length > 400} == {}
    assert median(length for length in lengths.values() if length > 5) <= 150


def test_functions_are_short() -> None:
    lengths = dict(functions())
    assert {place: length for place, length in lengths.items() if length > 60} == {}
    long = {place: length for place, length in lengths.items() if length >= 30}
    assert len(long) <= 0.05 * len(lengths), long


def words(name: str) -> set[str]:
    """Return the lower-case words of a snake_case or CamelCase name."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_names_say_what_things_are() -> None:
    named = {where(file): file.stem for file in modules()}
    for file in modules():
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.ClassDef):
                named[f"{where(file)}:{node.lineno}"] = node.name
    assert {place: name for place, name in named.items() if words(name) & FORBIDDEN_NAMES} == {}


def test_every_command_and_option_has_help() -> None:
    group = build(lambda *_: 0)
    files = {file.stem for file in modules("cli")}
    commands = {
        "ingest",
        "recognise",
        "formats",
        "read",
        "search",
        "show",
        "stats",
        "check",
        "reindex",
        "restat",
        "open",
    }
    assert commands == set(group.commands) & files
    for command in (group, *group.commands.values()):
        assert command.help, command.name
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert {option.name for option in options if not option.help} == set(), command.name


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert [name for name, text in texts() if later.search(text)] == []


def test_the_top_level_is_as_planned() -> None:
    assert {name.split("/")[0] for name in tracked() if not name.startswith(".")} == TOP_LEVEL


def test_no_machine_is_named() -> None:
    machine = re.compile(rf"(?:file://|(?<![\w.~*{{}}/-]))/(?:{'|'.join(MACHINE_PATHS)})/\w")
    registry = re.compile(rf"https?://[\w.-]*(?:{'|'.join(REGISTRIES)})[\w.-]*", re.IGNORECASE)
    found = [
        (name, hit[0]) for name, text in texts() for rule in (machine, registry) if (hit := rule.search(text))
    ]
    assert found == []
