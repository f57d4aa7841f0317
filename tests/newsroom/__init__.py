"""Composes newspaper pages for tests, knows all that is true of them, and writes them in every form."""

from newsroom import broken
from newsroom.blocks import TextBlock, blocks
from newsroom.desk import LAYOUTS, issue, page
from newsroom.scans import page_scan
from newsroom.truth import Box, Face, Figure, Jump, Line, NewsPage, Role, Story, load
from newsroom.wear import BILEVEL, CLEAN, WORN, Wear, any_wear
from newsroom.writers.alto import Alto, write_alto
from newsroom.writers.hocr import write_hocr
from newsroom.writers.html import write_html
from newsroom.writers.mets import write_issue
from newsroom.writers.pagexml import PageXml, write_page_xml
from newsroom.writers.pdf import write_pdf, write_scanned_pdf
from newsroom.writers.scan import on_scan, picture_of, write_scan, write_scans
from newsroom.writers.tei import write_tei

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
    "PageXml",
    "Role",
    "Story",
    "TextBlock",
    "Wear",
    "any_wear",
    "blocks",
    "broken",
    "issue",
    "load",
    "on_scan",
    "page",
    "page_scan",
    "picture_of",
    "write_alto",
    "write_hocr",
    "write_html",
    "write_issue",
    "write_page_xml",
    "write_pdf",
    "write_scan",
    "write_scanned_pdf",
    "write_scans",
    "write_tei",
]
