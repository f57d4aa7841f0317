"""The options of ``baoguan stats`` that say which statistics, as the window's filters do."""

from collections.abc import Callable
from datetime import date
from math import isfinite, nan
from typing import TYPE_CHECKING, Any, NoReturn

import click

from baoguan.cli.speech import say
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.interval import days_of
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_CHINESE = {
    "金额": Kind.MONEY, "数量": Kind.COUNT, "百分比": Kind.PERCENT, "百分点": Kind.PERCENTAGE_POINTS,
    "比": Kind.RATIO, "分数": Kind.FRACTION, "倍数": Kind.MULTIPLE, "长度": Kind.LENGTH, "面积": Kind.AREA,
    "重量": Kind.MASS, "容量": Kind.VOLUME, "时长": Kind.DURATION, "速度": Kind.SPEED,
    "温度": Kind.TEMPERATURE, "年龄": Kind.AGE, "能量": Kind.ENERGY, "比率": Kind.RATE, "名次": Kind.RANK,
    "序数": Kind.ORDINAL, "日期": Kind.DATE, "数": Kind.NUMBER,
}  # fmt: skip


class _KindType(click.ParamType[Kind]):
    """A kind of number, in Chinese or English."""

    name = say("类别", "kind")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        """Return the kind; fail where it is unknown."""
        said = str(value).strip()
        kind = _CHINESE.get(said) or next((each for each in Kind if each == said), None)
        if kind is None:
            known = say(" ".join(_CHINESE), " ".join(Kind))
            _refuse(f"没有“{said}”这一类；有：{known}。", f'No kind "{said}"; there are: {known}.')
        return kind


class _Day(click.ParamType[date]):
    """A year, month or day (2022, 2022-10, 2022-10-12), its first day or its last."""

    name = say("日期", "date")

    def __init__(self, last: bool) -> None:
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fail where it is none."""
        said = str(value).strip()
        day = days_of(said)[self._last]
        if day is None or not said.replace("-", "").isdigit():
            _refuse(
                f"“{said}”不是日期；请写成 2022、2022-10 或 2022-10-12。",
                f'"{said}" is no date; write 2022, 2022-10 or 2022-10-12.',
            )
        return day


class _Number(click.ParamType[float]):
    """A finite number."""

    name = say("数", "number")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number; fail where it is none."""
        try:
            number = float(str(value).replace(",", ""))
        except ValueError:
            number = nan
        if not isfinite(number):
            _refuse(
                f"“{value}”不是数；请写成 1.5 或 100000000，单位用 --unit。",
                f'"{value}" is no number; write 1.5 or 100000000, and the unit as --unit.',
            )
        return number


def _refuse(zh: str, en: str) -> NoReturn:
    raise click.UsageError(say(zh, en))


_NUMBER = _Number()
_TEXTS = {
    "place": say("地点。", "The place."),
    "measure": say("指标，如 总投资。", "What is measured."),
    "subject": say("主体，如 渤化集团。", "Whom or what it tells of."),
    "find": say(
        "数字、单位、指标、主体、地点或标题里有这些字。",
        "Stands in number, unit, measure, subject, place or headline.",
    ),
    "title": say("报纸。", "The newspaper."),
}


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that ``filter_of`` takes."""
    options = [
        click.option("--kind", multiple=True, type=_KindType(), help=say("类别，可多个。", "Repeatable.")),
        click.option("--unit", help=say("单位，如 元、亿元、斤。", "Unit, for example 元, 亿元, 斤.")),
        click.option("--min", "low", type=_NUMBER, help=say("数值下限。", "Least value, in the unit.")),
        click.option("--max", "high", type=_NUMBER, help=say("数值上限。", "Greatest value.")),
        click.option("--since", type=_Day(last=False), help=say("时间起。", "Beginning of the period.")),
        click.option("--until", type=_Day(last=True), help=say("时间止。", "End of the period.")),
        *(click.option(f"--{name}", default="", help=meaning) for name, meaning in _TEXTS.items()),
        click.option("--page", type=int, help=say("版面编号。", "Number of a page.")),
        click.option("--article", type=int, help=say("文章编号。", "Number of an article.")),
        click.option("--rejected", is_flag=True, help=say("只列被否定的。", "Those that readers rejected.")),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def filter_of(room: "Archive", given: dict[str, Any]) -> StatisticFilter:
    """Return the filter that options ask for; raise where they contradict themselves or the archive."""
    low, high, since, until = given["low"], given["high"], given["since"], given["until"]
    if low is not None and high is not None and low > high:
        _refuse("--min 大于 --max；请把两个数对调。", "--min is above --max; exchange the two.")
    if since is not None and until is not None and since > until:
        _refuse("--since 晚于 --until；请把两个日期对调。", "--since is after --until; exchange the two.")
    wanted = StatisticFilter(
        page=None if given["page"] is None else room.page(PageId(given["page"])).page.id,
        article=None if given["article"] is None else room.article(ArticleId(given["article"])).id,
        kinds=frozenset(given["kind"]),
        text=given["find"],
        low=low,
        high=high,
        since=since,
        until=until,
        rejected=given["rejected"],
        **{name: given[name] for name in ("place", "measure", "subject", "title")},
    )
    return wanted if given["unit"] is None else _in_unit(room, wanted, given["unit"])


def _in_unit(room: "Archive", wanted: StatisticFilter, unit: str) -> StatisticFilter:
    from baoguan.app.units import in_unit

    found = in_unit(room, wanted, unit.strip())
    if found is None:
        held = " ".join(one.name for one in room.statistic_values(StatisticFilter(), "unit"))
        _refuse(
            f"没有“{unit}”这个单位；馆藏里有：{held}。",
            f'No unit "{unit}"; the archive has: {held}.',
        )
    return found
