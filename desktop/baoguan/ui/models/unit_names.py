"""The names of units on the screen: 公里 for km, 元/月 for CNY a month."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication

_UNITS = (
    "CNY|法币|金圆券|旧人民币|银元|USD|EUR|GBP|HKD|JPY|TWD|MOP|KRW|SGD|AUD|CAD|DEM|FRF|CHF|RUB|INR|THB|XDR"
    "|km|m|dm|cm|mm|μm|nm|light-year|m2|km2|cm2|ha|m3|km3|cm3|L|mL|t|kg|g|mg|μg"
    "|year|month|week|day|hour|min|s|ms|km/h|km/s|m/s|kWh|MWh|J|kJ|kcal|W|kW|MW|GW|V|kV|pp"
)
_DIMENSIONS = (
    "share|percentage_points|multiple|doublings|length|area|mass|volume|duration|age|speed|energy|power"
    "|storage|temperature|frequency|voltage|pressure|months"
)
_PER = "year|month|week|day|hour|min|s"


def unit_name(code: str, per: str | None = None) -> str:
    """Return a unit as a reader writes it, with its denominator; a classifier as it is printed."""
    names = _names()
    name = names.get(code, code)
    if not per or "/" in code:  # 公里/小时 says its denominator itself
        return name
    spans = QCoreApplication.translate("Units", "年|月|周|日|小时|分钟|秒").split("|")
    return f"{name}/{dict(zip(_PER.split('|'), spans, strict=True)).get(per) or names.get(per, per)}"


def dimension_name(dimension: str) -> str:
    """Return what a dimension is called: 长度 for length; that of money or things counted is their unit."""
    names = QCoreApplication.translate(
        "Units",
        "占比|百分点|倍数|翻番|长度|面积|重量|体积|时长|年龄|速度|能量|功率|存储|温度|频率|电压|气压|时长",
    )
    named = dict(zip(_DIMENSIONS.split("|"), names.split("|"), strict=True))
    return named.get(dimension) or unit_name(dimension)


def unit_code(name: str) -> str:
    """Return the code of a unit by what it is called; any other text is its own code."""
    codes = {named: code for code, named in _names().items()}
    return codes.get(name.strip(), name.strip())


def _names() -> dict[str, str]:
    return _named(
        QCoreApplication.translate(
            "Units",
            "元|元（法币）|元（金圆券）|元（旧人民币）|银元|美元|欧元|英镑|港元|日元|新台币元|澳门元|韩元|新加坡元|澳元"
            "|加元|马克|法郎|瑞士法郎|卢布|卢比|泰铢|特别提款权"
            "|公里|米|分米|厘米|毫米|微米|纳米|光年|平方米|平方公里|平方厘米|公顷|立方米|立方公里|立方厘米|升|毫升"
            "|吨|公斤|克|毫克|微克|年|个月|周|天|小时|分钟|秒|毫秒|公里/小时|公里/秒|米/秒|千瓦时|兆瓦时|焦耳|千焦|千卡"
            "|瓦|千瓦|兆瓦|吉瓦|伏|千伏|个百分点",
        )
    )


@lru_cache(maxsize=4)
def _named(names: str) -> dict[str, str]:
    return dict(zip(_UNITS.split("|"), names.split("|"), strict=True))
