"""Composes newspaper pages for tests, knows all that is true of them, and writes them in every form."""

from newsroom.desk import LAYOUTS, issue, page
from newsroom.truth import Box, Face, Figure, Jump, Line, NewsPage, Role, Story
from newsroom.writers.alto import Alto, write_alto
from newsroom.writers.pdf import write_pdf
from newsroom.writers.scan import write_scan

__all__ = [
    "LAYOUTS",
    "Alto",
    "Box",
    "Face",
    "Figure",
    "Jump",
    "Line",
    "NewsPage",
    "Role",
    "Story",
    "issue",
    "page",
    "write_alto",
    "write_pdf",
    "write_scan",
]
