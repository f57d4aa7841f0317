"""Reads the text of a picture: ink, lines of text, characters. Wants the extra ``ocr``."""
