from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baoguan.app.preferences import Preferences

_NAMES = some.text(some.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1)
_FOLDERS = some.lists(_NAMES.map(Path), max_size=9, unique=True).map(tuple)


@given(
    some.builds(
        Preferences,
        language=some.sampled_from([None, "zh", "en"]),
        theme=some.sampled_from(["light", "dark"]),
        archives=_FOLDERS,
        queries=some.lists(_NAMES, max_size=5).map(tuple),
    )
)
def test_any_preferences_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, preferences: Preferences
) -> None:
    file = tmp_path_factory.mktemp("config") / "new folder" / "preferences.toml"
    preferences.write(file)
    assert Preferences.read(file) == preferences


def test_a_missing_file_is_a_first_start(tmp_path: Path) -> None:
    assert Preferences.read(tmp_path / "none.toml") == Preferences()


@pytest.mark.parametrize(
    "text",
    [
        "theme = dark",
        "theme = 'pink'\nlanguage = 3\narchives = 'x'",
        "archives = [1, '']\nqueries = [2, '']",
        "queries = 5",
        "\x00",
    ],
)
def test_what_a_file_says_wrongly_is_as_at_the_first_start(tmp_path: Path, text: str) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text(text, encoding="utf-8")
    assert Preferences.read(file) == Preferences()


def test_the_file_can_be_edited_by_a_person(tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text('# mine\ntheme = "dark"\nunknown = 1\n', encoding="utf-8")
    assert Preferences.read(file).theme == "dark"


def test_the_archive_opened_last_stands_first_and_eight_are_kept() -> None:
    preferences = Preferences()
    for number in (*range(10), 5):
        preferences = preferences.with_archive(Path(f"/{number}"))
    assert preferences.archives == tuple(Path(f"/{number}") for number in (5, 9, 8, 7, 6, 4, 3, 2))


def test_the_query_asked_last_stands_first_once_and_fifty_are_kept() -> None:
    preferences = Preferences()
    for number in (*range(60), 55):
        preferences = preferences.with_query(f"词{number}")
    assert preferences.queries[:3] == ("词55", "词59", "词58")
    assert len(preferences.queries) == len(set(preferences.queries)) == 50


def test_a_text_without_end_is_not_kept_and_half_a_character_is_written(tmp_path: Path) -> None:
    assert Preferences().with_query("长" * 1001) == Preferences()
    file = tmp_path / "preferences.toml"
    Preferences().with_query("甲\ud800").write(file)
    assert Preferences.read(file).queries == ("甲?",)
