import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from baoguan.app.theme import load_theme
from baoguan.domain.article import Article, Heading, Paragraph, Role, Span
from baoguan.ui.models.article_text import lay_out, put_foot
from baoguan.ui.models.utf16 import Utf16

_WORDS = st.text(
    alphabet=st.sampled_from("天津甲𠮷乙，,:“”<b>&\t\r\u2028\u2029\0\ufdd0") | st.characters(codec="utf-8"),
    max_size=40,
)

pytestmark = pytest.mark.usefixtures("qapp")


@settings(deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=5), _WORDS)
def test_a_position_in_the_document_is_an_offset_in_the_article(texts: list[str], title: str) -> None:
    paragraphs = tuple(Paragraph(text.replace("\n", ""), Role.BODY, (2,)) for text in texts)
    article = Article((Heading(title.replace("\n", ""), Role.HEADLINE, 1),), (), paragraphs, section="热点")
    document = QTextDocument()
    roles = lay_out(document, article, load_theme("light"), 17)
    table = Utf16(article.text)
    assert len(roles) == document.blockCount() == len(article.passages())
    block = document.begin()
    for passage in article.passages():
        start, end = table.span_to_utf16(Span(passage.start, passage.end))
        assert block.position() == start
        assert block.length() == end - start + 1
        block = block.next()


def test_the_document_shows_the_articles_own_characters() -> None:
    article = Article(
        (Heading("甲𠮷乙", Role.HEADLINE, 1),), (), (Paragraph("一,二<b>三</b>&amp;", Role.BODY, (2,)),)
    )
    document = QTextDocument()
    lay_out(document, article, load_theme("dark"), 17)
    assert document.toPlainText() == article.text


def test_the_foot_stands_after_the_article() -> None:
    article = Article((), (), (Paragraph("正文。", Role.BODY, (2,)),))
    document = QTextDocument()
    lay_out(document, article, load_theme("light"), 17)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    put_foot(cursor, "出处", load_theme("light"), 17)
    assert document.toPlainText() == article.text + "\n出处"
