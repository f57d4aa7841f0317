"""The program finds its own files in a checkout, in a wheel and in a packaged program."""

import sys
from pathlib import Path

import pytest

from baoguan import paths


def test_a_checkout_ships_a_page_and_resources() -> None:
    assert list(paths.seeds().glob("*.txt"))
    assert paths.resource("themes", "light.toml").is_file()
    assert paths.resource("icons", "baoguan.svg").is_file()


def test_an_installed_package_holds_them_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "baoguan"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resource("icons") == package / "resources" / "icons"


def test_a_packaged_program_holds_them_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "_internal"
    (bundle / "baoguan" / "seeds").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "nowhere" / "baoguan")
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    assert paths.seeds() == bundle / "baoguan" / "seeds"


def test_a_damaged_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "a" / "b" / "baoguan")
    with pytest.raises(FileNotFoundError, match="install it again"):
        paths.resource("icons")
