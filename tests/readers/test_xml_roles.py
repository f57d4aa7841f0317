"""What vendors call the parts of a page."""

import pytest

from baoguan.domain.page import BlockRole
from baoguan.readers.xml_roles import told_by


@pytest.mark.parametrize(
    ("label", "role", "level"),
    [
        ("HEADLINE", BlockRole.HEADING, 1),
        ("Title", BlockRole.HEADING, 1),
        ("OVERLINE", BlockRole.HEADING, 2),
        ("sub-headline", BlockRole.HEADING, 2),
        ("CROSSHEAD", BlockRole.HEADING, 3),
        ("insidetitle", BlockRole.HEADING, 3),
        ("TITLE_SECTION", BlockRole.FURNITURE, 0),
        ("page-number", BlockRole.FURNITURE, 0),
        ("PageNumber", BlockRole.FURNITURE, 0),
        ("RUNNING_TITLE", BlockRole.FURNITURE, 0),
        ("Illustration Caption", BlockRole.CAPTION, 0),
        ("ADVERTISEMENT", BlockRole.ADVERTISEMENT, 0),
        ("freead", BlockRole.ADVERTISEMENT, 0),
        ("Textblock", BlockRole.TEXT, 0),
        ("BODY_CONTENT", BlockRole.TEXT, 0),
        ("AUTHOR", BlockRole.BYLINE, 0),
        ("HeadingLine:main", BlockRole.HEADING, 1),
    ],
)
def test_labels_of_vendors(label: str, role: BlockRole, level: int) -> None:
    assert told_by(label) == (role, level)


@pytest.mark.parametrize("label", ["", "SECTION", "np:page", "MainZone", "42"])
def test_labels_that_say_nothing_of_what_text_is(label: str) -> None:
    assert told_by(label) is None
