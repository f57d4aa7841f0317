from pathlib import Path

from baoguan.ui.window.language import read_translations

_FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>甲</name>
        <message><source>打开 &amp; 关闭</source><translation>Open &amp; "Close"</translation></message>
        <message><source>未译</source><translation type="unfinished"></translation></message>
    </context>
    <context>
        <name>乙</name>
        <message><location line="3"/><source>打开</source><translation>Open</translation></message>
        <message><source>没有译文</source></message>
    </context>
</TS>
"""


def test_what_is_translated_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "words.ts"
    file.write_text(_FILE, encoding="utf-8")
    assert read_translations(file) == {("甲", "打开 & 关闭"): 'Open & "Close"', ("乙", "打开"): "Open"}


def test_a_file_that_is_no_translation_translates_nothing(tmp_path: Path) -> None:
    file = tmp_path / "words.ts"
    file.write_bytes(b"\x00 not xml")
    assert read_translations(file) == {}
