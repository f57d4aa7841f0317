"""What vendors call the parts of a page, and what that makes a block."""

import re
from typing import NamedTuple

from baoguan.domain.page import BlockRole


class Told(NamedTuple):
    """What a source says a block is; ``level`` is a heading's depth, 0 for anything else."""

    role: BlockRole
    level: int = 0


_CALLED = {
    Told(BlockRole.HEADING, 1): "headline heading title head maintitle titel überschrift",
    Told(BlockRole.HEADING, 2): "overline kicker subheadline subtitle subhead deck standfirst motto "
    "untertitel",
    Told(BlockRole.HEADING, 3): "subheading crosshead crossheading crossheader insidetitle",
    Told(BlockRole.BYLINE): "author byline autor",
    Told(BlockRole.CAPTION): "caption legend captioning figurecaption bildunterschrift",
    Told(BlockRole.TABLE): "table tables tabelle",
    Told(BlockRole.ADVERTISEMENT): "advertisement ad ads advert adverts advertisements advertising "
    "advertregion freead classified classifieds commercial reclame anzeige werbung annonce",
    Told(BlockRole.FURNITURE): "header footer pagenumber pagination runningtitle runninghead runningheader "
    "running folio masthead titlesection imprint catchword signaturemark colophon banner",
    Told(BlockRole.IMAGE): "illustration image photo photograph picture figure graphic drawing linedrawing "
    "chart map cartoon",
    Told(BlockRole.TEXT): "paragraph text textblock body bodycontent content lead list footnote article",
}
_BY_NAME = {name: told for told, names in _CALLED.items() for name in names.split()}
_SURE = frozenset(
    {"headline", "heading", "subheadline", "caption", "advertisement", "author", "byline", "table"}
)


def told_by(label: str) -> Told | None:
    """Return what a label says (HEADLINE, page-number, Article_Title …), None where it says nothing known."""
    parts = re.findall(r"[^\W\d_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label))
    names = [part.lower() for part in parts]
    whole = _BY_NAME.get("".join(names))
    return whole or next((_BY_NAME[name] for name in names if name in _SURE), None)
