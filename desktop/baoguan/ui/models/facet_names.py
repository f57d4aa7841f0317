"""What facets and their values are called on the screen."""

from PySide6.QtCore import QCoreApplication

from baoguan.domain.query import Facet, Filed
from baoguan.domain.statistic import Kind


def facet_text(facet: Facet) -> str:
    """Return the name of a facet."""
    return {
        Facet.TITLE: QCoreApplication.translate("Facets", "报纸"),
        Facet.YEAR: QCoreApplication.translate("Facets", "年份"),
        Facet.MONTH: QCoreApplication.translate("Facets", "月份"),
        Facet.SECTION: QCoreApplication.translate("Facets", "栏目"),
        Facet.BYLINE: QCoreApplication.translate("Facets", "记者"),
        Facet.TAG: QCoreApplication.translate("Facets", "标签"),
        Facet.KIND: QCoreApplication.translate("Facets", "统计种类"),
        Facet.HOLDING: QCoreApplication.translate("Facets", "附有"),
        Facet.PAGE: QCoreApplication.translate("Facets", "版次"),
    }[facet]


def value_text(filed: Filed) -> str:
    """Return a value of a facet as a reader calls it; printed names, years and months as they are."""
    if filed.facet is Facet.KIND:
        return kind_text(Kind(filed.value)) if filed.value in set(Kind) else filed.value
    if filed.facet is Facet.HOLDING:
        return {
            "figure": QCoreApplication.translate("Facets", "图片"),
            "annotation": QCoreApplication.translate("Facets", "批注"),
        }.get(filed.value, filed.value)
    if filed.facet is Facet.TITLE and not filed.value:
        return QCoreApplication.translate("Facets", "报纸不详")
    return filed.value


def kind_text(kind: Kind) -> str:
    """Return the name of a kind of statistic."""
    return {
        Kind.MONEY: QCoreApplication.translate("Facets", "金额"),
        Kind.COUNT: QCoreApplication.translate("Facets", "数量"),
        Kind.PERCENT: QCoreApplication.translate("Facets", "百分比"),
        Kind.PERCENTAGE_POINTS: QCoreApplication.translate("Facets", "百分点"),
        Kind.RATIO: QCoreApplication.translate("Facets", "比例"),
        Kind.FRACTION: QCoreApplication.translate("Facets", "分数"),
        Kind.MULTIPLE: QCoreApplication.translate("Facets", "倍数"),
        Kind.LENGTH: QCoreApplication.translate("Facets", "长度"),
        Kind.AREA: QCoreApplication.translate("Facets", "面积"),
        Kind.MASS: QCoreApplication.translate("Facets", "重量"),
        Kind.VOLUME: QCoreApplication.translate("Facets", "体积"),
        Kind.DURATION: QCoreApplication.translate("Facets", "时长"),
        Kind.SPEED: QCoreApplication.translate("Facets", "速度"),
        Kind.TEMPERATURE: QCoreApplication.translate("Facets", "温度"),
        Kind.AGE: QCoreApplication.translate("Facets", "年龄"),
        Kind.ENERGY: QCoreApplication.translate("Facets", "能量"),
        Kind.RATE: QCoreApplication.translate("Facets", "比率"),
        Kind.RANK: QCoreApplication.translate("Facets", "名次"),
        Kind.ORDINAL: QCoreApplication.translate("Facets", "序数"),
        Kind.DATE: QCoreApplication.translate("Facets", "日期"),
        Kind.NUMBER: QCoreApplication.translate("Facets", "数值"),
    }[kind]
