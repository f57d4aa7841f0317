"""Statistics that readers amend, that are asked for by period, and that rules read anew."""

import sqlalchemy as sa
from alembic import op

from baoguan.store.older import first_day, last_day

revision = "0004"
down_revision = "0003"

_FACTORS = sa.text(
    "SELECT unit, dimension, max(abs(value)), base_value / value AS factor FROM statistic "
    "WHERE value <> 0 AND base_value IS NOT NULL GROUP BY unit, dimension"
)
_RANGES = sa.text(
    "UPDATE statistic SET base_low = low * :factor, base_high = high * :factor "
    "WHERE (low IS NOT NULL OR high IS NOT NULL) AND unit IS :unit AND dimension IS :dimension"
)
_TIMES = sa.text(
    "UPDATE statistic SET time_start = first_day(coalesce(time_iso, iso)), "
    "time_end = last_day(coalesce(time_iso, iso)) WHERE time_iso IS NOT NULL OR iso IS NOT NULL"
)


def upgrade() -> None:
    """Add the columns, fill in what the rows there are tell, and make the indexes."""
    op.add_column("annotation", sa.Column("amendment", sa.JSON(), nullable=True))
    for name, kind in (("base_low", sa.Float), ("base_high", sa.Float), ("time_start", sa.Date)):
        op.add_column("statistic", sa.Column(name, kind(), nullable=True))
    op.add_column("statistic", sa.Column("time_end", sa.Date(), nullable=True))
    for name in ("annotation_id", "amended_by"):
        # Alembic would copy the whole table to add a foreign key.
        key = f"CONSTRAINT fk_statistic_{name} REFERENCES annotation (id)"
        op.execute(f"ALTER TABLE statistic ADD COLUMN {name} VARCHAR(36) {key}")
    op.create_table(
        "reading",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_reading_article_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_reading")),
    )
    _fill()
    _index()


def _fill() -> None:
    connection = op.get_bind()
    driver = connection.connection.dbapi_connection
    if driver is None:
        raise AssertionError("migrations run on an open connection")
    driver.create_function("first_day", 1, first_day, deterministic=True)
    driver.create_function("last_day", 1, last_day, deterministic=True)
    connection.execute(_TIMES)
    for row in connection.execute(_FACTORS).all():
        values = {"unit": row.unit, "dimension": row.dimension, "factor": row.factor}
        connection.execute(_RANGES, values)


def _index() -> None:
    removed = sa.text("deleted_at IS NOT NULL")
    op.create_index("ix_article_removed", "article", ["deleted_at"], sqlite_where=removed)
    for name in ("measure", "unit"):
        op.create_index(f"ix_statistic_{name}", "statistic", [name, "dimension"])
    for name in ("subject", "place"):
        op.create_index(f"ix_statistic_{name}", "statistic", [name])
    for name in ("annotation_id", "amended_by"):
        held = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_statistic_{name}", "statistic", [name], sqlite_where=held)
