"""What can be said of the pieces of a page, in words."""

from PySide6.QtCore import QCoreApplication

from baoguan.domain.article import Role

ROLES = (
    Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.LEAD, Role.BODY, Role.SUBHEAD, Role.INSET,
    Role.NOTE, Role.CAPTION, Role.CREDIT, Role.SECTION,
)  # fmt: skip
"""What lines may be printed as, in the order of an article."""


def role_name(role: Role | None) -> str:
    """Return what a passage is called; None belongs to the page alone."""
    names = QCoreApplication.translate(
        "LayoutRoles",
        "引题|主题|副题|署名|导语|正文|小标题|插文|附注|图片说明|图片署名|栏目名|不属于文章",
    ).split("|")
    return names[len(ROLES) if role is None else ROLES.index(role)]


def headline_name(place: int, headline: str) -> str:
    """Return what an article is called in a menu: its place on the page, and its headline."""
    words = headline or QCoreApplication.translate("LayoutRoles", "（没有标题）")
    return f"{place}  {words.replace('&', '&&')[:40]}"
