"""Which article goes on in which on another page of its issue, from what the pages say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from sqlalchemy import Column, Connection, delete, insert, or_, select

from baoguan.domain.ids import ArticleId, IssueId
from baoguan.store import schema
from baoguan.store.database import Database

_table, _jump, _article, _page = schema.continuation, schema.jump, schema.article, schema.page
_ALIKE = 0.5
"""How alike two headlines are at least, where only one of two pages names the other."""


class Continuations:
    """Tells which articles are parts of one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def parts(self, article: ArticleId) -> tuple[ArticleId, ...]:
        """Return the parts of what an article is part of, in order; itself alone where it is whole."""
        before, after = _table.c.article_id, _table.c.next_id
        with self._database.reading() as connection:
            earlier = list(_chain(connection, before, after, article))
            return (*reversed(earlier), article, *_chain(connection, after, before, article))


def join_parts(connection: Connection, issue: IssueId) -> None:
    """Work out anew which articles of an issue go on in which: each in one at most, never in a circle."""
    own = select(_article.c.id).join(_page, _page.c.id == _article.c.page_id).where(_page.c.issue_id == issue)
    joined = or_(_table.c.article_id.in_(own), _table.c.next_id.in_(own))
    connection.execute(delete(_table).where(joined))
    parts = _parts(connection, issue)
    if parts:
        rows = [{"article_id": one.id, "next_id": other.id} for one, other in _pairs(parts)]
        if rows:
            connection.execute(insert(_table), rows)


def _chain(
    connection: Connection, wanted: Column[int], known: Column[int], article: ArticleId
) -> Iterator[ArticleId]:
    """Yield one article after another: each is joined to the one before it."""
    found: int | None = article
    while (found := connection.scalar(select(wanted).where(known == found))) is not None:
        yield ArticleId(found)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page says of where an article goes on, or comes from."""

    onward: bool
    page: str
    about: str
    name: str


@dataclass(frozen=True, slots=True)
class _Part:
    """An article that may be a part of one: its page's order and names, and what is printed of the rest."""

    id: int
    order: tuple[int, int]
    pages: frozenset[str]
    headline: str
    told: tuple[_Told, ...]


def _parts(connection: Connection, issue: IssueId) -> list[_Part]:
    """Return the articles of an issue in order; nothing where none of them says that it has another part."""
    columns = (_article.c.id, _article.c.headline, _article.c.sequence, _page.c.number)
    shown = (_page.c.issue_id == issue, _page.c.deleted_at.is_(None), _article.c.deleted_at.is_(None))
    told: dict[int, list[_Told]] = {}
    jumps = select(_jump).join(_article, _article.c.id == _jump.c.article_id)
    for row in connection.execute(jumps.join(_page, _page.c.id == _article.c.page_id).where(*shown)):
        one = _Told(bool(row.onward), _plain(row.page), row.about, row.name)
        told.setdefault(row.article_id, []).append(one)
    if not told:
        return []
    rows = select(*columns, _page.c.sequence.label("order")).join(_page, _page.c.id == _article.c.page_id)
    return [
        _Part(
            row.id,
            (row.order, row.sequence),
            frozenset({_plain(row.number or ""), str(row.order)} - {""}),
            row.headline,
            tuple(told.get(row.id, ())),
        )
        for row in connection.execute(rows.where(*shown).order_by(_page.c.sequence, _article.c.sequence))
    ]


def _plain(page: str) -> str:
    """Return a page's number as it compares: without zeros before it, in capitals."""
    return page.strip().upper().lstrip("0")


def _pairs(parts: Sequence[_Part]) -> Iterator[tuple[_Part, _Part]]:
    """Yield each article with the one it goes on in: those of one name, then the likeliest."""
    begun, ended = set(), set()
    scored = sorted(_scored(parts), key=lambda found: (-found[0], found[1].order, found[2].order))
    for one, other in (*_named(parts), *((one, other) for _, one, other in scored)):
        if one.id not in begun and other.id not in ended:
            begun.add(one.id)
            ended.add(other.id)
            yield one, other


def _named(parts: Sequence[_Part]) -> Iterator[tuple[_Part, _Part]]:
    """Yield the articles that the source itself gives one name, each with the next."""
    named: dict[str, list[_Part]] = {}
    for part in parts:
        for name in {told.name for told in part.told if told.name}:
            named.setdefault(name, []).append(part)
    for some in named.values():
        yield from pairwise(some)


def _scored(parts: Sequence[_Part]) -> Iterator[tuple[float, _Part, _Part]]:
    """Yield the pairs of which one page speaks or both, with how likely each is."""
    speaking = [part for part in parts if any(not told.name for told in part.told)]
    said = {part.id for part in speaking}
    for speaker in speaking:
        for part in parts:
            # Of two that both speak, the earlier one's turn comes.
            one, other = (speaker, part) if speaker.order < part.order else (part, speaker)
            if one.order[0] < other.order[0] and (speaker is one or one.id not in said):
                likely = _likelihood(one, other)
                if likely is not None:
                    yield likely, one, other


def _likelihood(one: _Part, other: _Part) -> float | None:
    """Return how likely an article goes on in another, None where nothing speaks for it."""
    onward = [told for told in one.told if told.onward and told.page in other.pages]
    back = [told for told in other.told if not told.onward and told.page in one.pages]
    if not onward and not back:
        return None
    likeness = _likeness(one, other, (*onward, *back))
    if not (onward and back) and likeness < _ALIKE:
        return None
    return 2.0 * bool(onward) + 2.0 * bool(back) + likeness


def _likeness(one: _Part, other: _Part, told: Sequence[_Told]) -> float:
    """Return how alike what two articles are called is, 0 to 1; a jump may call them by another name."""
    names = [(one.headline, other.headline)]
    names += [(each.about, other.headline if each.onward else one.headline) for each in told if each.about]
    return max(SequenceMatcher(None, *pair, autojunk=False).ratio() if all(pair) else 0.0 for pair in names)
