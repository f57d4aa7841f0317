"""The text of web pages: in the encoding they have, which is not always the one they declare."""

import codecs
import re

from lxml import etree

from baoguan.domain.errors import SourceError, SourceUnreadable
from baoguan.domain.language import Bilingual
from baoguan.readers.text import Decoded, decode
from baoguan.readers.xml_tree import Element

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "big5": "big5hkscs", "ascii": "utf-8"}
"""What pages hold that declare a smaller encoding."""


def declared(head: bytes) -> str | None:
    """Return the codec that a page's beginning declares, None without one that is known."""
    for found in _CHARSET.finditer(head[:8192]):
        try:
            name = codecs.lookup(found[1].decode("ascii", "replace")).name
        except LookupError:
            continue
        return _WIDER.get(name, name)
    return None


def decoded(content: bytes, codec: str | None, name: str) -> Decoded:
    """Return a page's text; UTF-8 where it is that, else as declared; raise a ``SourceError``."""
    for candidate in ("utf-8-sig", codec):
        if candidate and not candidate.startswith("utf-16"):
            try:
                return Decoded(content.decode(candidate), candidate.removesuffix("-sig"))
            except UnicodeDecodeError:
                continue
    try:
        return decode(content, name)
    except SourceError:
        if codec is None or codec.startswith("utf"):
            raise
        return Decoded(content.decode(codec, "replace"), codec)


def parsed(text: str, name: str) -> Element:
    """Return the root of a page, however badly it is written; nothing it refers to is fetched."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_without_declaration(text), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise SourceUnreadable(
            Bilingual(f"“{name}”不是能读的网页。", f'"{name}" is no web page that can be read.'),
            Bilingual("请重新保存网页。", "Save the page again."),
        )
    return root


def _without_declaration(text: str) -> str:
    """Return a page without its XML declaration, which lxml refuses in text that is decoded already."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
