from pathlib import Path

from baoguan.store.catalogue import Catalogue
from baoguan.store.revisions import next_revision


def test_revisions_rise_and_are_remembered(tmp_path: Path) -> None:
    catalogue = Catalogue.open(tmp_path)
    with catalogue.database.writing() as connection:
        first = next_revision(connection)
    assert first > 0
    assert catalogue.revisions.passed(first)
    assert catalogue.revisions.passed(0)
    assert not catalogue.revisions.passed(first + 1)
    catalogue.close()


def test_two_catalogues_do_not_come_to_the_same_revisions(tmp_path: Path) -> None:
    numbers = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        catalogue = Catalogue.open(tmp_path / name)
        with catalogue.database.writing() as connection:
            numbers.add(next_revision(connection))
        catalogue.close()
    assert len(numbers) == 2
