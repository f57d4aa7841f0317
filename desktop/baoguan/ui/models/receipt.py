"""How the hits came about, in one line."""

from PySide6.QtCore import QCoreApplication

from baoguan.domain.query import Results


def receipt_text(results: Results) -> str:
    """Return how many articles were found, by what, and how fast; what is none is left out."""
    receipt = results.receipt
    found = QCoreApplication.translate("Receipt", "命中 {count} 篇")
    parts = [
        (results.total, found),
        (receipt.exact, QCoreApplication.translate("Receipt", "整句 {count}")),
        (receipt.words, QCoreApplication.translate("Receipt", "分词 {count}")),
        (receipt.variant, QCoreApplication.translate("Receipt", "异体 {count}")),
        (receipt.annotated, QCoreApplication.translate("Receipt", "批注 {count}")),
    ]
    told = [text.format(count=f"{count:,}") for count, text in parts if count]
    none = QCoreApplication.translate("Receipt", "没有命中")
    seconds = QCoreApplication.translate("Receipt", "{count} 秒").format(count=f"{results.seconds:.2f}")
    return " · ".join([*(told or [none]), seconds])


def receipt_tip() -> str:
    """Return what the receipt's words mean."""
    return QCoreApplication.translate(
        "Receipt",
        "整句：原样含有所输入的文字\n分词：含有其中每个词\n异体：只以繁体、简体或异体字出现\n批注：只在批注或标签里",
    )
