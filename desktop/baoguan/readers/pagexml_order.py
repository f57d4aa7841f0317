"""The reading order of a PAGE file, and the articles that its groups or its tags make."""

import re
from typing import NamedTuple

from baoguan.readers.xml_tree import Element, children, local

_TAG = re.compile(r"(?P<name>\w+)\s*\{(?P<inside>[^}]*)\}")
_PAIR = re.compile(r"(?P<key>\w+)\s*:\s*(?P<value>[^;]*);?")
_GROUPS = ("OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup", "UnorderedGroupIndexed")


class Order(NamedTuple):
    """The IDs of regions in the order of reading, the groups of some of them, the groups called articles."""

    regions: dict[str, None]
    groups: dict[str, str]
    named: set[str]


def tags(element: Element) -> dict[str, dict[str, str]]:
    """Return what Transkribus writes into ``custom``: structure {type:heading; id:a1;}."""
    found = _TAG.finditer(element.get("custom", ""))
    return {
        tag["name"]: {pair["key"]: pair["value"].strip() for pair in _PAIR.finditer(tag["inside"])}
        for tag in found
    }


def reading_order(page: Element) -> Order:
    """Return the order that a page tells: its ReadingOrder, else the indexes in its regions' tags."""
    order = Order({}, {}, set())
    for told in children(page, "ReadingOrder"):
        for group in told:
            _walk(group, "", 0, order)
    if not order.regions:
        indexed = ((tags(region).get("readingOrder", {}), region.get("id", "")) for region in page)
        known = [(int(told["index"]), name) for told, name in indexed if told.get("index", "").isdigit()]
        order.regions.update(dict.fromkeys(name for _, name in sorted(known)))
    return order


def _walk(element: Element, group: str, depth: int, order: Order) -> None:
    """Collect what an element of the order refers to; parts belong to the group next below the outermost."""
    if name := element.get("regionRef"):
        order.regions.setdefault(name)
        if group:
            order.groups.setdefault(name, group)
    if local(element) not in _GROUPS:
        return
    if depth == 1:
        group = element.get("id", "") or f"group-{len(order.regions)}"
        if "article" in (element.get("type"), tags(element).get("structure", {}).get("type")):
            order.named.add(group)
    for each in sorted(element, key=_index):
        _walk(each, group, depth + 1, order)


def _index(element: Element) -> int:
    index = element.get("index", "")
    return int(index) if index.isdigit() else 0
