import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from baoguan.app.theme import load_theme
from baoguan.domain.chart import Chart, ChartKind, Mark
from baoguan.domain.errors import BaoguanError
from baoguan.domain.ids import StatisticId
from baoguan.ui.models.chart_plan import Plan
from baoguan.ui.models.chart_plans import plan_chart
from baoguan.ui.parts.chart_file import write_chart

_SOURCE = "据《天津日报》 1998-03-01 至 2022-10-12，97 个数字"
_ODD = '<b>&"双港\x01站"'
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def plan(qapp: object) -> Plan:
    ids = (StatisticId(1),)
    marks = (Mark("天津轨道交通B1线", 2e10, 3e10, ids), Mark(_ODD, 1e10, 1e10, ids))
    return plan_chart(Chart(ChartKind.BARS, "总投资", "CNY", marks, 0), 960, 540)


def write(plan: Plan, path: Path) -> None:
    theme = load_theme("light")
    write_chart(plan, _SOURCE, theme, theme.money, path)


def rendered(path: Path, scale: int) -> QImage:
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize() * scale, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def test_the_svg_has_its_size_and_its_text_as_text(plan: Plan, tmp_path: Path) -> None:
    write(plan, tmp_path / "图.svg")
    root = ElementTree.parse(tmp_path / "图.svg").getroot()
    height = round(plan.height)
    assert (root.get("width"), root.get("height")) == ("960", str(height))
    assert root.get("viewBox") == f"0 0 960 {height}"
    assert root.findtext(f"{_SVG}title") == "总投资（元）"
    texts = "".join(text.text or "" for text in root.iter(f"{_SVG}text"))
    for words in ("总投资（元）", "天津轨道交通B1线", '<b>&"双港 站"', "200亿–300亿", _SOURCE):
        assert words in texts
    families = {text.get("font-family") for text in root.iter(f"{_SVG}text")}
    assert len(families) == 1
    assert re.search(
        r"text:not\(g\)\{font-family:'[^}]*,sans-serif\}", (tmp_path / "图.svg").read_text("utf-8")
    )


def test_svg_and_png_show_the_same(plan: Plan, tmp_path: Path) -> None:
    write(plan, tmp_path / "图.svg")
    again = plan_chart(plan.chart, 960, 540)
    write(again, tmp_path / "图.png")
    picture, drawn = QImage(str(tmp_path / "图.png")), rendered(tmp_path / "图.svg", 2)
    assert picture.size() == drawn.size()
    assert picture.width() == 1920
    differ = sum(
        abs(picture.pixelColor(x, y).lightness() - drawn.pixelColor(x, y).lightness()) > 64
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )
    seen = (picture.width() // 3) * (picture.height() // 3)
    assert differ / seen < 0.01
    assert picture.pixelColor(4, 4) == QColor(load_theme("light").paper)


def test_a_file_is_written_whole_or_not_at_all(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "图.svg").mkdir()
    with pytest.raises(BaoguanError) as raised:
        write(plan, tmp_path / "图.svg")
    assert "图.svg" in raised.value.what.en
    assert [path.name for path in tmp_path.iterdir()] == ["图.svg"]
