"""The program's words as frozen dataclasses; errors; ids. Standard library only."""
