"""Interest as it used to be told: 年息六厘 is 6 %, 月息三分 is 3 % a month."""

import re
from collections.abc import Iterator
from decimal import Decimal

from baoguan.domain.statistic import Kind
from baoguan.statistics.tokens import Token
from baoguan.statistics.written import CN, number

_COUNT = rf"\d{{1,2}}(?:\.\d{{1,2}})?|[{CN}]{{1,3}}"
_INTEREST = re.compile(
    r"(?P<term>[年月周][息利]|[年月]利率|利率|利息)[为约达增减提高降低至到仅按以计加一律]{0,4}"
    rf"(?P<core>(?P<count>{_COUNT})(?P<part>[分厘])(?:(?P<rest>[{CN}])厘)?(?P<half>半)?)(?![之钟秒])"
)
_PERCENT = {"分": Decimal(10), "厘": Decimal(1)}
_MONTHLY = Decimal(10)
"""What is told of a month is told in tenths: 月息三分 is 3 %."""


def find_interest(text: str) -> Iterator[Token]:
    """Yield rates of interest in 分 and 厘 as per cent of the term that they are told for."""
    if "息" not in text and "利" not in text:
        return
    for match in _INTEREST.finditer(text):
        part = _PERCENT[match["part"]]
        low = _counted(match["count"]) * part
        low += _counted(match["rest"]) if match["rest"] else 0
        low += part / 2 if match["half"] else 0
        low = low / _MONTHLY if match["term"][0] == "月" else low
        if low < 0:
            continue
        yield Token(
            match.start("core"), match.end("core"), low, low, low, Decimal(1), "=", match["count"].isascii(),
            code="%", kind=Kind.PERCENT, rule="interest",
        )  # fmt: skip


def _counted(written: str) -> Decimal:
    return Decimal(written) if written.isascii() else Decimal(number(written))
