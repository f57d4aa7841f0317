"""An article printed on several pages leads from each part to the others."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_into
from baoguan.app.theme import load_theme
from baoguan.domain.ids import ArticleId
from baoguan.domain.progress import Silent
from baoguan.ui.models.room import Room
from baoguan.ui.panes.article import ArticlePane


@pytest.fixture
def room(qapp: QApplication, newsroom: ModuleType, tmp_path: Path) -> Iterator[Room]:
    """A room with an issue of two pages open, of which one article is on both."""
    pages = newsroom.issue(seed=71, pages=2)
    package = newsroom.write_issue(pages, tmp_path / "package", "docworks", image=False)
    folder = tmp_path / "版样.baoguan"
    ingest_into(folder, [package], Silent())
    archive = Archive.open(folder)
    room = Room(load_theme("light"))
    room.open(archive)
    yield room
    room.close()
    archive.close()


def _divided(archive: Archive) -> tuple[ArticleId, ...]:
    """The parts of the first article that goes on on another page."""
    for page in archive.pages():
        for record in archive.page(page.id).articles:
            if len(parts := archive.parts(record.id)) > 1:
                return parts
    raise AssertionError("the issue's pages share no article")


def test_the_foot_names_all_pages_and_leads_there(qtbot: QtBot, room: Room) -> None:
    parts = _divided(room.archive)
    pane = ArticlePane(room)
    qtbot.addWidget(pane)
    pane.resize(560, 800)
    pane.show()
    record = room.archive.article(parts[0])
    room.selection.select(room.selection.current.at_article(record.page.id, record.id))
    qtbot.waitUntil(lambda: room.waiting == 0 and "全文印在" in pane.view.toPlainText())
    foot = pane.view.toPlainText().split("全文印在")[1].splitlines()[0]
    assert [name.endswith("（这里）") for name in foot.split("　") if name] == [True] + [False] * (
        len(parts) - 1
    )
    pane.view.anchorClicked.emit(QUrl(f"part:{parts[1]}"))
    assert room.selection.current.article == parts[1]
    assert room.selection.current.page == room.archive.article(parts[1]).page.id
    qtbot.waitUntil(lambda: room.waiting == 0)


def test_an_article_on_one_page_says_nothing_of_it(qtbot: QtBot, room: Room) -> None:
    whole = next(
        record
        for page in room.archive.pages()
        for record in room.archive.page(page.id).articles
        if len(room.archive.parts(record.id)) == 1
    )
    pane = ArticlePane(room)
    qtbot.addWidget(pane)
    room.selection.select(room.selection.current.at_article(whole.page.id, whole.id))
    qtbot.waitUntil(lambda: room.waiting == 0 and "出处" in pane.view.toPlainText())
    assert "全文印在" not in pane.view.toPlainText()
