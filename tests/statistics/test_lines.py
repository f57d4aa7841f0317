import datetime

from baoguan.statistics.extract import extract
from baoguan.statistics.lines import scorer_line


def test_a_line_holds_only_what_is_set() -> None:
    date, step = extract("2021年提高6.2个百分点。", datetime.date(2022, 10, 11))
    assert scorer_line("s1", date) == {
        "sid": "s1",
        "start": 0,
        "end": 5,
        "full_start": 0,
        "full_end": 5,
        "kind": "date",
        "relation": "=",
        "iso": "2021",
        "status": "actual",
        "text": "2021年",
    }
    assert scorer_line("s1", step) == {
        "sid": "s1",
        "start": 7,
        "end": 14,
        "full_start": 7,
        "full_end": 14,
        "kind": "percentage_points",
        "value": 6.2,
        "unit": "pp",
        "relation": "=",
        "direction": "up",
        "change": "increment",
        "time_text": "2021年",
        "time_iso": "2021",
        "status": "actual",
        "text": "6.2个百分点",
    }
    (many,) = extract("占5—7成。")
    assert (scorer_line("s2", many)["low"], scorer_line("s2", many)["high"]) == (50, 70)
    assert "value" not in scorer_line("s2", many)
