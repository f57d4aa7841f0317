"""The text of an article on a web page, told from the menus and notices around it."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from baoguan.readers.xml_tree import Element, local

_BODY = re.compile(
    r"^(?:ozoom|founder-content|articlecontent|article-content|article_content|contenttext|content_text|"
    r"articlebody|article-body|article__body|article_body|story-body|trs_editor|zoom|newscontent|news_content|"
    r"entry-content|post-content|textcontent|text_content)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:^|[-_\s])(?:menu|nav|navbar|footer|foot|copyright|share|related|recommend|comments?|breadcrumbs?|sidebar|"
    r"toolbar|pagination|adsbygoogle|banner|hidden)(?:$|[-_\s])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "footer", "aside", "form", "iframe", "select"}
    | {"button", "head", "svg", "object", "map", "audio", "video", "textarea", "input"}
)
_BREAKS = frozenset(
    {"p", "div", "section", "article", "header", "main", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"}
    | {"table", "tbody", "tr", "td", "th", "center", "br", "hr", "pre", "figure", "address", "body"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "founder-content"}
    | {"founder-title", "founder-pretitle", "founder-subtitle", "founder-author"}
)
_BYLINE = re.compile(
    r"(?:^|[-_\s])(?:byline|author|authors|writer|reporter|zuozhe)(?:$|[-_\s])", re.IGNORECASE
)
_CAPTION = re.compile(
    r"(?:^|[-_\s])(?:caption|figcaption|pictext|imgtext|tushuo|pic)(?:$|[-_\s])", re.IGNORECASE
)
_FOLIO = re.compile(r"^(?:date|time|pubtime|pub-time|publish-time|pubdate|lai)$", re.IGNORECASE)
_BLANK = " \t\r\n\u3000\u00a0\ufeff\u200b"


_APART = 150
"""Characters of bylines, captions and dates that may stand between a headline and its text."""


class Kind(Enum):
    """What a piece of a web page's text is as its markup says."""

    TEXT = "text"
    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"
    FOLIO = "folio"
    """Whose page it is, and of what day."""


class Piece(NamedTuple):
    """A run of text between two breaks; ``level`` is that of its heading element, 0 for other text."""

    text: str
    kind: Kind = Kind.TEXT
    level: int = 0
    linked: int = 0


def text_of(element: Element) -> str:
    """Return an element's text, its white space as the screen shows it."""
    return _shown("".join(element.itertext()))


def is_marked(element: Element, pattern: re.Pattern[str]) -> bool:
    """Tell whether an element's ID or one of its classes matches."""
    names = [element.get("id", ""), *element.get("class", "").split(), element.get("itemprop", "")]
    return any(name and pattern.search(name) for name in names)


def body_of(root: Element) -> Element:
    """Return the element that holds an article: the one named so, else the one with most of the text."""
    named = [each for each in root.iter() if local(each) == "founder-content" or is_marked(each, _BODY)]
    named = [each for each in named if len(text_of(each)) > 1]
    if named:
        return max(named, key=_weight)
    articles = list(root.iter("article", "main"))
    return max(articles, key=_weight) if articles else _densest(root)


def with_headline(body: Element, headline: str) -> Element:
    """Return the element around an article's text that has its headline too, unless it has much else."""
    weight = _weight(body)
    for around in body.iterancestors():
        if any(text_of(each) == headline for each in around.iter("h1", "h2", "h3", "founder-title")):
            return around if _weight(around) <= 1.5 * weight + len(headline) + _APART else body
    return body


def pieces_in(element: Element) -> list[Piece]:
    """Return the runs of text below an element in order; menus, scripts and what is hidden left out."""
    runs = [_Run(Kind.TEXT, 0)]
    _collect(element, Kind.TEXT, 0, False, runs)
    found = (run.piece() for run in runs)
    return [piece for piece in found if piece.text and not _is_menu(piece)]


class _Run:
    def __init__(self, kind: Kind, level: int) -> None:
        self.parts: list[str] = []
        self.kind, self.level, self.linked = kind, level, 0

    def piece(self) -> Piece:
        return Piece(_shown("".join(self.parts)), self.kind, self.level, self.linked)


def _collect(element: Element, kind: Kind, level: int, linked: bool, runs: list[_Run]) -> None:
    """Add the runs of an element; ``kind`` and ``level`` are those of what it stands in."""
    tag = local(element)
    if tag in _SKIPPED or is_marked(element, _ASIDE) or _HIDDEN.search(element.get("style", "")):
        return
    own, depth = _kind(element, tag) or (kind, level)
    breaks = tag in _BREAKS or (own, depth) != (kind, level)
    if breaks:
        runs.append(_Run(own, depth))
    linked = linked or tag == "a"
    _put(element.text, linked, runs)
    for each in element:
        _collect(each, own, depth, linked, runs)
        _put(each.tail, linked, runs)
    if breaks:
        runs.append(_Run(kind, level))


def _kind(element: Element, tag: str) -> tuple[Kind, int] | None:
    if re.fullmatch(r"h[1-6]", tag):
        return Kind.HEADING, int(tag[1])
    if tag == "time" or is_marked(element, _FOLIO):
        return Kind.FOLIO, 0
    if tag == "figcaption" or is_marked(element, _CAPTION):
        return Kind.CAPTION, 0
    signed = tag == "founder-author" or is_marked(element, _BYLINE)
    return (Kind.BYLINE, 0) if signed else None


def _put(text: str | None, linked: bool, runs: list[_Run]) -> None:
    if text:
        runs[-1].parts.append(text)
        runs[-1].linked += len(text.strip(_BLANK)) if linked else 0


def _shown(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(_BLANK)


def _is_menu(piece: Piece) -> bool:
    """Tell short text most of which is links."""
    return piece.kind is Kind.TEXT and 2 * piece.linked > len(piece.text) and len(piece.text) < 60


def _weight(element: Element) -> int:
    return sum(len(piece.text) - 2 * piece.linked for piece in pieces_in(element))


def _densest(root: Element) -> Element:
    """Return the innermost element that holds most of the plain text of a page."""
    body = next(root.iter("body"), root)
    whole = _weight(body)
    found: Element | None = body
    while found is not None:
        at = found
        found = next((each for each in _elements(at) if _weight(each) >= 0.7 * whole > 0), None)
    return at


def _elements(element: Element) -> Iterator[Element]:
    return (each for each in element if local(each) and local(each) not in _SKIPPED)
