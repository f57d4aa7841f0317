"""Whose page a file of XML is: what it says itself, and what the sidecar beside it says instead."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from baoguan.domain.page import Imprint
from baoguan.readers.imprint import read_imprint

_ORDERS = (
    re.compile(r"\b(?P<y>1[5-9]\d\d|20\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>1[5-9]\d\d|20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>1[5-9]\d\d|20\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>1[89]\d\d|20\d\d)\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"),
)


def date_in(text: str) -> date | None:
    """Return the first whole date in a text (1898-01-05, 18980105, 5.1.1898, 1898年1月5日), if any."""
    for order in _ORDERS:
        for found in order.finditer(text):
            try:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                continue
    return None


def beside(path: Path, own: Imprint, pages: int) -> Imprint:
    """Return a page's imprint with what the sidecar of its source says; a page number only for one page."""
    told = read_imprint(path)
    return replace(
        own,
        title=told.title or own.title,
        date=told.date or own.date,
        sequence=(told.sequence if pages == 1 else None) or own.sequence,
        number=(told.number if pages == 1 else None) or own.number,
        inferred=own.inferred | told.inferred,
    )
