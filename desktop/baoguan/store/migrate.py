"""Brings a catalogue file to this version's tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from baoguan.domain.errors import ArchiveTooNew
from baoguan.domain.language import Bilingual
from baoguan.store.database import Database
from baoguan.store.older import stand_ins

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Apply the migrations that are missing; raise ``ArchiveTooNew`` where the file knows more than we do.

    An older catalogue that cannot be written to stays as it is: what it has no place for, it has none of.
    """
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with database.reading() as connection:
        at = _revision(connection)
    if at == scripts.get_current_head():
        return
    if at is not None and at not in {script.revision for script in scripts.walk_revisions()}:
        raise too_new(database.path.parent)
    if at is not None and database.read_only:
        with database.reading() as connection:
            prepare = stand_ins(connection)
        database.prepare(prepare)
        return
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def too_new(folder: Path) -> ArchiveTooNew:
    """Return the error for an archive written by a newer version."""
    return ArchiveTooNew(
        Bilingual(
            f"馆藏“{folder.name}”是用更新版本的报馆建立的。",
            f'The archive "{folder.name}" was written by a newer version of Baoguan.',
        ),
        Bilingual(
            "请更新本程序后再打开；没有改动任何内容。", "Update the program to open it; nothing was changed."
        ),
    )


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
