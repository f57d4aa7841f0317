"""What a reader does to the pieces of a page, as rearrangements that name source lines."""

from collections.abc import Iterable, Sequence

from baoguan.domain.article import RUNNING_TEXT, Role
from baoguan.domain.ids import ArticleId
from baoguan.domain.rearrangement import Gathered, Recast, Reordered
from baoguan.ui.models.layout_edit_pieces import Piece


def lines_of(pieces: Iterable[Piece]) -> tuple[int, ...]:
    """Return the source lines of pieces, each once, in the pieces' order."""
    return tuple(dict.fromkeys(line for piece in pieces for line in piece.lines))


def of_article(pieces: Iterable[Piece], article: ArticleId | None) -> list[Piece]:
    """Return an article's pieces in order of reading."""
    return sorted((one for one in pieces if one.article == article), key=lambda one: one.number)


def move(chosen: Sequence[Piece], target: Piece | None) -> tuple[Gathered, ...]:
    """Move pieces into the article of another; with None they are an article of their own."""
    if target is None:
        return (Gathered(lines_of(chosen)),) if chosen else ()
    if target.article is None:
        return ()
    moved = lines_of(one for one in chosen if one.article != target.article)
    return (Gathered(moved, target.lines[0]),) if moved else ()


def move_beside(
    pieces: Sequence[Piece], chosen: Sequence[Piece], target: Piece, late: bool
) -> tuple[Gathered | Reordered, ...]:
    """Move pieces into another article, to be read before a piece of its running text, or ``late`` after it.

    Beside a title or a caption they stand behind all that the article has.
    """
    moved = move(chosen, target)
    if not moved or target.role not in RUNNING_TEXT:
        return moved
    taken = set(chosen)
    rest = [
        one
        for one in of_article(pieces, target.article)
        if one.number >= target.number + late and one.role in RUNNING_TEXT and one not in taken
    ]
    return (*moved, Reordered((*moved[0].lines, *lines_of(rest)))) if rest else moved


def split(pieces: Sequence[Piece], at: Piece) -> tuple[Gathered, ...]:
    """Begin an article of its own with a piece: all that is read after it goes along."""
    own = of_article(pieces, at.article)
    rest = [one for one in own if one.number >= at.number]
    return (Gathered(lines_of(rest)),) if at.article is not None and len(rest) < len(own) else ()


def merge(pieces: Sequence[Piece], chosen: Sequence[Piece]) -> tuple[Gathered, ...]:
    """Make one article of those that pieces are chosen of: the one that comes first takes in the others."""
    taken = set(chosen)
    articles = list(dict.fromkeys(one.article for one in pieces if one in taken and one.article is not None))
    if len(articles) < 2:
        return ()
    first = of_article(pieces, articles[0])[0].lines[0]
    return tuple(Gathered(lines_of(of_article(pieces, other)), first) for other in articles[1:])


def recast(chosen: Sequence[Piece], role: Role | None) -> tuple[Recast, ...]:
    """Say what pieces are printed as; None takes them out of their articles."""
    lines = lines_of(one for one in chosen if one.role is not role)
    return (Recast(lines, role),) if lines else ()


def reorder(pieces: Sequence[Piece], chosen: Sequence[Piece], before: Piece | None) -> tuple[Reordered, ...]:
    """Read pieces of one article before another piece of it; with None, after all others."""
    if not chosen or chosen[0].article is None:
        return ()
    own, taken = of_article(pieces, chosen[0].article), set(chosen)
    moved = [one for one in own if one in taken]
    rest = [one for one in own if one not in taken]
    at = rest.index(before) if before in rest else len(rest)
    return _from(own, rest[:at] + moved + rest[at:])


def renumber(pieces: Sequence[Piece], told: Sequence[Piece]) -> tuple[Reordered, ...]:
    """Read pieces of one article in the order they are told in, from where the first of them stood."""
    if not told or told[0].article is None:
        return ()
    own = of_article(pieces, told[0].article)
    order = [one for one in told if one in own]
    at = min(own.index(one) for one in order)
    rest = [one for one in own[at:] if one not in order]
    return _from(own, own[:at] + order + rest)


def _from(own: Sequence[Piece], order: Sequence[Piece]) -> tuple[Reordered, ...]:
    """Tell the least part of an order that is another than the former."""
    differ = [at for at, (one, other) in enumerate(zip(own, order, strict=True)) if one is not other]
    return (Reordered(lines_of(order[differ[0] : differ[-1] + 1])),) if differ else ()
