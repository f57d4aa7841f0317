"""The dictionaries under ``resources/dictionaries``: tab-separated, ``#`` starts a comment line."""

from baoguan.paths import resource


def rows(name: str) -> list[tuple[str, ...]]:
    """Return the rows of a dictionary, columns stripped, comment and empty lines left out."""
    lines = resource("dictionaries", name).read_text("utf-8").splitlines()
    kept = (line for line in lines if line.strip() and not line.startswith("#"))
    return [tuple(column.strip() for column in line.split("\t")) for line in kept]
