"""What a masthead line prints fills what nobody else says."""

from datetime import date

import pytest

from baoguan.domain.page import Imprint
from baoguan.readers.markdown import read_markdown
from baoguan.readers.masthead import with_masthead


def imprint_of(text: str, known: Imprint | None = None) -> Imprint:
    return with_masthead(known or Imprint(), read_markdown(text, "utf-8").blocks)


@pytest.mark.parametrize(
    ("line", "title", "day", "number"),
    [
        ("宁河日报 2003年5月18日 星期日 第二版", "宁河日报", date(2003, 5, 18), "二"),
        ("# 2022年10月12日 星期三", None, date(2022, 10, 12), None),
        ("2022年10月12日 A3版", None, date(2022, 10, 12), "A3"),
        ("《新民晚报》一九八五年十月二十八日 星期一", "新民晚报", date(1985, 10, 28), None),
        ("二〇〇三年五月十日 第4版 要闻", None, date(2003, 5, 10), "4"),
        ("2022年10月12日", None, date(2022, 10, 12), None),
        ("大公报 中華民國三十七年十月十二日 星期二", "大公报", date(1948, 10, 12), None),
        ("民国廿六年七月八日", None, date(1937, 7, 8), None),
    ],
)
def test_a_masthead_line_is_read(line: str, title: str | None, day: date, number: str | None) -> None:
    assert imprint_of(f"{line}\n\n正文。\n") == Imprint(title, day, None, number)


@pytest.mark.parametrize(
    "line",
    [
        "2022年10月12日,全市召开动员会。",
        "三年五月十日",
        "2022年13月40日 星期三",
        "截至2022年9月23日,今年新增企业844家。",
    ],
)
def test_a_date_in_a_sentence_or_no_date_is_not_taken(line: str) -> None:
    assert imprint_of(line).date is None


def test_what_is_known_is_kept() -> None:
    known = Imprint("天津日报", date(2022, 10, 12), inferred=frozenset({"title"}))
    found = imprint_of("宁河日报 2003年5月18日 第2版\n", known)
    assert found == Imprint("天津日报", date(2022, 10, 12), None, "2", frozenset({"title"}))


def test_a_date_alone_further_down_is_no_masthead() -> None:
    assert imprint_of("正文。\n\n2022年10月12日\n").date is None
