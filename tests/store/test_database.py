from pathlib import Path

import pytest
from sqlalchemy import text

from baoguan.domain.errors import ArchiveDamaged, ArchiveReadOnly, StorageFull
from baoguan.store.catalogue import Catalogue
from baoguan.store.database import Database


def test_a_failed_transaction_keeps_nothing(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)

    def fail() -> None:
        with catalogue.database.writing() as connection:
            connection.execute(text("INSERT INTO title (name) VALUES ('天津日报')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with catalogue.database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM title")) == 0
    catalogue.close()


def test_a_file_that_is_no_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"not a database at all, but long enough " * 50)
    with pytest.raises(ArchiveDamaged):
        Catalogue.open(tmp_path)


def test_a_full_disk_is_said_and_changes_nothing(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)

    def fill() -> None:
        with catalogue.database.writing() as connection:
            connection.execute(text("INSERT INTO title (name) VALUES ('天津日报')"))
            pages = connection.scalar(text("PRAGMA page_count"))
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
            connection.execute(text("INSERT INTO title (name) VALUES (hex(zeroblob(1000000)))"))

    with pytest.raises(StorageFull):
        fill()
    with catalogue.database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM title")) == 0
    catalogue.close()


def test_read_only_reads_and_refuses_to_write(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    with catalogue.database.writing() as connection:
        connection.execute(text("INSERT INTO title (name) VALUES ('天津日报')"))
    catalogue.close()
    database = Database(tmp_path / "catalogue.sqlite", read_only=True)
    with database.reading() as connection:
        assert connection.scalar(text("SELECT name FROM title")) == "天津日报"
    with pytest.raises(ArchiveReadOnly), database.writing():
        pass
    database.close()
    assert {path.name for path in tmp_path.iterdir()} == {"catalogue.sqlite"}


@pytest.mark.parametrize("name", ["百分 50% #1?.baoguan", "𠮷 & ; 'quoted'.baoguan"])
def test_any_folder_name_works(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    Catalogue.open(folder).close()
    reopened = Catalogue.open(folder, read_only=True)
    assert reopened.faults() == ()
    reopened.close()
