"""The catalogue: the truth of an archive, together with its originals."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from baoguan.store.annotations import Annotations
from baoguan.store.continuations import Continuations
from baoguan.store.database import Database
from baoguan.store.filing import Filing
from baoguan.store.gallery import Gallery
from baoguan.store.migrate import migrate
from baoguan.store.originals import Originals
from baoguan.store.pages import Pages
from baoguan.store.prints import Prints
from baoguan.store.readings import Readings
from baoguan.store.rearrangements import Rearrangements
from baoguan.store.revisions import Revisions
from baoguan.store.saved_searches import SavedSearches
from baoguan.store.statistics import Statistics
from baoguan.store.texts import Texts


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An open catalogue, by what is asked of it."""

    database: Database
    originals: Originals
    revisions: Revisions
    filing: Filing
    pages: Pages
    texts: Texts
    statistics: Statistics
    readings: Readings
    annotations: Annotations
    saved_searches: SavedSearches
    prints: Prints
    rearrangements: Rearrangements
    continuations: Continuations
    gallery: Gallery

    @classmethod
    def open(cls, folder: Path, read_only: bool = False) -> "Catalogue":
        """Open the catalogue of an archive folder; where it may be written, make or update it first."""
        database = Database(folder / "catalogue.sqlite", read_only)
        try:
            migrate(database)
        except BaseException:
            database.close()
            raise
        originals = Originals(folder / "originals")
        return cls(
            database,
            originals,
            Revisions(database),
            Filing(database),
            Pages(database),
            Texts(database),
            Statistics(database),
            Readings(database),
            Annotations(database),
            SavedSearches(database),
            Prints(database, originals),
            Rearrangements(database),
            Continuations(database),
            Gallery(database),
        )

    def close(self) -> None:
        """Close the catalogue's file."""
        self.database.close()

    def faults(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the file: nothing, when all is well."""
        with self.database.reading() as connection:
            found = [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
            broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        lines = [line for line in found if line != "ok"]
        return tuple(lines + [f"foreign key: {row[0]} {row[1]}" for row in broken])
