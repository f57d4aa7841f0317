"""Articles saved as web pages: headlines, byline, text and captions as their markup tells them."""

from collections.abc import Iterator
from pathlib import Path

from baoguan.domain.errors import SourceEmpty
from baoguan.domain.language import Bilingual
from baoguan.domain.page import BlockRole, GivenArticle, PageScan
from baoguan.readers.html_body import Kind, Piece, body_of, pieces_in, with_headline
from baoguan.readers.html_text import declared, decoded, parsed
from baoguan.readers.html_told import Told, read_told
from baoguan.readers.masthead import with_masthead
from baoguan.readers.text import read_bytes
from baoguan.readers.xml_imprint import beside, date_in
from baoguan.readers.xml_lines import Row
from baoguan.readers.xml_sheet import Sheet

_SAME = str.maketrans("", "", " \u3000\u00a0\t\n")
_ROLES = {
    Kind.TEXT: BlockRole.TEXT,
    Kind.HEADING: BlockRole.HEADING,
    Kind.BYLINE: BlockRole.BYLINE,
    Kind.CAPTION: BlockRole.CAPTION,
    Kind.FOLIO: BlockRole.FURNITURE,
}
_FOLIO = 40
"""The most characters of a line that is a date, a page number and a title, and nothing else."""
_SUBHEAD = 3


class HtmlSource:
    """A saved web page: one page with one article."""

    format = "html"

    def __init__(self, path: Path, name: str | None) -> None:
        self.files = (path,)
        self._name = name or path.name
        content = read_bytes(path, self._name)
        self._text = decoded(content, declared(content), self._name)

    def __len__(self) -> int:
        """Return 1."""
        return 1

    def scan(self, part: int) -> PageScan:
        """Read the article; raise SourceEmpty where there is none."""
        root = parsed(self._text.text, self._name)
        told = read_told(self._text.text, root)
        sheet = Sheet()
        body = with_headline(body_of(root), told.headline)
        for piece in _article(told, pieces_in(body)):
            sheet.add([Row(text=piece.text)], _ROLES[piece.kind], piece.level)
        if not sheet.blocks:
            raise SourceEmpty(
                Bilingual(f"“{self._name}”里没有文章。", f'"{self._name}" holds no article.'),
                Bilingual("请打开文章后保存完整网页。", "Open the article and save the complete page."),
            )
        blocks = tuple(sheet.blocks)
        imprint = with_masthead(beside(self.files[0], told.imprint, 1), blocks)
        own = (at for at, block in enumerate(blocks) if block.role is not BlockRole.FURNITURE)
        article = GivenArticle(tuple(own), told.address, told.headline)
        return PageScan(blocks, self._text.encoding, imprint, ordered=True, articles=(article,), part=part)

    def close(self) -> None:
        """Hold nothing open: nothing to do."""


def open_html(path: Path, name: str | None) -> HtmlSource:
    """Open a saved web page, calling it ``name``; raise a ``SourceError``."""
    return HtmlSource(path, name)


def _article(told: Told, pieces: list[Piece]) -> Iterator[Piece]:
    """Yield an article's pieces, its title block first; what the body repeats of it is left out."""
    title = [(told.kicker, 2), (told.headline, 1), (told.deck, 2)]
    heads = [Piece(text, Kind.HEADING, level) for text, level in title if text]
    before, rest = _split(pieces, told.headline)
    seen = {_bare(piece.text) for piece in heads}
    yield from (piece for piece in before if _bare(piece.text) not in seen)
    yield from heads
    bylines = [piece for piece in rest if piece.kind is Kind.BYLINE]
    if told.byline and not any(_bare(told.byline) in _bare(piece.text) for piece in [*bylines, *rest[:3]]):
        yield Piece(told.byline, Kind.BYLINE)
    begun = False
    for piece in rest:
        if _bare(piece.text) in seen and not begun:
            continue
        dated = piece.kind is Kind.TEXT and len(piece.text) <= _FOLIO and date_in(piece.text) is not None
        folio = not begun and dated
        begun = begun or (piece.kind is Kind.TEXT and not folio and _is_running(piece.text))
        yield piece._replace(kind=Kind.FOLIO) if folio else piece._replace(level=_level(piece, begun))


def _split(pieces: list[Piece], headline: str) -> tuple[list[Piece], list[Piece]]:
    """Return the headings that stand right before the headline, as kickers, and all that comes after it."""
    at = next((at for at, piece in enumerate(pieces) if _bare(piece.text) == _bare(headline)), None)
    if at is None:
        return [], pieces
    first = at
    while first and pieces[first - 1].kind is Kind.HEADING:
        first -= 1
    return [piece._replace(level=2) for piece in pieces[first:at]], pieces[at + 1 :]


def _is_running(text: str) -> bool:
    """Tell text from a byline or a date before it: it is long, or a sentence."""
    return len(text) > _FOLIO or text.endswith(("。", "！", "？", "”", "…", ".", "!", "?"))


def _level(piece: Piece, begun: bool) -> int:
    if piece.kind is not Kind.HEADING:
        return 0
    return _SUBHEAD if begun else 2


def _bare(text: str) -> str:
    return text.translate(_SAME)
