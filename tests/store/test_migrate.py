from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from baoguan.domain.errors import ArchiveTooNew
from baoguan.store import schema
from baoguan.store.catalogue import Catalogue


def test_migrations_make_exactly_the_tables_of_the_schema(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    with catalogue.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    catalogue.close()


def test_a_catalogue_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    with catalogue.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    catalogue.close()
    before = (tmp_path / "catalogue.sqlite").read_bytes()
    with pytest.raises(ArchiveTooNew) as caught:
        Catalogue.open(tmp_path)
    assert "更新" in caught.value.say("zh")
    assert "newer" in caught.value.say("en")
    assert (tmp_path / "catalogue.sqlite").read_bytes() == before
