"""The scorer that the benchmark uses too, and the sentences labelled by hand."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

_HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def gold_score() -> ModuleType:
    """Return the module by which a program is held against labelled sentences."""
    path = _HERE.parent / "bench" / "gold_score.py"
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def gold(gold_score: ModuleType) -> list[dict[str, Any]]:
    """Return the labelled sentences."""
    cases: list[dict[str, Any]] = gold_score.load(_HERE / "gold.jsonl")
    return cases
