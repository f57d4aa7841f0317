"""The structural links of a METS file: from articles to the parts of pages that they are printed on."""

from collections import defaultdict
from collections.abc import Iterator

from baoguan.readers.xml_tree import Element, below, children

Links = dict[str, list[Element]]


def linked_parts(root: Element) -> Links:
    """Return the physical divisions that each logical one is linked to; whole pages are no parts of them."""
    parts = {
        division.get("ID", ""): division
        for each in below(root, "structMap")
        if "physical" in each.get("TYPE", "").lower()
        for division in below(each, "div")
        if not any(inner.get("TYPE", "").lower() == "page" for inner in below(division, "div"))
    }
    found: Links = defaultdict(list)
    for origin, target in _links(root):
        if target in parts:
            found[origin].append(parts[target])
    return dict(found)


def _links(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the IDs at both ends of every link, single or in a group that names its ends by labels."""
    for link in below(root, "smLink"):
        yield _end(link, "from"), _end(link, "to")
    for group in below(root, "smLinkGrp"):
        ends = {_end(each, "label"): _end(each, "href") for each in children(group, "smLocatorLink")}
        for arc in children(group, "smArcLink"):
            yield ends.get(_end(arc, "from"), ""), ends.get(_end(arc, "to"), "")


def _end(element: Element, name: str) -> str:
    """Return an attribute of XLink, whose namespace not every package writes as it is."""
    told = (value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return str(next(told, "")).removeprefix("#")
