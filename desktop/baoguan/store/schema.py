"""The catalogue's tables. Deleting is a date: a row with ``deleted_at`` is kept for undo and not shown."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

title = Table(
    "title",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
)

issue = Table(
    "issue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title_id", ForeignKey("title.id"), nullable=False),
    Column("date", Date, index=True),
    Column("inferred", JSON, nullable=False),
    UniqueConstraint("title_id", "date"),
)

source = Table(
    "source",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("encoding", String, nullable=False),
    Column("added_at", DateTime, nullable=False),
    CheckConstraint("length(sha256) = 64", name="sha256"),
)

page = Table(
    "page",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("issue_id", ForeignKey("issue.id"), nullable=False),
    Column("source_sha256", ForeignKey("source.sha256"), nullable=False, index=True),
    Column("sequence", Integer, nullable=False),
    Column("number", String),
    Column("notes", JSON, nullable=False),
    Column("deleted_at", DateTime),
    Column("part", Integer, nullable=False, server_default="0"),
)
"""``part`` is a page's place in a source of several pages."""

page_file = Table(
    "page_file",
    metadata,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("source_sha256", ForeignKey("source.sha256"), nullable=False, index=True),
    Column("path", String, nullable=False),
    Column("role", String, nullable=False),
)
"""What a page was read from where that is several files, the one named first: ``path`` is that in their
package, ``role`` is structure, text or image."""

print_ = Table(
    "print",
    metadata,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("image_sha256", ForeignKey("source.sha256")),
    Column("frame", Integer, nullable=False),
    Column("image_width", Integer, nullable=False),
    Column("image_height", Integer, nullable=False),
    Column("dpi", Float, nullable=False),
    Column("unread", JSON, nullable=False),
    Column("waiting", Integer, nullable=False),
    Column("recognised", JSON(none_as_null=True)),
)
"""Where a page's text is printed. ``waiting``: its text is still to be recognised; ``recognised``: the blocks
that were, each with its role, level, gap, box and lines, and the rulings; null where the source itself
holds the text."""

text_line = Table(
    "text_line",
    metadata,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("left", Float, nullable=False),
    Column("top", Float, nullable=False),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("cuts", LargeBinary, nullable=False),
    Column("size", Float, nullable=False),
    Column("bold", Integer, nullable=False),
    Column("vertical", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
)
"""A printed line; ``cuts`` are single-precision floats, little end first."""

rearrangement = Table(
    "rearrangement",
    metadata,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("act", JSON, nullable=False),
)
"""What readers said of a page's layout by hand, in order."""

section = Table(
    "section",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False, index=True),
    Column("sequence", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("source_line", Integer, nullable=False),
    Column("displaced", Integer, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False, index=True),
    Column("first_line", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("section", String),
    Column("section_confidence", Float, nullable=False),
    Column("headline", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("revision", Integer, nullable=False, index=True),
    Column("deleted_at", DateTime),
    Column("genre", String, nullable=False, server_default="article"),
    CheckConstraint("revision > 0", name="revision"),
)

jump = Table(
    "jump",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("article.id"), nullable=False, index=True),
    Column("source_line", Integer, nullable=False),
    Column("onward", Integer, nullable=False),
    Column("page", String, nullable=False),
    Column("about", String, nullable=False),
    Column("name", String, nullable=False),
)
"""What a page says of an article's other parts."""

continuation = Table(
    "continuation",
    metadata,
    Column("article_id", ForeignKey("article.id"), primary_key=True),
    Column("next_id", ForeignKey("article.id"), nullable=False, unique=True),
)
"""Which article goes on in which, as jumps of an issue's pages tell together."""

passage = Table(
    "passage",
    metadata,
    Column("article_id", ForeignKey("article.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("source_lines", JSON, nullable=False),
    Column("joins", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    CheckConstraint('"start" <= "end"', name="span"),
)

byline = Table(
    "byline",
    metadata,
    Column("article_id", ForeignKey("article.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("raw", String, nullable=False),
    Column("role", String, nullable=False),
    Column("names", JSON, nullable=False),
    Column("source_line", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("more_lines", JSON, nullable=False, server_default="[]"),
)

figure = Table(
    "figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False, index=True),
    Column("article_id", ForeignKey("article.id"), index=True),
    Column("sequence", Integer, nullable=False),
    Column("caption", Text, nullable=False),
    Column("credit", Text, nullable=False),
    Column("source_line", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("more_lines", JSON, nullable=False, server_default="[]"),
    Column("kind", String, nullable=False, server_default=""),
    Column("left", Float),
    Column("top", Float),
    Column("width", Float),
    Column("height", Float),
)

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id"), nullable=False),
    Column("rule", String, nullable=False),
    Column("lines", JSON, nullable=False),
    Column("key", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("rejected", Integer, nullable=False),
    UniqueConstraint("page_id", "key"),
)

statistic = Table(
    "statistic",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("article.id"), nullable=False, index=True),
    Column("raw", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("full_start", Integer, nullable=False),
    Column("full_end", Integer, nullable=False),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
    Column("relation", String, nullable=False),
    Column("qualifier", String, nullable=False),
    Column("unit", String),
    Column("dimension", String),
    Column("base_value", Float, index=True),
    Column("per", String),
    Column("direction", String),
    Column("change", String),
    Column("basis", String),
    Column("iso", String),
    Column("time_text", String, nullable=False),
    Column("time_iso", String),
    Column("subject", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("place", String, nullable=False),
    Column("status", String, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("rule", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("base_low", Float),
    Column("base_high", Float),
    Column("time_start", Date),
    Column("time_end", Date),
    Column("annotation_id", ForeignKey("annotation.id")),
    Column("amended_by", ForeignKey("annotation.id")),
)
"""``time_start`` and ``time_end`` are the days of a number's time, None for an open end. ``annotation_id``
is the reader's annotation that says the row, ``amended_by`` that in whose stead another is shown, or none."""

reading = Table(
    "reading",
    metadata,
    Column("article_id", ForeignKey("article.id"), primary_key=True),
    Column("rules", String, nullable=False),
)
"""By which rules an article's statistics were read."""

annotation = Table(
    "annotation",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("article_id", ForeignKey("article.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("tags", JSON, nullable=False),
    Column("colour", Integer, nullable=False),
    Column("created", DateTime, nullable=False),
    Column("modified", DateTime, nullable=False),
    Column("deleted_at", DateTime),
    Column("amendment", JSON(none_as_null=True)),
    CheckConstraint("colour BETWEEN 0 AND 4", name="colour"),
)

saved_search = Table(
    "saved_search",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("order", String, nullable=False),
    Column("created", DateTime, nullable=False),
    Column("deleted_at", DateTime),
)

change = Table("change", metadata, Column("revision", Integer, primary_key=True))
"""Every revision the catalogue has been at; an article bears that of its last change."""

Index("ix_print_waiting", print_.c.page_id, sqlite_where=print_.c.waiting == 1)
Index("ix_page_issue_sequence", page.c.issue_id, page.c.sequence)
Index("ix_article_removed", article.c.deleted_at, sqlite_where=article.c.deleted_at.is_not(None))
Index("ix_statistic_measure", statistic.c.measure, statistic.c.dimension)
Index("ix_statistic_unit", statistic.c.unit, statistic.c.dimension)
Index("ix_statistic_subject", statistic.c.subject)
Index("ix_statistic_place", statistic.c.place)
for _key in (statistic.c.annotation_id, statistic.c.amended_by):
    Index(f"ix_statistic_{_key.name}", _key, sqlite_where=_key.is_not(None))
