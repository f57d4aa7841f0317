"""Composes newspaper pages for tests, knows all that is true of them, and writes them in every form."""

from newsroom.desk import LAYOUTS, issue, page
from newsroom.truth import Box, Face, Figure, Jump, Line, NewsPage, Role, Story
from newsroom.wear import BILEVEL, CLEAN, WORN, Wear, any_wear
from newsroom.writers.alto import Alto, write_alto
from newsroom.writers.pdf import write_pdf
from newsroom.writers.scan import on_scan, write_scan, write_scans

__all__ = [
    "BILEVEL",
    "CLEAN",
    "LAYOUTS",
    "WORN",
    "Alto",
    "Box",
    "Face",
    "Figure",
    "Jump",
    "Line",
    "NewsPage",
    "Role",
    "Story",
    "Wear",
    "any_wear",
    "issue",
    "on_scan",
    "page",
    "write_alto",
    "write_pdf",
    "write_scan",
    "write_scans",
]
