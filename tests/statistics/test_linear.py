"""Doubling a text at most doubles the work, whatever it is made of."""

import datetime
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from baoguan.statistics.extract import extract

ISSUE = datetime.date(1948, 10, 1)
LINES = (Path(__file__).parent / "gold.jsonl").read_text("utf-8").splitlines()
RUNNING_ON = re.sub(r"[，。；、：！？“”（）\s]", "", "".join(json.loads(line)["text"] for line in LINES))
PIECES = {
    "digits": "1", "signs of size": "亿万", "numerals": "一二三", "percents": "百分之三", "lists": "3、",
    "ratios": "3:", "compounds": "三元五角", "fractions": "三又二分之一", "months": "二月", "years": "1998年",
    "groups": "1,000,", "ranges": "3-5米", "counts": "3个", "each": "每石3元", "bases": "较2013年增长3%",
    "people": "张三、李四两人", "quotes": "“三比一超”", "titles": "《第3》", "addresses": "http://a.b/",
    "tables": "12 34 56 ", "sentences": "增长3%。", "running on": RUNNING_ON,
}  # fmt: skip
LENGTH = 800
GROWTH = 2.2


class Counter:
    """How many functions were called."""

    def __init__(self) -> None:
        self.calls = 0

    def count(self, frame: FrameType, event: str, argument: object) -> None:
        self.calls += event in {"call", "c_call"}


@contextmanager
def counted() -> Iterator[Counter]:
    counter = Counter()
    sys.setprofile(counter.count)
    try:
        yield counter
    finally:
        sys.setprofile(None)


def work(text: str) -> int:
    with counted() as counter:
        extract(text, ISSUE)
    return counter.calls


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    piece = piece[:LENGTH]
    text = piece * (LENGTH // len(piece))
    extract(text, ISSUE)
    assert work(text * 2) <= GROWTH * work(text)
