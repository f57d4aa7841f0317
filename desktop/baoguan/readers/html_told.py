"""What the markup of a web page tells of an article: headlines, authors, and whose page it is."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from baoguan.domain.page import Imprint
from baoguan.readers.html_body import text_of
from baoguan.readers.xml_imprint import date_in
from baoguan.readers.xml_tree import Element, local

_PROPERTIES = re.compile(r"<!--\s*enpproperty(.*?)/?enpproperty\s*-->", re.DOTALL)
_PROPERTY = re.compile(r"<([a-z]+)>(.*?)</\1>", re.DOTALL)
_PRINTED = re.compile(
    r"《(?P<title>[^《》]{1,16}[报報])》\s*[（(]\s*(?P<date>[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*"
    r"(?:第\s*)?(?P<number>[A-Z]?\d{1,3})\s*版"
)
_NUMBER = re.compile(r"(?:第\s*)?([A-Z]?\d{1,3})\s*版|第\s*([一二三四五六七八九十]{1,3})\s*版")
_SUFFIX = re.compile(r"(?:数字报(?:刊)?|电子报|电子版|多媒体数字报|官网|网)$")
_DATES = ("article:published_time", "publishdate", "pubdate", "date", "datepublished", "dc.date")
_SITES = ("og:site_name", "contentsource", "source", "mediaid", "dc.publisher", "publisher")
_TITLES = ("articletitle", "og:title", "title", "dc.title", "headline")


@dataclass(frozen=True, slots=True)
class Told:
    """Headlines, authors and imprint; empty where the markup says nothing."""

    headline: str
    kicker: str
    deck: str
    byline: str
    imprint: Imprint
    address: str


def read_told(text: str, root: Element) -> Told:
    """Return what a page tells; ``text`` is its source, whose comments the tree has lost."""
    properties = _press(text)
    metas = _metas(root)
    linked = next(_linked(root), {})
    title = next((text_of(each) for each in root.iter("title")), "")
    headline = _element(root, "founder-title") or properties.get("title") or _string(linked.get("headline"))
    headline = headline or next((metas[name] for name in _TITLES if metas.get(name)), "") or _heading(root)
    byline = _element(root, "founder-author") or properties.get("author") or _authors(linked, metas)
    return Told(
        headline or title,
        _element(root, "founder-pretitle") or properties.get("introtitle", ""),
        _element(root, "founder-subtitle") or properties.get("subtitle", ""),
        byline,
        _imprint(root, properties, metas, linked, title),
        next((each.get("href", "") for each in root.iter("link") if each.get("rel") == "canonical"), ""),
    )


def _press(text: str) -> dict[str, str]:
    """Return the properties that the systems of most Chinese dailies write into a comment."""
    found = _PROPERTIES.search(text)
    pairs = _PROPERTY.findall(found[1]) if found else []
    return {name: re.sub(r"<[^>]*>|\s+", " ", value).strip() for name, value in pairs}


def _metas(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join(meta.get("content", "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _linked(root: Element) -> Iterator[dict[str, Any]]:
    """Yield the articles that JSON-LD describes."""
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            told = json.loads("".join(script.itertext()), strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _parts(told):
            if str(each.get("@type", "")).strip("[]'\"").endswith(("Article", "BlogPosting", "Report")):
                yield each


def _parts(told: Any) -> Iterator[dict[str, Any]]:
    if isinstance(told, list):
        for each in told:
            yield from _parts(each)
    elif isinstance(told, dict):
        yield told
        yield from _parts(told.get("@graph"))


def _string(found: Any) -> str:
    return " ".join(found.split()) if isinstance(found, str) else ""


def _named(found: Any) -> list[str]:
    """Return the names of what JSON-LD gives as a name, a person, or a list of them."""
    if isinstance(found, list):
        return [name for each in found for name in _named(each)]
    name = _string(found.get("name")) if isinstance(found, dict) else _string(found)
    return [name] if name else []


def _authors(linked: dict[str, Any], metas: dict[str, str]) -> str:
    return " ".join(_named(linked.get("author"))) or metas.get("author", "")


def _heading(root: Element) -> str:
    return next((text for each in root.iter("h1") if (text := text_of(each))), "")


def _element(root: Element, name: str) -> str:
    return next((text_of(each) for each in root.iter() if local(each) == name), "")


def _imprint(
    root: Element, properties: dict[str, str], metas: dict[str, str], linked: dict[str, Any], title: str
) -> Imprint:
    shown = text_of(root)
    printed = _PRINTED.search(shown)
    if printed:
        return Imprint(printed["title"], date_in(printed["date"]), None, printed["number"])
    days = [properties.get("date", ""), _string(linked.get("datePublished"))]
    days += [metas[name] for name in _DATES if name in metas]
    days += [each.get("datetime", "") for each in root.iter("time")]
    number = _number(properties.get("nodename", "")) or _number(shown)
    sites = [*_named(linked.get("publisher")), *(metas[name] for name in _SITES if name in metas)]
    return Imprint(_newspaper(sites, title), _first_day(days), None, number)


def _number(text: str) -> str | None:
    """Return the page number in a text, None where there are several: a list of the issue's pages."""
    found = {match[1] or match[2] for match in _NUMBER.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _first_day(texts: list[str]) -> date | None:
    return next((day for text in texts if (day := date_in(text))), None)


def _newspaper(sites: list[str], title: str) -> str | None:
    """Return the name of a newspaper: what a site calls itself, or a part of the page's title that is one."""
    names = [_SUFFIX.sub("", site.strip()) for site in sites if site.strip()]
    parts = [_SUFFIX.sub("", part.strip()) for part in re.split(r"[-_|－—–,，·\s]+", title)]
    papers = [name for name in [*names, *parts] if re.fullmatch(r"[\u3400-\u9fff]{1,10}[报報]", name)]
    return next(iter(papers), None) or next(iter(names), None)
