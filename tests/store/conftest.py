"""Catalogues as former versions of the program made them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

import baoguan.store
from baoguan.store.database import Database


@pytest.fixture
def made_by() -> Callable[[Path, str], None]:
    """Make the catalogue of a folder as the version did whose last migration is named."""

    def make(folder: Path, revision: str) -> None:
        config = Config()
        config.set_main_option("script_location", str(Path(baoguan.store.__file__).parent / "migrations"))
        database = Database(folder / "catalogue.sqlite")
        with database.writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
        database.close()

    return make
