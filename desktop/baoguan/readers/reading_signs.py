"""What the first bytes of a file say it is: a signature, or the root element of its markup."""

import codecs
import re
from typing import NamedTuple

_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"II+\x00",
    b"MM\x00+",
    b"\x00\x00\x00\x0cjP  ",
    b"\xff\x4f\xff\x51",
    b"GIF87a",
    b"GIF89a",
)
_PROLOGUE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?P<name>[^\s\[>]+)[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[A-Za-z][\w.-]*)(?P<rest>[^>]*)")
_HOCR = re.compile(r"ocr-system|ocr-capabilities|class=[\"']ocr_page\b|http-equiv=.?hocr")
_MARKUP = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)


class Root(NamedTuple):
    """The root element of markup: its local name and its namespace (empty without one)."""

    name: str
    namespace: str


def is_pdf(head: bytes) -> bool:
    """Tell a PDF, whose signature stands somewhere in its first kilobyte."""
    return b"%PDF-" in head[:1024]


def is_picture(head: bytes) -> bool:
    """Tell a picture: PNG, JPEG, TIFF, BigTIFF, JPEG 2000, GIF, WebP, BMP."""
    if head.startswith(_PICTURES):
        return True
    if head[:4] == b"RIFF":
        return head[8:12] == b"WEBP"
    return head[:2] == b"BM" and head[6:10] == bytes(4)


def is_xml(head: bytes) -> bool:
    """Tell a file that calls itself XML."""
    return _text(head).lstrip().startswith("<?xml")


def root_of(head: bytes) -> Root | None:
    """Return the root element of a file that begins with markup, None for any other."""
    text = _text(head)
    at = 0
    while at < len(text) and (skipped := _PROLOGUE.match(text, at) or _DOCTYPE.match(text, at)):
        at = skipped.end()
    found = _ROOT.match(text, at)
    if not found:
        return None
    declared = f"xmlns:{found['prefix']}" if found["prefix"] else "xmlns"
    space = re.search(rf"\b{re.escape(declared)}\s*=\s*([\"'])(.*?)\1", found["rest"])
    return Root(found["name"], space[2] if space else "")


def is_html(head: bytes) -> bool:
    """Tell a web page: its root, its doctype, or its first elements say so."""
    text = _text(head)
    begin = text.lstrip()[:14].lower()
    return begin == "<!doctype html" or (begin[:1] == "<" and _MARKUP.search(text[:8192]) is not None)


def is_hocr(head: bytes) -> bool:
    """Tell a web page that holds what a recogniser read."""
    return is_html(head) and _HOCR.search(_text(head)) is not None


def _text(head: bytes) -> str:
    """Return the ASCII of a beginning in any encoding that markup is written in."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    for codec, sign in (("utf-16-le", b"<\x00"), ("utf-16-be", b"\x00<")):
        if head.startswith(sign):
            return head[: len(head) // 2 * 2].decode(codec, "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
