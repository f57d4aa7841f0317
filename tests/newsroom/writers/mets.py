"""Writes issues as METS/ALTO packages: with articles as docWorks and Veridian do, and an NDNP batch
without.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from newsroom.blocks import TextBlock, blocks
from newsroom.truth import NewsPage, Role, Story
from newsroom.writers.alto import Alto, alto, block_id, figure_id, save
from newsroom.writers.scan import write_scan

_METS, _MODS, _XLINK = (
    "http://www.loc.gov/METS/",
    "http://www.loc.gov/mods/v3",
    "http://www.w3.org/1999/xlink",
)
_NDNP = "http://www.loc.gov/ndnp"
_SPACES = {"mets": _METS, "mods": _MODS, "xlink": _XLINK}
M = ElementMaker(namespace=_METS, nsmap=_SPACES)
D = ElementMaker(namespace=_MODS, nsmap=_SPACES)
_HREF = f"{{{_XLINK}}}href"
_HEADING = {
    Role.KICKER: "OVERLINE",
    Role.HEADLINE: "HEADLINE",
    Role.DECK: "SUBHEADLINE",
    Role.BYLINE: "AUTHOR",
}
_GENRES = {
    "article": "ARTICLE",
    "advertisement": "ADVERTISEMENT",
    "notice": "ADVERTISEMENT",
    "table": "TABLE",
}


def write_issue(
    pages: Sequence[NewsPage],
    folder: Path,
    kind: str = "docworks",
    flavour: Alto | None = None,
    image: bool = True,
) -> Path:
    """Write an issue into a folder and return its METS file; ``kind`` is docworks, veridian or ndnp (with
    a batch.xml).

    The ALTO files, and the images where wanted, are named by the METS by paths inside the folder.
    """
    default = Alto(
        "ccs" if kind == "docworks" else "3" if kind == "veridian" else "2", dpi=150, by_place=True
    )
    flavour = flavour or default
    if kind == "ndnp":
        return _write_ndnp(pages, folder, flavour, image)
    (folder / "alto").mkdir(parents=True)
    (folder / "images").mkdir()
    files = []
    for page in pages:
        own = replace(flavour, prefix=f"P{page.sequence}_")
        picture = f"images/{page.sequence:04}.png"
        text = f"alto/{page.sequence:04}.xml"
        save(alto(page, own, Path(picture).name), folder / text)
        if image:
            write_scan(page, folder / picture, flavour.dpi)
        files.append((page, own, picture, text))
    path = folder / f"{pages[0].date:%Y%m%d}_mets.xml"
    save(_issue(files, docworks=kind == "docworks"), path)
    return path


_Files = Sequence[tuple[NewsPage, Alto, str, str]]


def _issue(files: _Files, *, docworks: bool) -> etree._Element:
    first = files[0][0]
    names = list(dict.fromkeys(story.name for page, *_ in files for story in page.stories))
    root = M.mets(TYPE="Newspaper" if docworks else "ISSUE", LABEL=f"{first.title} {first.date}")
    root.append(_modsed("MODSMD_ISSUE1", _issue_mods(first)))
    for name in names:
        page = next(page for page, *_ in files if any(story.name == name for story in page.stories))
        root.append(_modsed(f"MODSMD_ARTICLE_{name}", _article_mods(page.story(name))))
    root.append(_files(files))
    root.append(_physical(files, docworks=docworks))
    root.append(_logical(files, names, docworks=docworks))
    links = M.structLink()
    for page, *_ in files:
        for story in page.stories:
            link = M.smLink()
            link.set(f"{{{_XLINK}}}from", f"DIVL_{story.name}")
            link.set(f"{{{_XLINK}}}to", f"DIVP{page.sequence}")
            links.append(link)
    root.append(links)
    return root


def _modsed(name: str, mods: etree._Element) -> etree._Element:
    return M.dmdSec(M.mdWrap(M.xmlData(mods), MDTYPE="MODS", MIMETYPE="text/xml"), ID=name)


def _issue_mods(page: NewsPage) -> etree._Element:
    return D.mods(
        D.titleInfo(D.title(page.title)),
        D.originInfo(D.dateIssued(page.date.isoformat(), encoding="iso8601")),
        D.language(
            D.languageTerm("eng" if page.layout == "latin" else "chi", authority="iso639-2b", type="code")
        ),
        D.part(D.detail(D.number(str(1000 + page.seed)), type="issue")),
    )


def _article_mods(story: Story) -> etree._Element:
    mods = D.mods(D.titleInfo(D.title(story.headline or story.paragraphs[0][:12])))
    for author in story.authors:
        mods.append(D.name(D.namePart(author), D.role(D.roleTerm("aut", type="code")), type="personal"))
    return mods


def _files(files: _Files) -> etree._Element:
    images, texts = M.fileGrp(ID="IMGGRP", USE="Images"), M.fileGrp(ID="ALTOGRP", USE="Text")
    for page, _, picture, text in files:
        images.append(_file(f"IMG{page.sequence:05}", picture, "image/png", page.sequence))
        texts.append(_file(f"ALTO{page.sequence:05}", text, "text/xml", page.sequence))
    return M.fileSec(images, texts)


def _file(name: str, path: str, kind: str, sequence: int) -> etree._Element:
    place = M.FLocat(LOCTYPE="URL")
    place.set(_HREF, f"file://./{path}")
    return M.file(place, ID=name, MIMETYPE=kind, SEQ=str(sequence), GROUPID=f"{sequence:05}")


def _physical(files: _Files, *, docworks: bool) -> etree._Element:
    top = M.div(ID="DIVP0", TYPE="Newspaper", LABEL=files[0][0].title)
    for place, (page, own, _, _) in enumerate(files, 1):
        both = M.par(
            M.area(FILEID=f"IMG{page.sequence:05}"),
            M.area(FILEID=f"ALTO{page.sequence:05}", BETYPE="IDREF", BEGIN=f"{own.prefix}PAGE"),
        )
        kind = "PAGE" if docworks else "Page"
        told = {"ID": f"DIVP{page.sequence}", "ORDER": str(place), "ORDERLABEL": page.number, "TYPE": kind}
        top.append(M.div(M.fptr(both), told))
    return M.structMap(top, TYPE="PHYSICAL", LABEL="Physical Structure")


def _logical(files: _Files, names: Sequence[str], *, docworks: bool) -> etree._Element:
    content = M.div(ID="DIVL_CONTENT", TYPE="CONTENT" if docworks else "Content")
    for name in names:
        content.append(_article(files, name, docworks=docworks))
    issue = M.div(content, ID="DIVL_ISSUE", TYPE="ISSUE" if docworks else "Issue", DMDID="MODSMD_ISSUE1")
    top = M.div(issue, ID="DIVL0", TYPE="Newspaper", LABEL=files[0][0].title)
    return M.structMap(top, TYPE="LOGICAL", LABEL="Logical Structure")


def _article(files: _Files, name: str, *, docworks: bool) -> etree._Element:
    """Return an article's division: heading, body and illustrations, each pointing to its blocks on every
    page.
    """
    told = {"ID": f"DIVL_{name}", "DMDID": f"MODSMD_ARTICLE_{name}"}
    article = M.div(told)
    for page, own, _, _ in files:
        stories = [story for story in page.stories if story.name == name]
        if not stories:
            continue
        kind = _GENRES.get(stories[0].genre, "ARTICLE")
        article.set("TYPE", kind if docworks else kind.capitalize())
        article.set("LABEL", article.get("LABEL") or stories[0].headline)
        found = [block for block in blocks(page) if block.article == name]
        (_parts if docworks else _plain)(article, found, f"ALTO{page.sequence:05}", own)
        for figure in page.figures:
            if figure.article == name:
                illustration = _pointing(
                    "ILLUSTRATION" if docworks else "Illustration", figure_id(own, figure), page
                )
                article.append(illustration)
    return article


def _pointing(kind: str, begin: str, page: NewsPage) -> etree._Element:
    area = M.area(FILEID=f"ALTO{page.sequence:05}", BETYPE="IDREF", BEGIN=begin)
    return M.div(M.fptr(area), TYPE=kind)


def _parts(article: etree._Element, found: list[TextBlock], file: str, own: Alto) -> None:
    """Add the divisions of docWorks: HEADING with its lines, BODY with BODY_CONTENT with paragraphs,
    captions.
    """
    heading, content = M.div(TYPE="HEADING"), M.div(TYPE="BODY_CONTENT")
    for block in found:
        area = M.fptr(M.area(FILEID=file, BETYPE="IDREF", BEGIN=block_id(own, block)))
        if block.role in _HEADING:
            heading.append(M.div(area, TYPE=_HEADING[block.role]))
        elif block.role in (Role.CAPTION, Role.CREDIT):
            content.append(M.div(area, TYPE="CAPTION"))
        else:
            content.append(M.div(area, TYPE="PARAGRAPH"))
    if len(heading):
        article.append(heading)
    article.append(M.div(content, TYPE="BODY"))


def _plain(article: etree._Element, found: list[TextBlock], file: str, own: Alto) -> None:
    """Add what Veridian has: a headline, and text whose areas stand in one sequence."""
    kinds = itertools.groupby(found, lambda block: "Headline" if block.role is Role.HEADLINE else "Text")
    for kind, run in kinds:
        areas = [M.area(FILEID=file, BETYPE="IDREF", BEGIN=block_id(own, block)) for block in run]
        article.append(M.div(M.fptr(M.seq(*areas)), TYPE=kind))


def _write_ndnp(pages: Sequence[NewsPage], folder: Path, flavour: Alto, image: bool) -> Path:
    first = pages[0]
    inside = Path("sn00000001") / "00000000001" / f"{first.date:%Y%m%d}01"
    (folder / inside).mkdir(parents=True)
    root = M.mets(
        TYPE="urn:library-of-congress:ndnp:mets:newspaper:issue", LABEL=f"{first.title}, {first.date}"
    )
    mods = _issue_mods(first)
    mods.append(D.relatedItem(D.identifier("sn00000001", type="lccn"), type="host"))
    root.append(_modsed("issueModsBib", mods))
    groups, issue = M.fileSec(), M.div(TYPE="np:issue", DMDID="issueModsBib")
    for page in pages:
        number = page.sequence
        detail = D.detail(D.number(page.number), type="page number")
        root.append(
            _modsed(
                f"pageModsBib{number}", D.mods(D.part(D.extent(D.start(str(number)), unit="pages"), detail))
            )
        )
        group, shown = (
            M.fileGrp(ID=f"pageFileGrp{number}"),
            M.div(TYPE="np:page", DMDID=f"pageModsBib{number}"),
        )
        for use, suffix, kind in (("service", "jp2", "image/jp2"), ("ocr", "xml", "text/xml")):
            file = _file(f"{use}File{number}", f"{number:04}.{suffix}", kind, number)
            file.set("USE", use)
            file[0].set(_HREF, f"{number:04}.{suffix}")
            group.append(file)
            shown.append(M.fptr(FILEID=f"{use}File{number}"))
        groups.append(group)
        issue.append(shown)
        save(alto(page, flavour, f"{number:04}.jp2"), folder / inside / f"{number:04}.xml")
        if image:
            write_scan(page, folder / inside / f"{number:04}.jp2", flavour.dpi)
    root.append(groups)
    root.append(M.structMap(issue, TYPE="np:issue"))
    path = folder / inside / f"{first.date:%Y%m%d}01.xml"
    save(root, path)
    batch = ElementMaker(namespace=_NDNP, nsmap={None: _NDNP})
    told = {"lccn": "sn00000001", "issueDate": first.date.isoformat(), "editionOrder": "01"}
    save(
        batch.batch(batch.issue(path.relative_to(folder).as_posix(), told), name="batch_newsroom"),
        folder / "batch.xml",
    )
    return path
