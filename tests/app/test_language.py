import locale
import plistlib
import sys
from pathlib import Path

import pytest

from baoguan.app.language import error_line, spoken, system_language
from baoguan.domain.errors import NotFound
from baoguan.domain.language import Bilingual

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("", "zh"),
        ("C", "zh"),
        ("C.UTF-8", "zh"),
        ("POSIX", "zh"),
        ("zh_CN.UTF-8", "zh"),
        ("zh_TW.Big5", "zh"),
        ("zh", "zh"),
        ("zh-Hans-CN", "zh"),
        ("Chinese (Simplified)_China.936", "zh"),
        ("Chinese_Taiwan", "zh"),
        ("en_US.UTF-8", "en"),
        ("English_United States.1252", "en"),
        ("de_DE@euro", "en"),
        ("ja_JP.UTF-8", "en"),
    ],
)
def test_names_of_locales(name: str, language: str) -> None:
    assert spoken(name) == language


@pytest.mark.parametrize("variable", _VARIABLES)
@pytest.mark.parametrize(
    ("value", "language"), [("en_GB.UTF-8", "en"), ("zh_CN.UTF-8", "zh"), ("C", "zh"), ("", "zh")]
)
def test_the_environment_decides(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, language: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv(variable, value)
    assert system_language() == language


def test_the_first_variable_that_is_set_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "en_US.UTF-8")
    assert system_language() == "en"
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert system_language() == "zh"


def test_nothing_set_is_chinese_whatever_python_makes_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(locale, "getlocale", lambda: ("en_US", "UTF-8"))
    assert system_language() == "zh"


@pytest.mark.parametrize(
    ("name", "language"),
    [("English_United Kingdom", "en"), ("Chinese (Simplified)_China", "zh"), (None, "zh")],
)
def test_windows_is_asked_for_its_locale(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: str
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "cp936"))
    assert system_language() == language


@pytest.mark.parametrize(
    ("written", "language"),
    [
        (plistlib.dumps({"AppleLanguages": ["en-GB", "zh-Hans"]}, fmt=plistlib.FMT_BINARY), "en"),
        (plistlib.dumps({"AppleLanguages": ["zh-Hans-CN", "en-GB"]}, fmt=plistlib.FMT_BINARY), "zh"),
        (plistlib.dumps({"AppleLanguages": []}), "zh"),
        (b"not a property list", "zh"),
        (None, "zh"),
    ],
    ids=["English", "Chinese", "none", "broken", "missing"],
)
def test_macos_is_asked_for_its_preferences(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: bytes | None, language: str
) -> None:
    folder = tmp_path / "Library" / "Preferences"
    folder.mkdir(parents=True)
    if written is not None:
        (folder / ".GlobalPreferences.plist").write_bytes(written)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert system_language() == language


def test_an_error_is_said_to_be_one() -> None:
    error = NotFound(
        Bilingual("没有这篇文章。", "There is no such article."),
        Bilingual("请看列表。", "See the list."),
    )
    assert error_line(error, "zh") == "错误：没有这篇文章。请看列表。"
    assert error_line(error, "en") == "Error: There is no such article. See the list."
