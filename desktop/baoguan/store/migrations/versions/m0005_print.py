"""Where text is printed: sources of several pages and files, lines, frames, jumps, and layouts by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables, and give those there are what belongs to print."""
    _columns()
    _files()
    _print()
    _lines()
    _jumps()


def _columns() -> None:
    """Add columns; what the rows there are lack is what they say by their defaults."""
    for table, name, kind, default in (
        ("page", "part", sa.Integer(), "0"),
        ("article", "genre", sa.String(), "article"),
        ("byline", "more_lines", sa.JSON(), "[]"),
        ("figure", "more_lines", sa.JSON(), "[]"),
        ("figure", "kind", sa.String(), ""),
    ):
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
    for name in ("left", "top", "width", "height"):
        op.add_column("figure", sa.Column(name, sa.Float(), nullable=True))


def _files() -> None:
    op.create_table(
        "page_file",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("source_sha256", sa.String(length=64), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_page_file_page_id")),
        sa.ForeignKeyConstraint(
            ["source_sha256"], ["source.sha256"], name=op.f("fk_page_file_source_sha256")
        ),
        sa.PrimaryKeyConstraint("page_id", "sequence", name=op.f("pk_page_file")),
    )
    op.create_index(op.f("ix_page_file_source_sha256"), "page_file", ["source_sha256"])
    op.create_table(
        "rearrangement",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("act", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_rearrangement_page_id")),
        sa.PrimaryKeyConstraint("page_id", "sequence", name=op.f("pk_rearrangement")),
    )


def _print() -> None:
    op.create_table(
        "print",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("image_sha256", sa.String(length=64), nullable=True),
        sa.Column("frame", sa.Integer(), nullable=False),
        sa.Column("image_width", sa.Integer(), nullable=False),
        sa.Column("image_height", sa.Integer(), nullable=False),
        sa.Column("dpi", sa.Float(), nullable=False),
        sa.Column("unread", sa.JSON(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("recognised", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_print_page_id")),
        sa.ForeignKeyConstraint(["image_sha256"], ["source.sha256"], name=op.f("fk_print_image_sha256")),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_print")),
    )
    op.create_index("ix_print_waiting", "print", ["page_id"], sqlite_where=sa.text("waiting = 1"))


def _lines() -> None:
    places = [sa.Column(name, sa.Float(), nullable=False) for name in ("left", "top", "width", "height")]
    op.create_table(
        "text_line",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        *places,
        sa.Column("cuts", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Float(), nullable=False),
        sa.Column("bold", sa.Integer(), nullable=False),
        sa.Column("vertical", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_text_line_page_id")),
        sa.PrimaryKeyConstraint("page_id", "number", name=op.f("pk_text_line")),
    )


def _jumps() -> None:
    op.create_table(
        "jump",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("source_line", sa.Integer(), nullable=False),
        sa.Column("onward", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_jump_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jump")),
    )
    op.create_index(op.f("ix_jump_article_id"), "jump", ["article_id"])
    op.create_table(
        "continuation",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("next_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_continuation_article_id")),
        sa.ForeignKeyConstraint(["next_id"], ["article.id"], name=op.f("fk_continuation_next_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_continuation")),
        sa.UniqueConstraint("next_id", name=op.f("uq_continuation_next_id")),
    )
