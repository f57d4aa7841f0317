import datetime
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract
from baoguan.statistics.folding import fold

ISSUE = datetime.date(2022, 10, 11)
CASES = [json.loads(line) for line in (Path(__file__).parent / "about.jsonl").read_text("utf-8").splitlines()]
FLOORS = {
    "measure": 0.94,
    "subject": 0.87,
    "place": 0.95,
    "status": 0.97,
    "time_iso": 0.90,
    "direction": 0.90,
    "basis": 0.90,
}
"""Of the labels of a field, those of none included, at least this share is met."""
STARTS = ("的", "了", "着", "和", "与", "及", "、", ",", "，")


def numbers(text: str, date: datetime.date = ISSUE) -> list[Statistic]:
    return [found for found in extract(text, date) if found.kind is not Kind.DATE]


def agree(name: str, label: str, told: str) -> bool:
    """Whether two phrases name the same: equal, or one within the other."""
    if name in {"time_iso", "direction", "status"} or not (label and told):
        return label == told
    return fold(label) in fold(told) or fold(told) in fold(label)


def tally(name: str) -> Counter[bool]:
    counts: Counter[bool] = Counter()
    for case in CASES:
        found = numbers(case["text"], datetime.date.fromisoformat(case["date"]))
        for labelled in case["numbers"]:
            at = next((at for at, one in enumerate(found) if one.raw == labelled["raw"]), None)
            told = (getattr(found.pop(at), name) or "") if at is not None else None
            if name in labelled:
                counts[told is not None and agree(name, labelled[name], told)] += 1
    return counts


@pytest.mark.parametrize("name", FLOORS)
def test_what_sentences_of_many_kinds_tell_is_read(name: str) -> None:
    counts = tally(name)
    assert counts.total() >= 100
    assert counts[True] >= FLOORS[name] * counts.total(), counts


@given(st.lists(st.sampled_from(CASES), min_size=1, max_size=3), st.integers(0, 60))
@settings(max_examples=150, deadline=None)
def test_any_measure_and_subject_stand_in_the_text(cases: list[dict], cut: int) -> None:
    text = "".join(case["text"] for case in cases)[cut:]
    for found in numbers(text):
        assert found.measure in text
        assert found.subject in text
        assert not found.measure.startswith(STARTS)
        assert not found.subject.startswith(STARTS)


@pytest.mark.parametrize(
    ("text", "measure", "subject"),
    [
        ("公司提供了100多台定制化高性能计算服务器。", "定制化高性能计算服务器", "公司"),
        ("150多名施工人员放弃休息。", "施工人员", ""),
        ("6家国家高新技术企业用其专利融资。", "国家高新技术企业", ""),
        ("去年有96家企业上榜。", "企业", ""),
        ("华峰科技业务量年均增速达到50%以上。", "业务量年均增速", "华峰科技"),
        ("该线路设站22座。", "设站", "该线路"),
        ("一个直径约6米的圆形洞门已经建好。", "直径", "圆形洞门"),
        ("苏州市粮食产量比上年增长2.3%。", "粮食产量", "苏州市"),
        ("集团承建的隧道已贯通,全长13.2公里。", "全长", "隧道"),
    ],
)
def test_names_are_whole(text: str, measure: str, subject: str) -> None:
    (found,) = numbers(text)
    assert (found.measure, found.subject) == (measure, subject)


def test_a_step_takes_measure_and_subject_of_its_level() -> None:
    text = "2021年,江苏进出口总额5.2万亿元,比上年增长17.1%;浙江4.1万亿元,增长22.4%。"
    told = [(found.subject, found.measure, found.place) for found in numbers(text)]
    assert told == [("江苏", "进出口总额", "江苏")] * 2 + [("浙江", "进出口总额", "浙江")] * 2


def test_members_of_a_list_share_direction_and_basis() -> None:
    found = numbers("工业税收同比分别增长3.2%、1.9%和0.4%。")
    assert [(one.direction, one.basis) for one in found] == [("up", "同比")] * 3


def test_up_to_now_is_until_the_issue() -> None:
    (found,) = numbers("截至目前,基金已完成投资项目12个。")
    assert (found.time_text, found.time_iso) == ("截至目前", "../2022-10-11")
    (found,) = extract("截至目前,基金已完成投资项目12个。")
    assert found.time_iso is None


def test_a_speaker_is_not_whose_figure_it_is() -> None:
    (found,) = numbers("负责人表示,共培训1200人。")
    assert found.subject == ""
