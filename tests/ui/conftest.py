"""A reading room over a real archive of the sample page, without a window."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_into
from baoguan.app.theme import load_theme
from baoguan.domain.progress import Silent
from baoguan.ui.models.room import Room
from baoguan.ui.window import fonts


@pytest.fixture(scope="session", autouse=True)
def _typefaces(qapp: QApplication) -> None:
    """The program's own typefaces, as at its start."""
    fonts.register(qapp)


@pytest.fixture
def room(qapp: QApplication, sample_archive: Archive) -> Iterator[Room]:
    """A room with the sample archive open."""
    room = Room(load_theme("light"))
    room.open(sample_archive)
    yield room
    room.close()


_SECTIONS = [f"{one}{other}" for one in "经文体国" for other in "济化育际"]


@pytest.fixture(scope="session")
def years_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of five years of two newspapers, closed: no issue survives of 1999, nor of May 2001.

    A third newspaper has one issue without a date.
    """
    pages = tmp_path_factory.mktemp("pages")
    months = [(year, month) for year in (1998, 2000, 2001, 2002) for month in (1, 3, 5, 9)]
    for place, (year, month) in enumerate(months):
        if (year, month) == (2001, 5):
            continue
        title = "天津日报" if place % 3 else "今晚报"
        articles = "\n".join(
            f"## {section}\n\n## {headline}\n\n■ 本报记者 {byline}\n\n{headline}。全年投资{place + 2}亿元。\n"
            for section, headline, byline in (
                ("要闻", "海河两岸植树忙", "刘畅"),
                (
                    _SECTIONS[place],
                    "港口吞吐量上升" if place % 2 else "湿地里的候鸟",
                    f"王{'一二三四'[place % 4]}梅",
                ),
            )
        )
        page = pages / f"{year}-{month:02}.txt"
        page.write_text(articles, encoding="utf-8")
        imprint = f'title = "{title}"\ndate = {year}-{month:02}-14\npage = 1\n'
        page.with_suffix(".toml").write_text(imprint, encoding="utf-8")
    (pages / "undated.txt").write_text("## 旧闻\n\n日期不详的一页。\n", encoding="utf-8")
    (pages / "undated.toml").write_text('title = "益世报"\n', encoding="utf-8")
    folder = tmp_path_factory.mktemp("years") / "五年.baoguan"
    report = ingest_into(folder, [pages], Silent())
    assert (len(report.added), report.failed) == (len(months), ())
    return folder


@pytest.fixture
def years_room(qapp: QApplication, years_folder: Path) -> Iterator[Room]:
    """A room with five years of newspapers open; what it reads is shared, so nothing may be changed."""
    room = Room(load_theme("light"))
    archive = Archive.open(years_folder)
    room.open(archive)
    yield room
    room.close()
    archive.close()


@pytest.fixture
def tested(qtlog: object) -> Iterator[Callable[[QAbstractItemModel], None]]:
    """Have a model watched by Qt's own tester; the test fails where the model breaks a rule."""

    def watch(model: QAbstractItemModel) -> None:
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)

    yield watch
    assert not [record.message for record in qtlog.records if "FAIL!" in record.message]


_HARVEST = (
    ("天津日报", "2022-01-14", "2021年，天津市粮食总产量达到249.9万吨，同比增长9.5%。B1线总投资295.6亿元。"),
    ("今晚报", "2022-01-15", "2021年，天津市粮食总产量达到25亿公斤。B1线总投资约300亿元。"),
    ("渤海早报", "2022-01-18", "2021年，天津市粮食总产量达到239万吨。B1线总投资310.2亿元。"),
    (
        "今晚报",
        "2022-03-02",
        "2021年，河北省粮食总产量3825.1万吨。到2025年，天津市粮食总产量达到260万吨以上。",
    ),
    ("天津日报", "2022-12-20", "2022年，天津市粮食总产量256.2万吨，北京市粮食总产量45.4万吨。"),
    ("今晚报", "2022-12-21", "2022年，天津市粮食总产量256万吨，北京市粮食总产量超过45万吨。"),
)


@pytest.fixture(scope="session")
def harvest_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three newspapers that tell of the same harvests, not always the same, closed."""
    pages = tmp_path_factory.mktemp("harvest")
    for number, (title, day, words) in enumerate(_HARVEST, start=1):
        page = pages / f"{number}.txt"
        page.write_text(f"## 要闻\n\n## 农业喜获丰收\n\n■ 本报记者 刘畅\n\n{words}\n", encoding="utf-8")
        imprint = f'title = "{title}"\ndate = {day}\npage = {number}\n'
        page.with_suffix(".toml").write_text(imprint, encoding="utf-8")
    folder = tmp_path_factory.mktemp("harvests") / "收成.baoguan"
    report = ingest_into(folder, [pages], Silent())
    assert (len(report.added), report.failed) == (len(_HARVEST), ())
    return folder


@pytest.fixture
def harvest_room(qapp: QApplication, harvest_folder: Path) -> Iterator[Room]:
    """A room with the harvests open; what it reads is shared, so nothing may be changed."""
    room = Room(load_theme("light"))
    archive = Archive.open(harvest_folder)
    room.open(archive)
    yield room
    room.close()
    archive.close()


@pytest.fixture(scope="session")
def printed_folder(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two printed pages, a modern one and an upright one of before 1949, closed."""
    import newsroom

    pages = tmp_path_factory.mktemp("printed")
    for number, layout in enumerate(("simple", "vertical"), start=1):
        source = pages / f"{number}.pdf"
        newsroom.write_pdf([newsroom.page(seed=7, layout=layout)], source)
        imprint = f'title = "津沽晚报"\ndate = 2002-09-19\nsequence = {number}\npage = {number}\n'
        source.with_suffix(".toml").write_text(imprint, encoding="utf-8")
    folder = tmp_path_factory.mktemp("prints") / "版面.baoguan"
    report = ingest_into(folder, [pages / "1.pdf", pages / "2.pdf"], Silent())
    assert (len(report.added), report.failed) == (2, ())
    return folder


@pytest.fixture
def printed_room(qapp: QApplication, printed_folder: Path) -> Iterator[Room]:
    """A room with the printed pages open; what it reads is shared, so nothing may be changed."""
    room = Room(load_theme("light"))
    archive = Archive.open(printed_folder)
    room.open(archive)
    yield room
    room.close()
    archive.close()


@pytest.fixture(scope="session")
def _made_prints(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    import newsroom

    pages = tmp_path_factory.mktemp("prints")
    newsroom.write_pdf([newsroom.page(seed=3, layout="broadsheet")], pages / "1.pdf")
    told = newsroom.Alto(version="3", unit="pixel", dpi=150)
    newsroom.write_alto(newsroom.page(seed=0, layout="vertical"), pages / "2.xml", told, image=True)
    folder = tmp_path_factory.mktemp("printed") / "版样.baoguan"
    report = ingest_into(folder, [pages / "1.pdf", pages / "2.xml"], Silent())
    assert (len(report.added), report.failed) == (2, ())
    return folder


@pytest.fixture
def print_room(qapp: QApplication, _made_prints: Path, tmp_path: Path) -> Iterator[Room]:
    """A room with a fresh archive open: a page of a PDF with three figures, and an upright one of ALTO."""
    folder = tmp_path / "版样.baoguan"
    shutil.copytree(_made_prints, folder)
    room = Room(load_theme("light"))
    archive = Archive.open(folder)
    room.open(archive)
    yield room
    room.close()
    archive.close()
