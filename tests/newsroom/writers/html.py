"""Writes articles as the web pages of digital newspapers do: three markups that sites really use, in our
own words.
"""

from collections.abc import Callable
from pathlib import Path

from lxml import etree
from lxml.builder import E

from newsroom.truth import NewsPage, Story

_TRACKING = "var visits = 1; if (visits < 2) { document.title += ' 点击'; }"


def write_html(page: NewsPage, name: str, path: Path, kind: str = "press", encoding: str = "utf-8") -> Path:
    """Write an article of a page as a saved web page; ``kind`` is press, meta or table, the encoding is
    declared in it.
    """
    root = KINDS[kind](page, page.story(name))
    declared = root.find("head/meta")
    declared.set("content", f"text/html; charset={encoding}")
    text = etree.tostring(root, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    path.write_bytes(text.encode(encoding, "xmlcharrefreplace"))
    return path


def _head(title: str, *more: etree._Element) -> etree._Element:
    declared = E.meta({"http-equiv": "Content-Type", "content": ""})
    style = E.style(".menu { color: #900; } body:before { content: '样式不是正文'; }")
    return E.head(declared, E.title(title), *more, style, E.script(_TRACKING))


def _menu() -> etree._Element:
    return E.div(
        {"class": "menu"}, *(E.a(text, href="#") for text in ("首页", "版面导航", "上一篇", "下一篇"))
    )


def _press(page: NewsPage, story: Story) -> etree._Element:
    """The markup of the newspaper systems most Chinese dailies use: a comment of properties, elements of
    its own.
    """
    properties = (
        f"enpproperty <articleid>{page.seed}</articleid><date>{page.date} 00:00:00:0</date>"
        f"<author>{' '.join(story.authors)}</author><title>{story.headline}</title>"
        f"<subtitle>{story.deck}</subtitle><introtitle>{story.kicker}</introtitle>"
        f"<nodename>{page.number_text}</nodename>/enpproperty"
    )
    content = E("founder-content")
    content.append(etree.Comment("enpcontent"))
    content.extend(E.p(f"　　{text}") for text in story.paragraphs)
    content.append(etree.Comment("/enpcontent"))
    body = E.body(
        _menu(),
        E.div(f"{page.title} {page.date_text} {page.number_text}", id="logo"),
        E("founder-pretitle", story.kicker),
        E("founder-title", story.headline),
        E("founder-subtitle", story.deck),
        E("founder-author", " ".join(story.bylines)),
        E.div(content, id="ozoom"),
        E.div("版权所有 未经许可不得转载", {"class": "footer"}),
    )
    root = E.html(_head(f"{page.title}-{story.headline}"), body)
    root.insert(0, etree.Comment(properties))
    return root


def _meta(page: NewsPage, story: Story) -> etree._Element:
    """The markup of today's sites: meta elements, one article element with its header, time and
    paragraphs.
    """
    metas = (
        E.meta(property="og:title", content=story.headline),
        E.meta(property="article:published_time", content=page.date.isoformat()),
        E.meta(property="og:site_name", content=page.title),
        E.meta(name="author", content=" ".join(story.authors)),
    )
    header = E.header(E.h1(story.headline), E.time(page.date_text, datetime=page.date.isoformat()))
    if story.deck:
        header.append(E.h2(story.deck))
    header.append(E.p(" ".join(story.bylines), {"class": "byline"}))
    paragraphs = (E.p(text) for text in story.paragraphs)
    article = E.article(header, *paragraphs)
    for figure in page.figures:
        if figure.article == story.name:
            caption = E.figcaption(f"{figure.caption} {figure.credit}")
            article.append(E.figure(E.img(src=f"{figure.name}.jpg", alt=""), caption))
    return E.html(
        _head(f"{story.headline}_{page.title}", *metas), E.body(_menu(), article, E.footer("关于我们"))
    )


def _table(page: NewsPage, story: Story) -> etree._Element:
    """The markup of the first sites: tables, fonts, and line breaks for paragraphs."""
    cell = E.td(
        E.font(E.b(story.headline), size="5"), E.br(), E.font(" ".join(story.bylines), size="2"), E.br()
    )
    cell[-1].tail = f"{page.date_text}　{page.number_text}"
    for text in story.paragraphs:
        cell.append(E.br())
        cell[-1].tail = f"　　{text}"
    return E.html(_head(story.headline), E.body(_menu(), E.table(E.tr(cell), border="0")))


KINDS: dict[str, Callable[[NewsPage, Story], etree._Element]] = {
    "press": _press,
    "meta": _meta,
    "table": _table,
}
