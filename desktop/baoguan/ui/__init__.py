"""The window. Only importer of PySide6."""
