import hashlib
from pathlib import Path

import pytest

from baoguan.domain.errors import NotFound, SourceUnreadable
from baoguan.domain.ids import SourceId
from baoguan.store.originals import Originals, digest


def test_an_original_is_kept_once_under_its_digest(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    content, file = "报馆".encode() * 1000, tmp_path / "报馆.txt"
    file.write_bytes(content)
    name, new = originals.keep(file)
    assert (name, new) == (hashlib.sha256(content).hexdigest(), True)
    assert originals.keep(file) == (name, False)
    assert originals.find(name).read_bytes() == content
    assert digest(originals.find(name)) == name
    assert list(originals.names()) == [name]
    assert [path.name for path in originals.folder.rglob("*") if path.is_file()] == [name[2:]]


def test_a_dropped_original_leaves_nothing(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    file = tmp_path / "x"
    file.write_bytes(b"x")
    name, _ = originals.keep(file)
    originals.drop(name)
    assert list(originals.folder.iterdir()) == []
    with pytest.raises(NotFound):
        originals.find(SourceId(name))


def test_a_file_that_is_written_to_meanwhile_is_not_kept(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    file = tmp_path / "x"
    file.write_bytes(b"x")
    name = digest(file)
    file.write_bytes(b"y")
    with pytest.raises(SourceUnreadable):
        originals.keep(file, name)
    assert list(originals.names()) == []
    assert not [path for path in originals.folder.rglob("*") if path.is_file()]
