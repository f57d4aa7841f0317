import hashlib
from pathlib import Path

import pytest

from baoguan.domain.errors import NotFound
from baoguan.domain.ids import SourceId
from baoguan.store.originals import Originals, digest


def test_an_original_is_kept_once_under_its_digest(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    content = "报馆".encode() * 1000
    name, new = originals.keep(content)
    assert (name, new) == (hashlib.sha256(content).hexdigest(), True)
    assert originals.keep(content) == (name, False)
    assert originals.find(name).read_bytes() == content
    assert digest(originals.find(name)) == name
    assert list(originals.names()) == [name]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [name[2:]]


def test_a_dropped_original_leaves_nothing(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    name, _ = originals.keep(b"x")
    originals.drop(name)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotFound):
        originals.find(SourceId(name))
