"""XML to a tree, without entities, DTDs and network; and what elements and attributes say."""

import html
import math
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from baoguan.domain.errors import SourceError, SourceUnreadable, UnknownFormat
from baoguan.domain.language import Bilingual
from baoguan.readers.text import decode, read_bytes

Element = etree._Element

_ENTITIES = tuple("<!ENTITY".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|\w{1,31};)?")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_NUMBER = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?)\s*(?:px)?\s*")
_CUT_OFF = frozenset({"ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END", "ERR_DOCUMENT_EMPTY", "ERR_GT_REQUIRED"})


def read_tree(path: Path, name: str) -> Element:
    """Return the root of an XML file; raise a ``SourceError`` that calls it ``name``.

    One that declares entities is refused: newspapers need none, and they can swell or read other files. One
    in another encoding than it says is read in the one it has.
    """
    content = read_bytes(path, name)
    if any(sign in content for sign in _ENTITIES):
        raise UnknownFormat(
            Bilingual(f"“{name}”定义了实体，不安全。", f'"{name}" declares entities, which is not safe.'),
            Bilingual("请去掉其中的 <!ENTITY …> 再试。", "Remove its <!ENTITY …> and try again."),
        )
    try:
        return _parsed(content)
    except etree.XMLSyntaxError as error:
        root = _in_its_own_encoding(content, name)
        if root is None:
            raise _broken(error, content, name) from error
        return root


def _parsed(content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(content, parser)


def _in_its_own_encoding(content: bytes, name: str) -> Element | None:
    """Return the tree of a file that says another encoding than it has, or what XML does not allow."""
    try:
        text = content.decode("cp1252") if _is_western(content) else decode(content, name).text
        return _parsed(_mended(_DECLARATION.sub("", text)).encode())
    except (SourceError, UnicodeDecodeError, etree.XMLSyntaxError):
        return None


def _is_western(content: bytes) -> bool:
    """Tell a file in a single-byte encoding of the West: most of its high bytes stand alone."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        runs = re.findall(rb"[\x80-\xff]+", content)
        return 2 * sum(len(run) == 1 for run in runs) > len(runs)
    return False


def _mended(text: str) -> str:
    """Return XML without characters that it may not hold, and with ampersands and names of HTML as text."""
    text = _ILLEGAL.sub(" ", text)
    return _REFERENCE.sub(_as_text, text)


def _as_text(reference: re.Match[str]) -> str:
    told = reference[0]
    if told in ("&lt;", "&gt;", "&amp;", "&quot;", "&apos;"):
        return told
    shown = html.unescape(told) if len(told) > 1 else told
    return _ILLEGAL.sub(" ", escape(shown, {'"': "&quot;"}))


def _broken(error: etree.XMLSyntaxError, content: bytes, name: str) -> SourceUnreadable:
    faults = {entry.type_name for entry in error.error_log}
    if faults & _CUT_OFF and not content.rstrip(b"\0 \t\r\n").endswith(b">"):
        what = Bilingual(f"“{name}”没有写完。", f'"{name}" is cut off.')
    else:
        line = error.lineno or 1
        what = Bilingual(
            f"“{name}”不是正确的 XML（第 {line} 行）。", f'"{name}" is not well-formed XML (line {line}).'
        )
    return SourceUnreadable(what, Bilingual("请重新复制或下载。", "Copy or download it again."))


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of some local names, in order."""
    return element.iterchildren(*(f"{{*}}{name}" for name in names))


def child(element: Element, name: str) -> Element | None:
    """Return the first child of a local name."""
    return next(children(element, name), None)


def below(element: Element, *names: str) -> Iterator[Element]:
    """Yield an element and all below it of some local names, in order."""
    return element.iter(*(f"{{*}}{name}" for name in names))


def words_of(element: Element | None) -> str:
    """Return all text below an element, runs of white space as one space; empty for None."""
    return " ".join("".join(element.itertext(etree.Element)).split()) if element is not None else ""


def number(text: str | None) -> float | None:
    """Return the number that an attribute says, None where it says none or one without an end."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        found = _NUMBER.fullmatch(text)
        return float(found[1].replace(",", ".")) if found else None
    return value if math.isfinite(value) else None
