from baoguan.domain.query import Query, Question, Receipt, Results
from baoguan.ui.models.receipt import receipt_text


def _results(total: int, receipt: Receipt) -> Results:
    return Results(Question("甲"), Query("甲", None), total, (), receipt, 0.0123)


def test_what_is_none_is_left_out() -> None:
    assert receipt_text(_results(0, Receipt())) == "没有命中 · 0.01 秒"
    assert receipt_text(_results(7, Receipt(exact=7))) == "命中 7 篇 · 整句 7 · 0.01 秒"
    whole = receipt_text(_results(1234, Receipt(1000, 200, 30, 4)))
    assert whole == "命中 1,234 篇 · 整句 1,000 · 分词 200 · 异体 30 · 批注 4 · 0.01 秒"
