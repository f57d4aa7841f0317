"""The labelled sample page, in the form of our own labelled sentences."""

import json
from pathlib import Path
from typing import Any

Case = dict[str, Any]

LABELS = "seed_statistics.jsonl"
SENTENCES = "seed_statistics.sentences.jsonl"


def sample(folder: Path) -> list[Case]:
    """Read the sample page's sentences with their labels; raises ``FileNotFoundError`` without them."""
    labels: dict[str, list[Case]] = {}
    for label in _lines(folder / LABELS):
        labels.setdefault(label["sid"], []).append(label)
    return [_case(sentence, labels.get(sentence["sid"], [])) for sentence in _lines(folder / SENTENCES)]


def _lines(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _case(sentence: Case, labels: list[Case]) -> Case:
    case: Case = {"date": sentence["issue_date"], "text": sentence["sentence"]}
    roles = {
        "stat": "numbers",
        "time": "times",
        "ordinal": "ordinals",
        "negative": "traps",
        "optional": "optional",
    }
    for role, name in roles.items():
        case[name] = [_label(label) for label in labels if label["role"] == role]
    return case


def _label(label: Case) -> Case:
    names = ("start", "end", "full_start", "full_end", "kind", "unit")
    kept = {name: label[name] for name in names} | {"raw": label["text"], "iso": label["time_iso"]}
    kept |= {"relation": label["relation"] or "=", "status": None}
    kept |= {name: label[name] for name in ("per", "direction") if label[name]}
    bounds = ("value",) if label["value"] is not None else ("low", "high")
    return kept | {name: label[name] for name in bounds}
